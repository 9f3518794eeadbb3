//! Who is not signed in (any more) signs in first: what is said about it, and where the way leads back to.

use axum::http::header;
use axum::http::request::Parts;
use url::{Position, Url};

use crate::{Failure, Settings};

const ENDED: &str = "しばらく使わなかったため、サインインし直してください。";
const ENDED_BEFORE_SAVING: &str = "しばらく使わなかったため、サインインが切れました。送った内容は保存していません。サインインし直して、もう一度入力してください。";
const NOT_SAVED: &str =
    "サインインしていないため、送った内容は保存していません。サインインして、もう一度入力してください。";

/// Leads to the sign-in. `has_ended`: the browser still sent a session, but it is over; a first visit is told nothing.
/// What was sent with a form is lost, which is said; the way back leads to the page of that form.
pub(super) fn signed_out(parts: &Parts, settings: &Settings, has_ended: bool) -> Failure {
    if parts.method.is_safe() {
        let page = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        return Failure::signed_out(page, has_ended.then_some(ENDED));
    }
    let page = form_page(parts, settings).unwrap_or_else(|| "/".to_owned());
    Failure::signed_out(page, Some(if has_ended { ENDED_BEFORE_SAVING } else { NOT_SAVED }))
}

/// The page from which a form was sent, if it is one of ours. The form's own address may answer nothing but forms.
fn form_page(parts: &Parts, settings: &Settings) -> Option<String> {
    let page = Url::parse(parts.headers.get(header::REFERER)?.to_str().ok()?).ok()?;
    let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    // Behind a proxy the host may be another than the one that people type.
    let is_ours = host == Some(&page[Position::BeforeHost..Position::AfterPort])
        || Url::parse(&settings.public_address).is_ok_and(|own| own.origin() == page.origin());
    is_ours.then(|| page[Position::BeforePath..Position::AfterQuery].to_owned())
}
