//! 回復コード: for the day when the phone is lost. Shown once, stored as hashes, each works once.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::confirm::confirm;
use super::credential_row::recovery_code;
use super::{Signed, record};
use crate::audit_log::Event;
use crate::store::Transaction;
use crate::{AccountId, Error, Instant, Result, Visitor};

/// How many a person gets.
const NUMBER: usize = 10;
/// Letters of one: 80 random bits, so that a plain hash of it cannot be searched.
const LENGTH: usize = 16;
/// Without i, l, o, u: what looks alike is read alike.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A new set of codes, to be shown once. Not `Display`, and its `Debug` is silent: it must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCodes(Vec<String>);

impl std::fmt::Debug for RecoveryCodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCodes(…)")
    }
}

impl RecoveryCodes {
    fn new() -> Result<Self> {
        let mut bytes = [0u8; NUMBER * LENGTH];
        getrandom::fill(&mut bytes).map_err(|error| Error::internal(format!("no randomness: {error}")))?;
        let code = |bytes: &[u8]| {
            let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
            letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
        };
        Ok(Self(bytes.chunks(LENGTH).map(code).collect()))
    }

    /// The codes, for their person alone: `k7mw-3xqp-9tdh-0b2c`.
    pub fn reveal(&self) -> &[String] {
        &self.0
    }
}

/// Makes a new set for a person who uses 2段階認証; the old codes stop working.
///
/// # Errors
/// [`Error::Invalid`] at `password` where it is wrong; [`Error::TooManyAttempts`]; [`Error::Refused`] where
/// 2段階認証 is not in use; [`Error::SignedOut`] before the second step.
pub async fn renew_recovery_codes(visitor: &Visitor, signed: &Signed, password: String) -> Result<RecoveryCodes> {
    let confirmed = confirm(visitor, signed, password, "password").await?;
    visitor
        .transaction(async |transaction| {
            let account = confirmed.accept(transaction, signed).await?;
            if account.totp_secret.is_none() {
                return Err(Error::Refused("回復コードは、2段階認証を使うときに作れます。".into()));
            }
            let codes = replace(transaction, signed.account.id, visitor.now()).await?;
            let what = "回復コードを作り直し";
            record::happened(transaction, visitor, &signed.account, Event::CredentialsChanged, what).await?;
            Ok(codes)
        })
        .await
}

/// Writes a new set in place of the old.
pub(super) async fn replace(transaction: &Transaction, account: AccountId, now: Instant) -> Result<RecoveryCodes> {
    remove(transaction, account).await?;
    let codes = RecoveryCodes::new()?;
    let rows = codes.0.iter().map(|code| recovery_code::ActiveModel {
        id: Set(Uuid::now_v7()),
        account_id: Set(account.0),
        code_hash: Set(hash(account, &typed(code))),
        created_at: Set(now.0),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    Ok(codes)
}

/// Takes all codes of an account away.
pub(super) async fn remove(transaction: &Transaction, account: AccountId) -> Result<()> {
    let codes = recovery_code::Column::AccountId.eq(account.0);
    recovery_code::Entity::delete_many().filter(codes).exec(transaction).await?;
    Ok(())
}

/// Uses a code, once: answers whether there was such an unused one.
pub(super) async fn use_code(transaction: &Transaction, account: AccountId, code: &str, now: Instant) -> Result<bool> {
    let used = recovery_code::Entity::update_many()
        .set(recovery_code::ActiveModel { used_at: Set(Some(now.0)), ..Default::default() })
        .filter(recovery_code::Column::AccountId.eq(account.0))
        .filter(recovery_code::Column::CodeHash.eq(hash(account, &typed(code))))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(transaction)
        .await?;
    Ok(used.rows_affected == 1)
}

/// How many unused codes an account has.
pub(super) async fn left(connection: &impl ConnectionTrait, account: AccountId) -> Result<u64> {
    let unused = recovery_code::Entity::find()
        .filter(recovery_code::Column::AccountId.eq(account.0))
        .filter(recovery_code::Column::UsedAt.is_null());
    Ok(unused.count(connection).await?)
}

/// SHA-256 over account and code: the same code of two people has two hashes.
fn hash(account: AccountId, code: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::new().chain_update(account.0.as_bytes()).chain_update(code).finalize())
}

/// What a person types, from paper: full width, capitals, with or without hyphens, o for 0.
fn typed(code: &str) -> String {
    let same = |character| match character {
        'o' => Some('0'),
        'i' | 'l' => Some('1'),
        letter if letter.is_ascii_alphanumeric() => Some(letter),
        _ => None,
    };
    japanese::matching_key(code).chars().filter_map(same).collect()
}

#[cfg(test)]
mod tests {
    use super::{LENGTH, NUMBER, RecoveryCodes, typed};

    #[test]
    fn codes_are_many_different_and_silent() -> crate::Result<()> {
        let codes = RecoveryCodes::new()?;
        let different: std::collections::BTreeSet<&String> = codes.reveal().iter().collect();
        assert_eq!(different.len(), NUMBER);
        assert!(codes.reveal().iter().all(|code| typed(code).len() == LENGTH && code.len() == LENGTH + 3));
        assert_eq!(format!("{codes:?}"), "RecoveryCodes(…)");
        Ok(())
    }

    #[test]
    fn paper_is_read_generously() {
        assert_eq!(typed("K7MW-3XQP-9TDH-0B2C"), "k7mw3xqp9tdh0b2c");
        assert_eq!(typed(" ｋ７ｍｗ ー 3xqp 9tdhob2c"), "k7mw3xqp9tdh0b2c");
    }
}
