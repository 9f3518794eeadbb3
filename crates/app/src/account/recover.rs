//! For people who cannot sign in any more: the operator at the machine itself gives them a new password.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use super::throttle::{Subject, forgive};
use super::{Account, ceremony, email_key, password, record, recovery_code, row, totp};
use crate::audit_log::{Change, Entity, Event};
use crate::{Actor, Channel, Error, Result, Visitor};

/// What is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovery {
    /// A new password: the person has forgotten it.
    Password,
    /// A new password, and no second step any more: the phone and the recovery codes are lost.
    PasswordAndSecondStep,
}

/// Gives the account of that address a new password and ends all its sessions. Only from the command line: whoever
/// may manage people of one organization must not take over an account that belongs to others too.
///
/// # Errors
/// [`Error::Forbidden`] through any other door; [`Error::NotFound`] where there is no such account;
/// [`Error::Invalid`] at `password` where it is weak.
pub async fn recover(visitor: &Visitor, email: &str, password: String, recovery: Recovery) -> Result<Account> {
    if visitor.channel != Channel::Command {
        return Err(Error::Forbidden);
    }
    let of_address = || row::account::Entity::find().filter(row::account::Column::EmailKey.eq(email_key(email)));
    let found = of_address().one(visitor.reader()).await?.ok_or(Error::NotFound("アカウント"))?;
    if let Some(weakness) = password::weakness(&password, &[&found.name, &found.email]) {
        return Err(Error::invalid("password", weakness));
    }
    let hash = password::hash(password).await?;
    visitor
        .transaction(async |transaction| {
            let found = of_address().one(transaction).await?.ok_or(Error::NotFound("アカウント"))?;
            let account = Account::from(found.clone());
            let changed = row::account::ActiveModel {
                id: Set(found.id),
                password_hash: Set(hash.0.clone()),
                version: Set(found.version + 1),
                ..Default::default()
            };
            row::account::Entity::update(changed).exec(transaction).await?;
            let what = match recovery {
                Recovery::Password => "パスワードを再設定",
                Recovery::PasswordAndSecondStep => {
                    totp::store(transaction, account.id, None, None).await?;
                    recovery_code::remove(transaction, account.id).await?;
                    "パスワードを再設定し、2段階認証を終了"
                }
            };
            let sessions = row::session::Column::AccountId.eq(found.id);
            row::session::Entity::delete_many().filter(sessions).exec(transaction).await?;
            ceremony::abandon(transaction, account.id, None).await?;
            forgive(transaction, Subject::address(email)).await?;
            forgive(transaction, Subject::code(account.id)).await?;
            let change = Change::new(Event::CredentialsChanged, Entity::Account, account.id, account.name.clone());
            let change = change.after(&json!({ "what": what }))?;
            record::everywhere_by(transaction, visitor, &Actor::Operator, &account, change).await?;
            Ok(account)
        })
        .await
}
