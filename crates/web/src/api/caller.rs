//! Who calls: the person behind a bearer token.

use app::{Channel, Context, Error, Secret, token};
use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;

use super::Problem;
use crate::State;
use crate::request::visitor;

/// The caller's context. Whoever takes it serves nobody without a token: cookies open nothing here.
pub struct Caller(pub Context);

impl FromRequestParts<State> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Problem> {
        let authorization = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let secret = authorization
            .and_then(|value| value.split_once(' '))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
            .map(|(_, secret)| Secret::received(secret.trim()));
        let secret = secret.ok_or(Error::SignedOut)?;
        let visitor = visitor(parts, state, Channel::Api);
        Ok(Self(token::resume(&visitor, &secret).await?))
    }
}
