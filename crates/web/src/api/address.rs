//! Keys inside an address.

use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use super::Problem;
use crate::State;

/// The keys of an address. What is no key names nothing.
pub struct Address<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<State> for Address<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let found = Path::<T>::from_request_parts(parts, state).await;
        found.map(|Path(keys)| Self(keys)).map_err(|_| nothing_there())
    }
}

/// No such address.
pub(super) fn nothing_there() -> Problem {
    Problem::of_request(
        StatusCode::NOT_FOUND,
        "not-found",
        "このアドレスには何もありません。アドレスのつづりと id を確かめてください。",
    )
}
