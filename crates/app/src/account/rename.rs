//! A person's own name.

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;

use super::sign_in::own;
use super::{Signed, record, row};
use crate::audit_log::{Change, Entity, Event};
use crate::{Error, Result, Visitor};

/// Longest name, in characters.
const LONGEST: usize = 100;

/// Changes the person's own name, as all their organizations see it.
///
/// # Errors
/// [`Error::Invalid`] where it is empty or too long; [`Error::SignedOut`] before the second step.
pub async fn rename(visitor: &Visitor, signed: &Signed, name: &str) -> Result<()> {
    signed.require()?;
    let name = checked_name(name).ok_or_else(|| Error::invalid("name", NAME_PROBLEM))?;
    visitor
        .transaction(async |transaction| {
            let account = own(transaction, signed.account.id).await?;
            if account.name == name {
                return Ok(());
            }
            let changed = row::account::ActiveModel {
                id: Set(account.id),
                name: Set(name.clone()),
                version: Set(account.version + 1),
                ..Default::default()
            };
            row::account::Entity::update(changed).exec(transaction).await?;
            let change = Change::new(Event::Changed, Entity::Account, signed.account.id, name.clone())
                .before(&json!({ "name": account.name }))?
                .after(&json!({ "name": name }))?;
            record::everywhere(transaction, visitor, &signed.account, change).await
        })
        .await
}

/// What is wrong with a name.
pub(super) const NAME_PROBLEM: &str = "『氏名』を1〜100文字で入力してください。";

/// A name without spaces around it; `None` where it is empty, too long, or holds control characters.
pub(super) fn checked_name(name: &str) -> Option<String> {
    let name = name.trim();
    let length = name.chars().count();
    ((1..=LONGEST).contains(&length) && !name.chars().any(char::is_control)).then(|| name.to_owned())
}
