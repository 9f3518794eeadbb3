//! `ETag` and `If-Match`: who changes something says which version they have seen.

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::Problem;
use crate::State;

/// An answer with its version as `ETag`.
pub struct Tagged<T> {
    /// The version, counted from 1.
    pub version: i64,
    /// What is answered.
    pub value: T,
}

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        let mut response = Json(self.value).into_response();
        if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", self.version)) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// The version that the caller has seen. Demanded: without it nobody could notice a lost change.
pub struct IfMatch(pub i64);

impl FromRequestParts<State> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &State) -> Result<Self, Problem> {
        let given = parts.headers.get(header::IF_MATCH).and_then(|value| value.to_str().ok());
        let Some(given) = given else {
            return Err(Problem::of_request(
                StatusCode::PRECONDITION_REQUIRED,
                "version-missing",
                "変更するには、読んだときの ETag を If-Match に付けてください。",
            ));
        };
        let version = given.trim().trim_start_matches("W/").trim_matches('"').parse();
        version.map(Self).map_err(|_| {
            Problem::of_request(
                StatusCode::PRECONDITION_FAILED,
                "version-unknown",
                "If-Match の値が使えません。読んだときの ETag をそのまま付けてください。",
            )
        })
    }
}
