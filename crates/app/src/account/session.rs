//! Sessions: a browser that has shown who its person is. Only the hash of the id is stored.

use std::time::Duration;

use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::{Signed, row};
use crate::store::Transaction;
use crate::{AccountId, Error, Instant, OrganizationId, Result, Secret, SecretHash, Visitor};

/// A session ends when it was not used for so long …
pub(crate) const IDLE: Duration = Duration::from_secs(12 * 60 * 60);
/// … and in any case after so long.
pub(crate) const LONGEST: Duration = Duration::from_secs(14 * 24 * 60 * 60);
/// How long the second step of a sign-in may take.
pub(crate) const SECOND_STEP: Duration = Duration::from_secs(10 * 60);

/// How far a sign-in has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; a code is still asked.
    SecondFactor,
    /// Signed in.
    SignedIn,
}

impl Stage {
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::SecondFactor => "second-factor",
            Self::SignedIn => "signed-in",
        }
    }

    pub(crate) fn from_id(id: &str) -> Result<Self> {
        match id {
            "second-factor" => Ok(Self::SecondFactor),
            "signed-in" => Ok(Self::SignedIn),
            other => Err(Error::internal(format!("session stage {other}"))),
        }
    }
}

/// One session, as its person sees it in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What the database knows it by.
    pub id_hash: SecretHash,
    /// What the browser said it is.
    pub user_agent: String,
    /// From where.
    pub network: String,
    /// Since when.
    pub created_at: Instant,
    /// Last used; known to five minutes.
    pub seen_at: Instant,
}

impl From<row::session::Model> for Session {
    fn from(row: row::session::Model) -> Self {
        Self {
            id_hash: SecretHash(row.id_hash),
            user_agent: row.user_agent,
            network: row.network,
            created_at: Instant(row.created_at),
            seen_at: Instant(row.seen_at),
        }
    }
}

/// Starts a session and answers its secret, for the cookie alone.
pub(crate) async fn start(
    transaction: &Transaction,
    visitor: &Visitor,
    account: AccountId,
    organization: Option<OrganizationId>,
    stage: Stage,
) -> Result<Secret> {
    let secret = Secret::new()?;
    let now = visitor.now();
    remove_ended(transaction, now).await?;
    let lasts = if stage == Stage::SignedIn { LONGEST } else { SECOND_STEP };
    let row = row::session::ActiveModel {
        id_hash: Set(secret.hash().0),
        account_id: Set(account.0),
        organization_id: Set(organization.map(|organization| organization.0)),
        stage: Set(stage.id().to_owned()),
        user_agent: Set(visitor.user_agent.chars().take(300).collect()),
        network: Set(visitor.network.clone()),
        created_at: Set(now.0),
        seen_at: Set(now.0),
        expires_at: Set(now.plus(lasts).0),
    };
    row::session::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(secret)
}

/// Removes everybody's sessions that nobody can use any more.
async fn remove_ended(transaction: &Transaction, now: Instant) -> Result<()> {
    let ended = Condition::any()
        .add(row::session::Column::ExpiresAt.lte(now.0))
        .add(row::session::Column::SeenAt.lte(now.minus(IDLE).0));
    row::session::Entity::delete_many().filter(ended).exec(transaction).await?;
    Ok(())
}

/// The person's sessions that can still be used, the last used first.
///
/// # Errors
/// [`Error::SignedOut`] before the second step.
pub async fn sessions(visitor: &Visitor, signed: &Signed) -> Result<Vec<Session>> {
    signed.require()?;
    let now = visitor.now();
    let rows = row::session::Entity::find()
        .filter(row::session::Column::AccountId.eq(signed.account.id.0))
        .filter(row::session::Column::Stage.eq(Stage::SignedIn.id()))
        .filter(row::session::Column::ExpiresAt.gt(now.0))
        .filter(row::session::Column::SeenAt.gt(now.minus(IDLE).0))
        .order_by_desc(row::session::Column::SeenAt)
        .order_by_desc(row::session::Column::CreatedAt)
        .all(visitor.reader())
        .await?;
    Ok(rows.into_iter().map(Session::from).collect())
}
