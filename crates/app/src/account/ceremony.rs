//! Something begun that a browser must finish: a passkey's challenge, an authenticator app being set up.
//! Kept in the database, because another process may get the answer.

use std::time::Duration;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::credential_row::ceremony;
use crate::store::Transaction;
use crate::{AccountId, Instant, Result, Secret};

/// What was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An authenticator app: the state is its secret.
    TotpSetUp,
    /// A new passkey.
    PasskeyRegistration,
    /// A sign-in with a passkey alone, by somebody who is not known yet.
    PasskeySignIn,
    /// A passkey as the second step.
    PasskeySecondStep,
}

impl Kind {
    const fn id(self) -> &'static str {
        match self {
            Self::TotpSetUp => "totp-set-up",
            Self::PasskeyRegistration => "passkey-registration",
            Self::PasskeySignIn => "passkey-sign-in",
            Self::PasskeySecondStep => "passkey-second-step",
        }
    }

    /// How long the answer may take.
    const fn lasts(self) -> Duration {
        match self {
            // Time enough to find and install an app.
            Self::TotpSetUp => Duration::from_secs(60 * 60),
            _ => Duration::from_secs(5 * 60),
        }
    }
}

/// Keeps `state`; answers what the browser brings back with its answer.
pub(super) async fn begin(
    transaction: &Transaction,
    now: Instant,
    kind: Kind,
    account: Option<AccountId>,
    state: &impl Serialize,
) -> Result<Secret> {
    ceremony::Entity::delete_many().filter(ceremony::Column::ExpiresAt.lte(now.0)).exec(transaction).await?;
    let secret = Secret::new()?;
    let row = ceremony::ActiveModel {
        id_hash: Set(secret.hash().0),
        kind: Set(kind.id().to_owned()),
        account_id: Set(account.map(|account| account.0)),
        state: Set(serde_json::to_string(state)?),
        expires_at: Set(now.plus(kind.lasts()).0),
    };
    ceremony::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(secret)
}

/// The state of a ceremony that this account (or nobody yet) has begun; it is gone afterwards: a challenge is
/// answered once.
pub(super) async fn take<T: DeserializeOwned>(
    transaction: &Transaction,
    now: Instant,
    kind: Kind,
    account: Option<AccountId>,
    secret: &Secret,
) -> Result<Option<T>> {
    let found = ceremony::Entity::find_by_id(secret.hash().0)
        .filter(ceremony::Column::Kind.eq(kind.id()))
        .filter(ceremony::Column::ExpiresAt.gt(now.0))
        .lock_exclusive()
        .one(transaction)
        .await?
        .filter(|row| row.account_id == account.map(|account| account.0));
    let Some(row) = found else { return Ok(None) };
    ceremony::Entity::delete_by_id(row.id_hash).exec(transaction).await?;
    Ok(Some(serde_json::from_str(&row.state)?))
}

/// The state of the one ceremony of that kind that an account has begun, to be looked at again.
pub(super) async fn pending<T: DeserializeOwned>(
    connection: &impl sea_orm::ConnectionTrait,
    now: Instant,
    kind: Kind,
    account: AccountId,
) -> Result<Option<T>> {
    let found = ceremony::Entity::find()
        .filter(ceremony::Column::Kind.eq(kind.id()))
        .filter(ceremony::Column::AccountId.eq(account.0))
        .filter(ceremony::Column::ExpiresAt.gt(now.0))
        .one(connection)
        .await?;
    found.map(|row| serde_json::from_str(&row.state).map_err(Into::into)).transpose()
}

/// Gives up what an account has begun: of one kind, or all.
pub(super) async fn abandon(transaction: &Transaction, account: AccountId, kind: Option<Kind>) -> Result<()> {
    let mut rows = ceremony::Entity::delete_many().filter(ceremony::Column::AccountId.eq(account.0));
    if let Some(kind) = kind {
        rows = rows.filter(ceremony::Column::Kind.eq(kind.id()));
    }
    rows.exec(transaction).await?;
    Ok(())
}
