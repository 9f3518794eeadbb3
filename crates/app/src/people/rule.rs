//! What holds for every change of who belongs: who may give what, and that somebody is left in charge.

use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use crate::account::row::{account, membership};
use crate::organization::{department, row::organization};
use crate::store::Transaction;
use crate::{AccountId, Context, DepartmentId, Error, FieldProblem, OrganizationId, Permission, Result, Role};

/// Whether the actor may give `role` (for `department`) or take it: they manage people and may do
/// themselves all that it opens. `permission.rs` says why.
pub fn may_give(context: &Context, role: Role, department: Option<DepartmentId>) -> bool {
    let opened = Permission::ALL.into_iter().filter(|permission| role.allows(*permission));
    let covered = |permission| context.scope(permission).is_ok_and(|scope| scope.covers(department));
    context.require(Permission::ManagePeople).is_ok() && { opened }.all(covered)
}

/// The roles that a form offers the actor to give, in the usual order.
pub fn offered(context: &Context) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| may_give(context, *role, None)).collect()
}

/// [`Error::Forbidden`] unless [`may_give`].
pub(crate) fn require_giving(context: &Context, role: Role, department: Option<DepartmentId>) -> Result<()> {
    if may_give(context, role, department) { Ok(()) } else { Err(Error::Forbidden) }
}

/// Makes changes of who belongs to an organization wait for each other until the transaction ends, so
/// that what was counted is still so. Answers the organization's name.
pub(crate) async fn lock(transaction: &Transaction, organization: OrganizationId) -> Result<String> {
    // Not FOR UPDATE: rows of other capabilities may go on being written below this organization.
    let row = organization::Entity::find_by_id(organization.0).lock(LockType::NoKeyUpdate).one(transaction).await?;
    Ok(row.ok_or(Error::NotFound("組織"))?.name)
}

/// Checks role and department of a form; every problem goes to `problems`, `None` where there is any.
///
/// # Errors
/// [`Error::Forbidden`] where the actor may not give that role.
pub(crate) async fn check_role(
    connection: &impl ConnectionTrait,
    context: &Context,
    role: Option<Role>,
    department: Option<DepartmentId>,
    problems: &mut Vec<FieldProblem>,
) -> Result<Option<(Role, Option<DepartmentId>)>> {
    let Some(role) = role else {
        problems.push(FieldProblem::new("role", "『役割』を1つ選んでください。"));
        return Ok(None);
    };
    require_giving(context, role, department)?;
    let problem = match department {
        None if role.of_department() => {
            format!("『役割』が「{}」のときは、『部署』を選んでください。", role.title())
        }
        Some(_) if !role.of_department() => {
            format!("『役割』が「{}」のときは、会社全体が対象です。『部署』は選ばないでください。", role.title())
        }
        Some(id) if department::find(connection, context, id).await?.is_none() => {
            "選んだ『部署』が見つかりません。選び直してください。".to_owned()
        }
        _ => return Ok(Some((role, department))),
    };
    problems.push(FieldProblem::new("department", problem));
    Ok(None)
}

/// Whether the account has any role in the organization.
pub(crate) async fn belongs(
    transaction: &Transaction,
    organization: OrganizationId,
    account: AccountId,
) -> Result<bool> {
    let roles = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization.0))
        .filter(membership::Column::AccountId.eq(account.0))
        .count(transaction)
        .await?;
    Ok(roles > 0)
}

/// Refuses where the rows that were just taken leave nobody in charge who can sign in.
pub(super) async fn require_officer_left(transaction: &Transaction, context: &Context) -> Result<()> {
    let officers = membership::Entity::find()
        .inner_join(account::Entity)
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .filter(membership::Column::Role.eq(Role::SecurityOfficer.id()))
        .filter(account::Column::Disabled.eq(false))
        .count(transaction)
        .await?;
    if officers > 0 {
        return Ok(());
    }
    Err(Error::Refused(
        "情報セキュリティ責任者がいなくなるため、できません。先に、ほかの人に「情報セキュリティ責任者」の役割を付けてください。"
            .into(),
    ))
}
