//! One more role for a person of the organization.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::rule::{belongs, check_role, lock};
use crate::account::row::{account, membership};
use crate::account::{self as accounts, Account};
use crate::store::Transaction;
use crate::{AccountId, Context, DepartmentId, Error, MembershipId, Permission, Result, Role};

/// What the form asks.
#[derive(Debug, Clone)]
pub struct NewRole {
    /// Who gets it.
    pub account: AccountId,
    /// 役割, once chosen.
    pub role: Option<Role>,
    /// 部署, for roles that are of one.
    pub department: Option<DepartmentId>,
}

/// Gives a person of the organization one more role.
///
/// # Errors
/// [`Error::Forbidden`] unless [`super::may_give`]; [`Error::NotFound`] where the person does not belong
/// here; [`Error::Invalid`] for role or department; [`Error::Refused`] where they hold it already.
pub async fn add_role(context: &Context, wanted: NewRole) -> Result<MembershipId> {
    context.require(Permission::ManagePeople)?;
    context
        .transaction(async |transaction| {
            lock(transaction, context.organization).await?;
            if !belongs(transaction, context.organization, wanted.account).await? {
                return Err(Error::NotFound("人"));
            }
            let mut problems = Vec::new();
            let checked = check_role(transaction, context, wanted.role, wanted.department, &mut problems).await?;
            let Some((role, department)) = checked else { return Err(Error::Invalid { problems }) };
            let account = account::Entity::find_by_id(wanted.account.0).one(transaction).await?;
            let account: Account = account.ok_or(Error::NotFound("人"))?.into();
            require_not_held(transaction, context, &account, role, department).await?;
            accounts::grant(transaction, context, &account, role, department).await
        })
        .await
}

/// Refuses where the person holds the role already.
pub(super) async fn require_not_held(
    transaction: &Transaction,
    context: &Context,
    account: &Account,
    role: Role,
    department: Option<DepartmentId>,
) -> Result<()> {
    let held = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .filter(membership::Column::AccountId.eq(account.id.0))
        .filter(membership::Column::Role.eq(role.id()))
        .all(transaction)
        .await?;
    if held.iter().any(|row| row.department_id == department.map(|department| department.0)) {
        return Err(Error::Refused(format!("{}さんは、もう「{}」の役割を持っています。", account.name, role.title())));
    }
    Ok(())
}
