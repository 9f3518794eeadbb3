//! Signing in with a password, and out.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{PasswordHash, Stage, email_key, password, row, session};
use crate::{AccountId, Error, OrganizationId, Result, Secret, SecretHash, Visitor};

/// How far a sign-in came.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// For the browser's cookie.
    pub session: Secret,
    /// Whether a second step is still asked.
    pub stage: Stage,
}

/// Signs a person in by mail address and password.
///
/// # Errors
/// [`Error::Refused`] with the same sentence, after the same time, whether the address is unknown or the
/// password wrong.
pub async fn sign_in(visitor: &Visitor, email: &str, password: String) -> Result<SignIn> {
    let found = row::account::Entity::find()
        .filter(row::account::Column::EmailKey.eq(email_key(email)))
        .one(visitor.reader())
        .await?
        .filter(|account| !account.disabled);
    let stored = found.as_ref().map(|account| PasswordHash(account.password_hash.clone()));
    let right = password::verify(password, stored).await?;
    let (Some(account), true) = (found, right) else {
        return Err(Error::Refused("メールアドレスかパスワードが違います。もう一度確かめて入力してください。".into()));
    };
    let stage = if account.totp_secret.is_some() { Stage::SecondFactor } else { Stage::SignedIn };
    let account_id = AccountId(account.id);
    let organization = first_organization(visitor, account_id).await?;
    let session = visitor
        .transaction(async |transaction| session::start(transaction, visitor, account_id, organization, stage).await)
        .await?;
    Ok(SignIn { session, stage })
}

/// The organization that a person sees first: the one they joined first.
async fn first_organization(visitor: &Visitor, account: AccountId) -> Result<Option<OrganizationId>> {
    use sea_orm::QueryOrder as _;
    let first = row::membership::Entity::find()
        .filter(row::membership::Column::AccountId.eq(account.0))
        .order_by_asc(row::membership::Column::CreatedAt)
        .order_by_asc(row::membership::Column::Id)
        .one(visitor.reader())
        .await?;
    Ok(first.map(|membership| OrganizationId(membership.organization_id)))
}

/// Ends the session of that secret; nothing happens where there is none.
///
/// # Errors
/// [`Error::Database`].
pub async fn sign_out(visitor: &Visitor, session: &SecretHash) -> Result<()> {
    visitor
        .transaction(async |transaction| {
            row::session::Entity::delete_by_id(session.0.clone()).exec(transaction).await?;
            Ok(())
        })
        .await
}
