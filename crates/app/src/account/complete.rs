//! The end of every way of signing in: the session, and the record of it.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Account, Stage, record, row, session};
use crate::audit_log::Event;
use crate::store::Transaction;
use crate::{AccountId, OrganizationId, Result, Secret, Visitor};

/// How somebody showed who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    /// Mail address and password.
    Password,
    /// Password, then a code of the authenticator app.
    Code,
    /// Password, then a recovery code.
    RecoveryCode,
    /// Password, then a passkey.
    PasswordAndPasskey,
    /// A passkey alone.
    Passkey,
    /// The link of an invitation, with which the account was made.
    Invitation,
}

impl Method {
    const fn title(self) -> &'static str {
        match self {
            Self::Password => "パスワード",
            Self::Code => "パスワードと認証アプリのコード",
            Self::RecoveryCode => "パスワードと回復コード",
            Self::PasswordAndPasskey => "パスワードとパスキー",
            Self::Passkey => "パスキー",
            Self::Invitation => "招待のリンク",
        }
    }
}

/// Starts the session of a person who has shown who they are, and records it. A new session, with a new secret:
/// what the browser held before is worth nothing.
pub(crate) async fn complete(
    transaction: &Transaction,
    visitor: &Visitor,
    account: &Account,
    method: Method,
) -> Result<Secret> {
    let organization = first_organization(transaction, account.id).await?;
    let secret = session::start(transaction, visitor, account.id, organization, Stage::SignedIn).await?;
    record::happened(transaction, visitor, account, Event::SignedIn, method.title()).await?;
    Ok(secret)
}

/// The organization that a person sees first: the one they joined first.
async fn first_organization(transaction: &Transaction, account: AccountId) -> Result<Option<OrganizationId>> {
    let first = row::membership::Entity::find()
        .filter(row::membership::Column::AccountId.eq(account.0))
        .order_by_asc(row::membership::Column::CreatedAt)
        .order_by_asc(row::membership::Column::Id)
        .one(transaction)
        .await?;
    Ok(first.map(|membership| OrganizationId(membership.organization_id)))
}
