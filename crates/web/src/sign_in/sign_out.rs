//! Ends the session.

use app::account;
use axum::extract::State as Shared;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::Response;

use crate::components::Notice;
use crate::request::{Guest, see_other_with, session_secret, without_session};
use crate::{Failure, State};

pub(super) async fn sign_out(
    Shared(state): Shared<State>,
    Guest(visitor): Guest,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    if let Some(secret) = session_secret(&headers, &state.settings) {
        account::sign_out(&visitor, &secret.hash()).await?;
    }
    let mut response = see_other_with("/sign-in", &Notice::success("サインアウトしました。"));
    response.headers_mut().append(SET_COOKIE, without_session(&state.settings));
    Ok(response)
}
