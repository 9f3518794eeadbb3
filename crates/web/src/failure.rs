//! What a person sees when something did not work. The HTTP status is decided here and nowhere else.

use app::Error;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::components::{FieldErrors, Notice};
use crate::layout::PlainPage;
use crate::request::{see_other, see_other_with};
use crate::sign_in::Next;

/// An error on its way to a person.
#[derive(Debug)]
pub struct Failure {
    error: Error,
    /// Where a person who is not signed in wanted to go.
    wanted: Option<Wanted>,
}

#[derive(Debug)]
struct Wanted {
    page: String,
    /// Why the page does not open, where there is something to say.
    reason: Option<&'static str>,
}

impl Failure {
    /// Our own fault; `message` is for the log alone.
    pub fn internal(message: &str) -> Self {
        Error::internal(message.to_owned()).into()
    }

    /// Nobody is signed in: the way back leads to `page`. The sign-in tells the person the `reason`, where there is one.
    pub fn signed_out(page: String, reason: Option<&'static str>) -> Self {
        Self { error: Error::SignedOut, wanted: Some(Wanted { page, reason }) }
    }

    /// The error itself, for answers that are no pages.
    pub(crate) fn into_error(self) -> Error {
        self.error
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, wanted: None }
    }
}

/// The status of every error.
pub fn status(error: &Error) -> StatusCode {
    match error {
        Error::SignedOut => StatusCode::UNAUTHORIZED,
        Error::Forbidden => StatusCode::FORBIDDEN,
        Error::NotFound(_) => StatusCode::NOT_FOUND,
        Error::Stale => StatusCode::CONFLICT,
        Error::Invalid { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        Error::Database(_) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// What is wrong with a form: the fields of [`Error::Invalid`], or one sentence for the whole of it for
/// what else a person can mend there.
///
/// # Errors
/// The error itself where a form cannot answer it (not found, forbidden, our own fault).
pub fn field_errors(error: Error) -> Result<FieldErrors, Failure> {
    match error {
        Error::Invalid { problems } => {
            Ok(problems.into_iter().map(|problem| (problem.field.into_owned(), problem.message)).collect())
        }
        Error::Refused(_) | Error::TooManyAttempts { .. } => Ok(FieldErrors::general(error.to_string())),
        other => Err(other.into()),
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        if matches!(self.error, Error::SignedOut) {
            return to_sign_in(self.wanted.as_ref());
        }
        if let Error::Database(_) | Error::Internal(_) = &self.error {
            tracing::error!(error = ?self.error, "a request failed");
        }
        let status = status(&self.error);
        let mut response = (status, page(&self.error)).into_response();
        if let Error::TooManyAttempts { after } = &self.error
            && let Ok(seconds) = HeaderValue::from_str(&after.as_secs().max(1).to_string())
        {
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }
}

fn to_sign_in(wanted: Option<&Wanted>) -> Response {
    let Some(Wanted { page, reason }) = wanted else { return see_other("/sign-in") };
    let to = Next::wanted(page).behind("/sign-in");
    reason.map_or_else(|| see_other(&to), |reason| see_other_with(&to, &Notice::warning(reason)))
}

fn page(error: &Error) -> Markup {
    let title = match error {
        Error::Forbidden => "この画面は使えません",
        Error::NotFound(_) => "見つかりません",
        Error::Stale => "ほかの人が先に変更しました",
        Error::TooManyAttempts { .. } => "しばらくお待ちください",
        Error::Database(_) | Error::Internal(_) => "処理を終えられませんでした",
        _ => "続けられません",
    };
    PlainPage::new(title).render(html! {
        p { (error.to_string()) }
        p { a href="/" { "ホームへ戻る" } }
    })
}
