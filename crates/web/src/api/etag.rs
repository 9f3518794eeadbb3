//! `ETag` and `If-Match`: who changes something says which version they have seen.

use std::fmt::Display;
use std::str::FromStr;

use axum::Json;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::IntoParams;

use super::Problem;
use crate::State;

/// An answer with its version as `ETag`.
pub struct Tagged<T, V = i64> {
    /// The version: counted from 1, or a mark of the content.
    pub version: V,
    /// What is answered.
    pub value: T,
}

impl<T: Serialize, V: Display> IntoResponse for Tagged<T, V> {
    fn into_response(self) -> Response {
        let mut response = Json(self.value).into_response();
        if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", self.version)) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// The version that the caller has seen. Demanded: without it nobody could notice a lost change.
pub struct IfMatch<V = i64>(pub V);

impl<V: FromStr + Send> FromRequestParts<State> for IfMatch<V> {
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
        let tag = given.trim().trim_start_matches("W/");
        let tag = tag.strip_prefix('"').and_then(|tag| tag.strip_suffix('"')).filter(|tag| !tag.contains('"'));
        tag.and_then(|tag| tag.parse().ok()).map(Self).ok_or_else(|| {
            Problem::of_request(
                StatusCode::PRECONDITION_FAILED,
                "version-unknown",
                "If-Match の値が使えません。読んだときの ETag をそのまま（\" も含めて）付けてください。",
            )
        })
    }
}

/// `If-Match`, for the description.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code)]
pub(super) struct SeenVersion {
    /// 読んだときの ETag をそのまま。ほかの人が先に変えていると 412 になり、何も変わりません。例："3"
    #[param(rename = "If-Match")]
    if_match: String,
}
