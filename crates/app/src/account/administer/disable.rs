//! Stopping an account, and letting it be used again.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;

use super::{end_sessions, find::unknown, record, require_operator};
use crate::account::{Account, email_key, row};
use crate::audit_log::{Change, Entity, Event};
use crate::{Result, Visitor};

/// Stops an account in every organization: its sessions end, nobody signs in with it, its tokens open
/// nothing. Answers whom; `None` where it was stopped already.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) unless asked at the machine;
/// [`Error::Refused`](crate::Error::Refused) where there is no such account.
pub async fn disable(visitor: &Visitor, email: &str) -> Result<Option<Account>> {
    set(visitor, email, true).await
}

/// Lets a stopped account be used again. Answers whose; `None` where it was not stopped.
///
/// # Errors
/// As [`disable`].
pub async fn enable(visitor: &Visitor, email: &str) -> Result<Option<Account>> {
    set(visitor, email, false).await
}

async fn set(visitor: &Visitor, email: &str, disabled: bool) -> Result<Option<Account>> {
    require_operator(visitor)?;
    visitor
        .transaction(async |transaction| {
            let found = row::account::Entity::find()
                .filter(row::account::Column::EmailKey.eq(email_key(email)))
                .lock_exclusive()
                .one(transaction)
                .await?
                .ok_or_else(|| unknown(email))?;
            if found.disabled == disabled {
                return Ok(None);
            }
            let changed = row::account::ActiveModel {
                id: Set(found.id),
                disabled: Set(disabled),
                version: Set(found.version + 1),
                ..Default::default()
            };
            row::account::Entity::update(changed).exec(transaction).await?;
            let account = Account::from(found);
            if disabled {
                end_sessions(transaction, account.id).await?;
            }
            let change = Change::new(Event::Changed, Entity::Account, account.id, account.name.clone())
                .before(&json!({ "disabled": !disabled }))?
                .after(&json!({ "disabled": disabled }))?;
            record(transaction, visitor, account.id, change).await?;
            Ok(Some(account))
        })
        .await
}
