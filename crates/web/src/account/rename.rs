//! A person's own name.

use app::account::{self, overview};
use axum::Form as Sent;
use axum::response::Response;
use serde::Deserialize;

use super::ceremony::Passkeys;
use super::show::page;
use super::words::refused;
use crate::Failure;
use crate::components::Notice;
use crate::request::{Guest, Person, see_other_with};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct NameForm {
    name: String,
}

pub(super) async fn rename(
    Guest(visitor): Guest,
    person: Person,
    passkeys: Passkeys,
    Sent(form): Sent<NameForm>,
) -> Result<Response, Failure> {
    match account::rename(&visitor, &person.signed, &form.name).await {
        Ok(()) => Ok(see_other_with("/account", &Notice::success("氏名を保存しました。"))),
        Err(error) => {
            let own = overview(&visitor, &person.signed).await?;
            refused(error, |errors| page(&own, &person, &passkeys, &form.name, errors))
        }
    }
}
