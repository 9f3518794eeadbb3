//! A JSON body, read with Japanese words for what is wrong with it.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use serde::de::DeserializeOwned;

use super::Problem;
use crate::State;

/// The body of a request as `T`. Unknown keys are refused where `T` says so.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<State> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !content_type.is_some_and(|value| value.starts_with("application/json")) {
            return Err(Problem::of_request(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "not-json",
                "内容は JSON で送り、Content-Type: application/json を付けてください。",
            ));
        }
        let bytes = Bytes::from_request(request, state).await.map_err(|_| {
            Problem::of_request(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "送られた内容が大きすぎます。")
        })?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        serde_path_to_error::deserialize(&mut reader).map(Self).map_err(|error| {
            let field = error.path().to_string();
            let inner = error.inner();
            let message = if inner.is_data() {
                format!("『{field}』の値が使えません（{inner}）。")
            } else {
                format!("JSON として読めません（{}行目{}文字目）。", inner.line(), inner.column())
            };
            Problem::of_request(StatusCode::UNPROCESSABLE_ENTITY, "invalid", "使えない値があります。")
                .with_field(field, message)
        })
    }
}
