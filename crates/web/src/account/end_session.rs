//! Signing other devices out.

use app::SecretHash;
use app::account;
use axum::Form as Sent;
use axum::response::Response;
use serde::Deserialize;

use crate::Failure;
use crate::components::Notice;
use crate::request::{Guest, Person, see_other_with};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct SessionForm {
    session: String,
}

pub(super) async fn end(
    Guest(visitor): Guest,
    person: Person,
    Sent(form): Sent<SessionForm>,
) -> Result<Response, Failure> {
    account::end_session(&visitor, &person.signed, &SecretHash(form.session)).await?;
    Ok(see_other_with("/account", &Notice::success("端末をサインアウトさせました。")))
}

pub(super) async fn end_others(Guest(visitor): Guest, person: Person) -> Result<Response, Failure> {
    let ended = account::end_other_sessions(&visitor, &person.signed).await?;
    Ok(see_other_with("/account", &Notice::success(format!("ほかの{ended}台の端末をサインアウトさせました。"))))
}
