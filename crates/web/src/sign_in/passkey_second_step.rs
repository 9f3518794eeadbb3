//! A passkey in place of the code.

use app::Secret;
use app::account;
use axum::Json;
use axum::extract::State as Shared;
use axum::response::Response;

use super::next::{Next, with_session};
use super::waiting::HalfSignedIn;
use crate::account::ceremony::{Answer, JsonFailure, Passkeys, challenge, go_to};
use crate::{Failure, State};

pub(super) async fn begin(
    half: Result<HalfSignedIn, Failure>,
    passkeys: Passkeys,
    Json(_): Json<serde_json::Value>,
) -> Result<Response, JsonFailure> {
    let half = half?;
    Ok(challenge(&account::begin_passkey_second_step(&half.visitor, &half.session, passkeys.party()?).await?))
}

pub(super) async fn finish(
    Shared(state): Shared<State>,
    half: Result<HalfSignedIn, Failure>,
    passkeys: Passkeys,
    Json(answer): Json<Answer>,
) -> Result<Response, JsonFailure> {
    let half = half?;
    let ceremony = Secret::received(answer.ceremony);
    let (visitor, session) = (&half.visitor, &half.session);
    let done =
        account::finish_passkey_second_step(visitor, session, passkeys.party()?, &ceremony, answer.answer).await?;
    let to = Next::wanted(&answer.next);
    Ok(with_session(go_to(to.page()), &done.session, &state.settings))
}
