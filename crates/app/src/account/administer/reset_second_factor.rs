//! A lost phone: back to the password alone.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;

use super::{end_sessions, find::unknown, record, require_operator};
use crate::account::credential_row::{passkey, recovery_code};
use crate::account::{Account, email_key, row};
use crate::audit_log::{Change, Entity, Event};
use crate::{Result, Visitor};

/// Takes 2段階認証, passkeys and recovery codes from an account and ends its sessions. The password stays.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) unless asked at the machine;
/// [`Error::Refused`](crate::Error::Refused) where there is no such account.
pub async fn reset_second_factor(visitor: &Visitor, email: &str) -> Result<Account> {
    require_operator(visitor)?;
    visitor
        .transaction(async |transaction| {
            let found = row::account::Entity::find()
                .filter(row::account::Column::EmailKey.eq(email_key(email)))
                .lock_exclusive()
                .one(transaction)
                .await?
                .ok_or_else(|| unknown(email))?;
            let changed = row::account::ActiveModel {
                id: Set(found.id),
                totp_secret: Set(None),
                totp_step: Set(None),
                version: Set(found.version + 1),
                ..Default::default()
            };
            row::account::Entity::update(changed).exec(transaction).await?;
            let account = Account::from(found);
            let passkeys = passkey::Entity::delete_many().filter(passkey::Column::AccountId.eq(account.id.0));
            passkeys.exec(transaction).await?;
            let codes = recovery_code::Entity::delete_many().filter(recovery_code::Column::AccountId.eq(account.id.0));
            codes.exec(transaction).await?;
            end_sessions(transaction, account.id).await?;
            let change = Change::new(Event::CredentialsChanged, Entity::Account, account.id, account.name.clone());
            let change = change.after(&json!({ "what": "2段階認証・パスキー・回復コードを外した" }))?;
            record(transaction, visitor, account.id, change).await?;
            Ok(account)
        })
        .await
}
