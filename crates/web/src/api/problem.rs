//! Errors as `application/problem+json` (RFC 9457).

use app::Error;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::failure::status;

/// The media type of every error.
pub(super) const PROBLEM_JSON: &str = "application/problem+json";

/// An error on its way to a program.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    body: ProblemBody,
    retry_after: Option<u64>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem, description = "うまくいかなかったときの答え（RFC 9457）。")]
pub(super) struct ProblemBody {
    /// 何が起きたかを表す、変わらない言葉。プログラムはこれで見分けます。例：`forbidden`、`invalid`、`stale`
    #[serde(rename = "type")]
    kind: &'static str,
    /// HTTP の状態コード
    status: u16,
    /// 何が起きて、どうすればよいか。人が読む文です。
    title: String,
    /// 使えない値の一覧。値に問題がないときは付きません。
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<FieldProblemBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldProblem, description = "使えない値1つ。")]
pub(super) struct FieldProblemBody {
    /// どの項目か。中の項目は点でつなぎます。例：`changes.confidentiality`、`extra.管理番号`
    field: String,
    /// 何が悪くて、どうすればよいか。人が読む文です。
    message: String,
}

impl Problem {
    /// A problem of the request itself, before any use case.
    pub fn of_request(status: StatusCode, kind: &'static str, title: impl Into<String>) -> Self {
        let body = ProblemBody { kind, status: status.as_u16(), title: title.into(), errors: Vec::new() };
        Self { status, body, retry_after: None }
    }

    /// Values that cannot be used; none is named yet.
    pub fn invalid() -> Self {
        Self::of_request(StatusCode::UNPROCESSABLE_ENTITY, "invalid", "使えない値があります。")
    }

    /// The same, naming one field.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<String>, message: impl Into<String>) -> Self {
        self.body.errors.push(FieldProblemBody { field: field.into(), message: message.into() });
        self
    }

    /// Whether any field is named.
    pub fn names_fields(&self) -> bool {
        !self.body.errors.is_empty()
    }

    /// The same, its fields standing inside `parent`.
    #[must_use]
    pub fn within(mut self, parent: &str) -> Self {
        for error in self.body.errors.iter_mut().filter(|error| error.field != parent) {
            error.field = format!("{parent}.{}", error.field);
        }
        self
    }

    /// The same, with places in lists as readers of bodies write them: `tasks[0].what` for `tasks.0.what`.
    #[must_use]
    pub fn with_places(mut self) -> Self {
        for error in &mut self.body.errors {
            error.field = error.field.split('.').fold(String::new(), |path, part| match part.parse::<usize>() {
                Ok(place) if !path.is_empty() => format!("{path}[{place}]"),
                _ if path.is_empty() => part.to_owned(),
                _ => format!("{path}.{part}"),
            });
        }
        self
    }

    /// The same, with the name that a field has in JSON.
    #[must_use]
    pub fn renamed(mut self, from: &str, to: &str) -> Self {
        for error in self.body.errors.iter_mut().filter(|error| error.field == from) {
            error.field = to.to_owned();
        }
        self
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        if let Error::Database(_) | Error::Internal(_) = &error {
            tracing::error!(?error, "a request failed");
        }
        let title = error.to_string();
        let mut problem = match &error {
            Error::SignedOut => Self::of_request(
                status(&error),
                "unauthorized",
                "有効なトークンが必要です。Authorization: Bearer トークン の形で付けてください。",
            ),
            Error::Forbidden => Self::of_request(status(&error), "forbidden", title),
            Error::NotFound(_) => Self::of_request(status(&error), "not-found", title),
            // The version stands in If-Match, and that is what it is called when it does not match.
            Error::Stale => Self::of_request(
                StatusCode::PRECONDITION_FAILED,
                "stale",
                "ほかの人が先に変更しました。今の内容を読み直して、その ETag を If-Match に付けてください。",
            ),
            Error::Invalid { .. } => Self::invalid(),
            Error::Refused(_) => Self::of_request(status(&error), "refused", title),
            Error::TooManyAttempts { .. } => Self::of_request(status(&error), "too-many-attempts", title),
            Error::Database(_) => Self::of_request(status(&error), "unavailable", title),
            Error::Internal(_) => Self::of_request(status(&error), "internal", title),
        };
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
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// The address is there, but not for this method.
pub(super) async fn method_not_allowed() -> Problem {
    Problem::of_request(
        StatusCode::METHOD_NOT_ALLOWED,
        "method-not-allowed",
        "このアドレスでは、その操作（HTTPメソッド）は使えません。",
    )
}
