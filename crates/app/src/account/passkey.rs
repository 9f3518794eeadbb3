//! パスキー: a key in a person's phone, PC or security key, opened by finger, face or PIN.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use webauthn_rs::prelude::{AuthenticationResult, Passkey as Credential};

use super::Signed;
use super::credential_row::passkey;
use crate::store::Transaction;
use crate::{AccountId, Error, Instant, PasskeyId, Result, Visitor};

/// Longest name, in characters.
const LONGEST_NAME: usize = 50;

/// A person's passkey, as they see it in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passkey {
    /// Key.
    pub id: PasskeyId,
    /// The name that the person gave it.
    pub name: String,
    /// Since when.
    pub created_at: Instant,
    /// Last used.
    pub used_at: Option<Instant>,
}

impl From<passkey::Model> for Passkey {
    fn from(row: passkey::Model) -> Self {
        Self {
            id: PasskeyId(row.id),
            name: row.name,
            created_at: Instant(row.created_at),
            used_at: row.used_at.map(Instant),
        }
    }
}

/// The person's own passkeys, oldest first.
///
/// # Errors
/// [`Error::SignedOut`] before the second step.
pub async fn passkeys(visitor: &Visitor, signed: &Signed) -> Result<Vec<Passkey>> {
    signed.require()?;
    Ok(rows_of(visitor.reader(), signed.account.id).await?.into_iter().map(Passkey::from).collect())
}

/// All passkeys of an account, oldest first.
pub(super) async fn rows_of(connection: &impl ConnectionTrait, account: AccountId) -> Result<Vec<passkey::Model>> {
    let rows = passkey::Entity::find()
        .filter(passkey::Column::AccountId.eq(account.0))
        .order_by_asc(passkey::Column::CreatedAt)
        .order_by_asc(passkey::Column::Id);
    Ok(rows.all(connection).await?)
}

/// The public key and counter in a row.
pub(super) fn credential(row: &passkey::Model) -> Result<Credential> {
    Ok(serde_json::from_str(&row.credential)?)
}

/// The authenticator's own id of a key, as it is stored.
pub(super) fn credential_id(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Keeps the counter of a passkey that was just used.
pub(super) async fn used(
    transaction: &Transaction,
    row: passkey::Model,
    result: &AuthenticationResult,
    now: Instant,
) -> Result<()> {
    let mut credential = credential(&row)?;
    credential.update_credential(result);
    let changed = passkey::ActiveModel {
        id: Set(row.id),
        credential: Set(serde_json::to_string(&credential)?),
        used_at: Set(Some(now.0)),
        ..Default::default()
    };
    passkey::Entity::update(changed).exec(transaction).await?;
    Ok(())
}

/// A name that can be given to a passkey.
pub(super) fn checked_name(name: &str) -> Result<String> {
    let name = name.trim();
    if (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control) {
        return Ok(name.to_owned());
    }
    let message = format!("『パスキーの名前』を1〜{LONGEST_NAME}文字で入力してください。例：会社のPC");
    Err(Error::invalid("name", message))
}
