//! For which organization a form was opened. Who belongs to several may switch in another tab meanwhile: then the form
//! must not be saved into the wrong company. Each form's address therefore names the organization
//! (`?organization=…`), and [`super::Person`] refuses one that is no longer shown.

use std::cell::RefCell;

use app::OrganizationId;
use axum::extract::Request;
use axum::http::Uri;
use axum::middleware::Next;
use axum::response::Response;

const NAME: &str = "organization";

/// What the forms of one page need to know.
#[derive(Debug, Clone)]
struct Seen {
    organization: OrganizationId,
    address: String,
}

tokio::task_local! {
    static SEEN: RefCell<Option<Seen>>;
}

/// Gives every request a place to remember what is shown.
pub(crate) async fn remember_organization(request: Request, next: Next) -> Response {
    SEEN.scope(RefCell::new(None), next.run(request)).await
}

/// Remembers what the forms of this page are for.
pub(super) fn set(organization: OrganizationId, uri: &Uri) {
    let seen = Seen { organization, address: without(uri) };
    let _ = SEEN.try_with(|place| place.replace(Some(seen)));
}

/// The organization that a form's address names.
pub(super) fn named(uri: &Uri) -> Option<OrganizationId> {
    let query = url::form_urlencoded::parse(uri.query()?.as_bytes());
    query.into_iter().find(|(name, _)| name == NAME).and_then(|(_, value)| value.parse().ok())
}

/// The address to which a form is sent: `action` (empty for the page's own) with the organization, where it matters.
pub(crate) fn addressed(action: &str) -> String {
    let seen = SEEN.try_with(|place| place.borrow().clone()).ok().flatten();
    let Some(Seen { organization, address }) = seen else { return action.to_owned() };
    let action = if action.is_empty() { &address } else { action };
    let (path, fragment) = action.split_once('#').map_or((action, None), |(path, fragment)| (path, Some(fragment)));
    let mark = if path.contains('?') { '&' } else { '?' };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{path}{mark}{NAME}={organization}{fragment}")
}

/// An address without the organization in its query.
fn without(uri: &Uri) -> String {
    let pairs =
        url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).filter(|(name, _)| name != NAME);
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    if query.is_empty() { uri.path().to_owned() } else { format!("{}?{query}", uri.path()) }
}
