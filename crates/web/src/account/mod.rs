//! アカウント: a person's own name, password, second step, passkeys and devices.

pub(crate) mod ceremony;
mod device;
mod end_session;
mod new_passkey;
mod passkey;
mod password;
mod qr;
mod recovery_codes;
mod rename;
mod show;
mod two_steps;
mod two_steps_off;
mod words;

pub(crate) use words::{moment, password_again, refused};

use axum::Router;
use axum::routing::{get, post};

use crate::State;

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/account", get(show::show))
        .route("/account/name", post(rename::rename))
        .route("/account/password", get(password::show).post(password::change))
        .route("/account/two-steps", get(two_steps::show).post(two_steps::begin))
        .route("/account/two-steps/app", get(two_steps::show_app).post(two_steps::confirm))
        .route("/account/two-steps/off", get(two_steps_off::show).post(two_steps_off::turn_off))
        .route("/account/recovery-codes", get(recovery_codes::show).post(recovery_codes::renew))
        .route("/account/passkeys/new", get(new_passkey::show).post(new_passkey::without_script))
        .route("/account/passkeys/new/begin", post(new_passkey::begin))
        .route("/account/passkeys/new/finish", post(new_passkey::finish))
        .route("/account/passkeys/{id}", get(passkey::show).post(passkey::rename))
        .route("/account/passkeys/{id}/remove", post(passkey::remove))
        .route("/account/sessions/end", post(end_session::end))
        .route("/account/sessions/end-others", post(end_session::end_others))
}
