//! Errors as `application/problem+json` (RFC 9457).

use app::Error;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::failure::status;

/// An error on its way to a program.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    body: ProblemBody,
    retry_after: Option<u64>,
}

/// What a program gets instead of what it asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemBody {
    /// A stable word for what went wrong: `forbidden`, `invalid`, `stale` …
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The HTTP status again.
    pub status: u16,
    /// One Japanese sentence for people.
    pub title: String,
    /// Every value that cannot be used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblemBody>,
}

/// One value that cannot be used.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblemBody {
    /// Where, as a path: `ratings.confidentiality`.
    pub field: String,
    /// What is wrong and what to do, in Japanese.
    pub message: String,
}

impl Problem {
    /// A problem of the request itself, before any use case.
    pub fn of_request(status: StatusCode, kind: &'static str, title: impl Into<String>) -> Self {
        let body = ProblemBody { kind, status: status.as_u16(), title: title.into(), errors: Vec::new() };
        Self { status, body, retry_after: None }
    }

    /// The same, naming one field.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<String>, message: impl Into<String>) -> Self {
        self.body.errors.push(FieldProblemBody { field: field.into(), message: message.into() });
        self
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if let Error::Database(_) | Error::Internal(_) = &error {
            tracing::error!(?error, "a request failed");
        }
        let status = status(&error);
        let (kind, title) = match &error {
            Error::SignedOut => (
                "unauthorized",
                "有効なトークンが必要です。Authorization: Bearer トークン の形で付けてください。".to_owned(),
            ),
            Error::Forbidden => ("forbidden", error.to_string()),
            Error::NotFound(_) => ("not-found", error.to_string()),
            Error::Stale => ("stale", error.to_string()),
            Error::Invalid { .. } => ("invalid", "使えない値があります。".to_owned()),
            Error::Refused(_) => ("refused", error.to_string()),
            Error::TooManyAttempts { .. } => ("too-many-attempts", error.to_string()),
            Error::Database(_) => ("unavailable", error.to_string()),
            Error::Internal(_) => ("internal", error.to_string()),
        };
        let mut problem = Self::of_request(status, kind, title);
        match error {
            Error::Invalid { problems } => {
                for found in problems {
                    problem = problem.with_field(found.field, found.message);
                }
            }
            Error::TooManyAttempts { after } => problem.retry_after = Some(after.as_secs().max(1)),
            _ => {}
        }
        problem
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json; charset=utf-8"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

pub(super) async fn method_not_allowed() -> Problem {
    Problem::of_request(
        StatusCode::METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "このアドレスでは、その操作（HTTPメソッド）は使えません。",
    )
}
