//! Whom a risk can be given to: リスク所有者, who approve what is decided about it, and those who do the work.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::account::row::{account, membership};
use crate::{AccountId, Context, DepartmentId, Permission, Result, Role};

/// Somebody who may own risks, or work on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Which account.
    pub account: AccountId,
    /// 氏名
    pub name: String,
    /// The departments whose risks these are; `None` for all.
    pub departments: Option<Vec<DepartmentId>>,
}

impl Owner {
    /// Whether that is so for what belongs to that department.
    pub fn covers(&self, department: Option<DepartmentId>) -> bool {
        match &self.departments {
            None => true,
            Some(own) => department.is_some_and(|department| own.contains(&department)),
        }
    }
}

/// Everybody who may own a risk, in the order of joining.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::EditRisks`].
pub async fn owners(context: &Context) -> Result<Vec<Owner>> {
    context.scope(Permission::EditRisks)?;
    approvers(context.reader(), context).await
}

/// Everybody who can be asked to do a task: who sees the risk, and may change anything at all.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::EditRisks`].
pub async fn workers(context: &Context) -> Result<Vec<Owner>> {
    context.scope(Permission::EditRisks)?;
    read(context.reader(), context, works).await
}

fn owns(role: Role) -> bool {
    role.allows(Permission::AcceptRisk)
}

pub(crate) fn works(role: Role) -> bool {
    role.allows(Permission::ReadRisks) && role != Role::Auditor
}

/// Everybody who may own a risk, whoever asks.
pub(super) async fn approvers(connection: &impl ConnectionTrait, context: &Context) -> Result<Vec<Owner>> {
    read(connection, context, owns).await
}

/// Those with such a role, whoever asks.
pub(crate) async fn read(
    connection: &impl ConnectionTrait,
    context: &Context,
    is_eligible: fn(Role) -> bool,
) -> Result<Vec<Owner>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .order_by_asc(membership::Column::CreatedAt)
        .order_by_asc(membership::Column::Id)
        .find_also_related(account::Entity)
        .all(connection)
        .await?;
    let mut owners: Vec<Owner> = Vec::new();
    for (held, account) in rows {
        let Some(account) = account.filter(|account| !account.disabled) else { continue };
        let role = Role::from_id(&held.role).filter(|role| is_eligible(*role));
        let Some(role) = role else { continue };
        let place = owners.iter().position(|owner| owner.account.0 == account.id).unwrap_or_else(|| {
            let departments = Some(Vec::new());
            owners.push(Owner { account: AccountId(account.id), name: account.name, departments });
            owners.len() - 1
        });
        let departments = &mut owners[place].departments;
        match (role.of_department(), held.department_id) {
            (false, _) => *departments = None,
            (true, Some(id)) => departments.iter_mut().for_each(|own| own.push(DepartmentId(id))),
            (true, None) => {}
        }
    }
    owners.retain(|owner| owner.departments.as_ref().is_none_or(|own| !own.is_empty()));
    Ok(owners)
}

/// The name of the owner that is wanted for a risk of that department; `None` where they may not own it.
pub(super) async fn name(
    connection: &impl ConnectionTrait,
    context: &Context,
    wanted: Option<AccountId>,
    department: Option<DepartmentId>,
) -> Result<Option<String>> {
    let Some(wanted) = wanted else { return Ok(None) };
    let owners = approvers(connection, context).await?;
    Ok(owners.into_iter().find(|owner| owner.account == wanted && owner.covers(department)).map(|owner| owner.name))
}
