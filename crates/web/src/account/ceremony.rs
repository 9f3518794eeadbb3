//! What all screens with passkeys share: whether they can be used here, the form that the script drives, its JSON.

use std::convert::Infallible;

use app::Error;
use app::account::{Challenge, RelyingParty};
use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};
use url::Url;

use crate::components::{Button, Form, Notice};
use crate::failure::status;
use crate::{Failure, State, static_files};

/// Whether passkeys can be used at the address that a person has opened.
pub(crate) enum Passkeys {
    /// They can.
    Here(Box<RelyingParty>),
    /// Only at another address of ours.
    Elsewhere(Url),
    /// Browsers give none for the address at which we are reached.
    Nowhere,
}

impl FromRequestParts<State> for Passkeys {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Infallible> {
        let address = Url::parse(&state.settings.public_address).ok();
        let Some(party) = address.as_ref().and_then(RelyingParty::at) else { return Ok(Self::Nowhere) };
        let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
        // A proxy may name itself as the host: then only the browser knows which address was opened.
        let elsewhere = !state.settings.behind_proxy && host.is_some_and(|host| host != authority(party.origin()));
        Ok(if elsewhere { Self::Elsewhere(party.origin().clone()) } else { Self::Here(Box::new(party)) })
    }
}

fn authority(origin: &Url) -> &str {
    &origin[url::Position::BeforeHost..url::Position::AfterPort]
}

impl Passkeys {
    /// The relying party, where passkeys can be used.
    pub(crate) fn party(&self) -> Result<&RelyingParty, Error> {
        match self {
            Self::Here(party) => Ok(party),
            Self::Elsewhere(origin) => Err(Error::Refused(format!(
                "パスキーは、「{origin}」を開いたときに使えます。そのアドレスで開き直してください。"
            ))),
            Self::Nowhere => Err(Error::Refused("今のアドレスでは、ブラウザーがパスキーを使わせません。".into())),
        }
    }

    /// Why they cannot be used here and what to do; nothing where they can.
    pub(crate) fn explanation(&self) -> Markup {
        html! {
            @match self {
                Self::Here(_) => {}
                Self::Elsewhere(origin) => {
                    p { "パスキーは、" a href=(origin) { (origin) } " を開いたときに使えます。今は別のアドレスで開いています。" }
                }
                Self::Nowhere => {
                    p {
                        "今のアドレスでは、ブラウザーがパスキーを使わせません。使えるようにするには、システム管理者が"
                        "「https://」で始まる、名前の付いたアドレスを用意する必要があります。"
                    }
                }
            }
        }
    }
}

/// A form that asks for a passkey. `action` with `/begin` and `/finish` behind is asked by the script; without
/// JavaScript the form opens the page `action`, which says what to do.
pub(crate) fn passkey_form(action: &str, label: &str, fields: &[(&str, &str)]) -> Markup {
    html! {
        form method="get" action=(action) data-passkey="get" novalidate {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
            (passkey_message())
            div.actions { (Button { label, ..Button::default() }.render()) }
        }
    }
}

/// A form that makes a passkey, around its fields.
pub(crate) fn new_passkey_form(action: &str, content: Markup) -> Markup {
    let form = Form { action, ..Form::default() }.render(content).into_string();
    // The same form as everywhere, and the script's mark on it.
    maud::PreEscaped(form.replacen("<form ", r#"<form data-passkey="create" "#, 1))
}

/// Where the script says what went wrong.
pub(crate) fn passkey_message() -> Markup {
    let notice = Notice::error("パスキーを使えませんでした。").with(html! { p data-passkey-words {} });
    html! { div data-passkey-message hidden { (notice.render()) } }
}

/// The script; once on a page.
pub(crate) fn passkey_script() -> Markup {
    html! { script src=(static_files::url("passkey.js")) defer {} }
}

/// What the script sends back.
#[derive(Deserialize)]
pub(crate) struct Answer {
    pub(crate) ceremony: String,
    pub(crate) answer: Value,
    /// The page that was wanted before.
    #[serde(default)]
    pub(crate) next: String,
    /// The name of a new passkey.
    #[serde(default)]
    pub(crate) name: String,
}

/// What the script gets first.
pub(crate) fn challenge(challenge: &Challenge) -> Response {
    Json(json!({ "ceremony": challenge.ceremony.reveal(), "options": challenge.options })).into_response()
}

/// What the script gets at last.
pub(crate) fn go_to(page: &str) -> Response {
    Json(json!({ "location": page })).into_response()
}

/// An error on its way to the script, which shows its words.
pub(crate) struct JsonFailure(Error);

impl From<Error> for JsonFailure {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl From<Failure> for JsonFailure {
    fn from(failure: Failure) -> Self {
        Self(failure.into_error())
    }
}

impl IntoResponse for JsonFailure {
    fn into_response(self) -> Response {
        let message = match &self.0 {
            Error::SignedOut => "時間がたったため、もう一度サインインしてください。".to_owned(),
            Error::Invalid { problems } => {
                problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join(" ")
            }
            other => other.to_string(),
        };
        if let Error::Database(_) | Error::Internal(_) = &self.0 {
            tracing::error!(error = ?self.0, "a request failed");
        }
        (status(&self.0), Json(json!({ "message": message }))).into_response()
    }
}
