//! Giving a role.

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;

use super::{Account, row};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, DepartmentId, MembershipId, Result, Role};

/// Gives `account` a role in the context's organization. The caller has asked for the permission.
pub(crate) async fn grant(
    transaction: &Transaction,
    context: &Context,
    account: &Account,
    role: Role,
    department: Option<DepartmentId>,
) -> Result<MembershipId> {
    let id = MembershipId::new();
    give(transaction, context, account, id, role, department, None).await?;
    Ok(id)
}

/// The same with a key; where it undoes a record, that one's sequence.
pub(crate) async fn give(
    transaction: &Transaction,
    context: &Context,
    account: &Account,
    id: MembershipId,
    role: Role,
    department: Option<DepartmentId>,
    undoes: Option<i64>,
) -> Result<()> {
    let row = row::membership::ActiveModel {
        organization_id: Set(context.organization.0),
        id: Set(id.0),
        account_id: Set(account.id.0),
        role: Set(role.id().to_owned()),
        department_id: Set(department.map(|department| department.0)),
        created_at: Set(context.now().0),
    };
    row::membership::Entity::insert(row).exec_without_returning(transaction).await?;
    let after = json!({ "account": account.id, "name": account.name, "role": role.id(), "department": department });
    let label = format!("{}：{}", account.name, role.title());
    let change = Change::new(Event::Created, Entity::Membership, id, label).after(&after)?;
    audit_log::record(transaction, context, Change { undoes, ..change }).await?;
    Ok(())
}
