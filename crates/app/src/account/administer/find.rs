//! Which accounts there are.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::require_operator;
use crate::account::credential_row::passkey;
use crate::account::{Account, Membership, email_key, row};
use crate::organization;
use crate::{AccountId, DepartmentId, Error, OrganizationId, Result, Role, Visitor};

/// An account, as the operator sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Who.
    pub account: Account,
    /// Whether it is stopped.
    pub disabled: bool,
    /// Whether 2段階認証 is in use.
    pub two_steps: bool,
    /// How many passkeys there are.
    pub passkeys: usize,
    /// Where the person belongs, with their roles.
    pub memberships: Vec<Membership>,
}

/// The account of that mail address.
///
/// # Errors
/// [`Error::Forbidden`] unless asked at the machine; [`Error::Refused`] where there is none.
pub async fn find(visitor: &Visitor, email: &str) -> Result<Known> {
    require_operator(visitor)?;
    let found = row::account::Entity::find().filter(row::account::Column::EmailKey.eq(email_key(email)));
    let Some(found) = found.one(visitor.reader()).await? else { return Err(unknown(email)) };
    known(visitor, vec![found]).await?.pop().ok_or_else(|| unknown(email))
}

/// Every account, oldest first.
///
/// # Errors
/// [`Error::Forbidden`] unless asked at the machine.
pub async fn list(visitor: &Visitor) -> Result<Vec<Known>> {
    require_operator(visitor)?;
    let all = row::account::Entity::find().order_by_asc(row::account::Column::Id).all(visitor.reader()).await?;
    known(visitor, all).await
}

pub(super) fn unknown(email: &str) -> Error {
    Error::Refused(format!(
        "「{}」のアカウントがありません。sonae account list で一覧を確かめてください。",
        email.trim()
    ))
}

async fn known(visitor: &Visitor, accounts: Vec<row::account::Model>) -> Result<Vec<Known>> {
    let mut found = Vec::new();
    for account in accounts {
        let id = account.id;
        let passkeys = passkey::Entity::find().filter(passkey::Column::AccountId.eq(id)).all(visitor.reader()).await?;
        found.push(Known {
            disabled: account.disabled,
            two_steps: account.totp_secret.is_some(),
            passkeys: passkeys.len(),
            memberships: memberships(visitor, AccountId(id)).await?,
            account: account.into(),
        });
    }
    Ok(found)
}

async fn memberships(visitor: &Visitor, account: AccountId) -> Result<Vec<Membership>> {
    let rows = row::membership::Entity::find()
        .filter(row::membership::Column::AccountId.eq(account.0))
        .order_by_asc(row::membership::Column::CreatedAt)
        .order_by_asc(row::membership::Column::Id)
        .find_also_related(organization::row::organization::Entity)
        .all(visitor.reader())
        .await?;
    let mut memberships: Vec<Membership> = Vec::new();
    for (row, organization) in rows {
        let (Some(organization), Some(role)) = (organization, Role::from_id(&row.role)) else { continue };
        let role = (role, row.department_id.map(DepartmentId));
        let id = OrganizationId(row.organization_id);
        match memberships.iter_mut().find(|membership| membership.organization == id) {
            Some(there) => there.roles.push(role),
            None => memberships.push(Membership {
                organization: id,
                organization_name: organization.name,
                roles: vec![role],
            }),
        }
    }
    Ok(memberships)
}
