//! Naming and removing one's own passkeys.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::credential_row::passkey;
use super::passkey::checked_name;
use super::{Signed, record};
use crate::audit_log::Event;
use crate::store::Transaction;
use crate::{AccountId, Error, PasskeyId, Result, Visitor};

/// Gives one of the person's own passkeys another name.
///
/// # Errors
/// [`Error::NotFound`] where the person has no such passkey; [`Error::Invalid`] at `name`; [`Error::SignedOut`]
/// before the second step.
pub async fn rename_passkey(visitor: &Visitor, signed: &Signed, id: PasskeyId, name: &str) -> Result<()> {
    signed.require()?;
    let name = checked_name(name)?;
    visitor
        .transaction(async |transaction| {
            let row = own_row(transaction, signed.account.id, id).await?;
            let changed = passkey::ActiveModel { id: Set(row.id), name: Set(name.clone()), ..Default::default() };
            passkey::Entity::update(changed).exec(transaction).await?;
            let what = format!("パスキー「{}」の名前を「{name}」に変更", row.name);
            record::happened(transaction, visitor, &signed.account, Event::CredentialsChanged, what).await
        })
        .await
}

/// Removes one of the person's own passkeys: it signs nobody in any more.
///
/// # Errors
/// [`Error::NotFound`] where the person has no such passkey; [`Error::SignedOut`] before the second step.
pub async fn remove_passkey(visitor: &Visitor, signed: &Signed, id: PasskeyId) -> Result<()> {
    signed.require()?;
    visitor
        .transaction(async |transaction| {
            let row = own_row(transaction, signed.account.id, id).await?;
            passkey::Entity::delete_by_id(row.id).exec(transaction).await?;
            let what = format!("パスキー「{}」を削除", row.name);
            record::happened(transaction, visitor, &signed.account, Event::CredentialsChanged, what).await
        })
        .await
}

async fn own_row(transaction: &Transaction, account: AccountId, id: PasskeyId) -> Result<passkey::Model> {
    let found = passkey::Entity::find_by_id(id.0).filter(passkey::Column::AccountId.eq(account.0));
    found.one(transaction).await?.ok_or(Error::NotFound("パスキー"))
}
