//! サインイン: showing who one is, by password, code, recovery code or passkey. Open to all.

mod next;
mod passkey;
mod passkey_second_step;
mod password;
mod second_step;
mod sign_out;
mod waiting;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use next::Next;

use crate::State;

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/sign-in", get(password::show).post(password::sign_in))
        .route("/sign-in/second-step", get(second_step::show).post(second_step::finish))
        .route("/sign-in/second-step/passkey/begin", post(passkey_second_step::begin))
        .route("/sign-in/second-step/passkey/finish", post(passkey_second_step::finish))
        .route("/sign-in/passkey", get(passkey::show))
        .route("/sign-in/passkey/begin", post(passkey::begin))
        .route("/sign-in/passkey/finish", post(passkey::finish))
        .route("/sign-out", post(sign_out::sign_out))
}
