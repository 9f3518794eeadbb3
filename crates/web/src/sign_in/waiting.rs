//! Somebody whose password was right and who has not shown the second thing yet.

use app::SecretHash;
use app::Visitor;
use app::account::{Waiting, awaited};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::request::{Guest, session_secret};
use crate::{Failure, State};

/// A sign-in that waits for its second step. Without one, the way leads to the beginning.
pub(super) struct HalfSignedIn {
    pub(super) visitor: Visitor,
    pub(super) session: SecretHash,
    pub(super) waiting: Waiting,
}

impl FromRequestParts<State> for HalfSignedIn {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Failure> {
        let Guest(visitor) = Guest::from_request_parts(parts, state).await?;
        let secret = session_secret(&parts.headers, &state.settings).ok_or(app::Error::SignedOut)?;
        let session = secret.hash();
        let waiting = awaited(&visitor, &session).await?;
        Ok(Self { visitor, session, waiting })
    }
}
