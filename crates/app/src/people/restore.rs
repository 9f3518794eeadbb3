//! Undoing the giving or taking of a role: the audit log asks for it.

use sea_orm::{ConnectionTrait, EntityTrait};
use serde::Deserialize;
use serde_json::Value;

use super::add_role::require_not_held;
use super::rule::{lock, require_giving};
use super::take_role::take_one;
use crate::account::row::{account, membership};
use crate::account::{self as accounts, Account};
use crate::organization::department;
use crate::store::Transaction;
use crate::{AccountId, Context, DepartmentId, Error, MembershipId, Result, Role};

/// What the log keeps of a role that somebody holds. It never changes: it is given, and taken.
#[derive(Deserialize)]
struct Snapshot {
    account: AccountId,
    name: String,
    role: String,
    department: Option<DepartmentId>,
}

/// Whether somebody holds it now.
pub(crate) async fn is_held(connection: &impl ConnectionTrait, context: &Context, id: MembershipId) -> Result<bool> {
    let row = membership::Entity::find_by_id((context.organization.0, id.0)).one(connection).await?;
    Ok(row.is_some())
}

/// Gives back what `wanted` says, or takes it where nothing is wanted, as a new change that undoes the record
/// of that sequence.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may give the role; [`Error::Refused`] where it is the person's last
/// role, nobody would be left in charge, or person or department are gone.
pub(crate) async fn restore(
    transaction: &Transaction,
    context: &Context,
    id: MembershipId,
    wanted: Option<&Value>,
    undoes: i64,
) -> Result<()> {
    lock(transaction, context.organization).await?;
    let held = membership::Entity::find_by_id((context.organization.0, id.0))
        .find_also_related(account::Entity)
        .one(transaction)
        .await?;
    match (held, wanted) {
        (Some((row, Some(account))), None) => take_one(transaction, context, row, account, Some(undoes)).await,
        (None, Some(wanted)) => {
            let snapshot: Snapshot = serde_json::from_value(wanted.clone())?;
            give_back(transaction, context, id, snapshot, undoes).await
        }
        _ => Ok(()),
    }
}

async fn give_back(
    transaction: &Transaction,
    context: &Context,
    id: MembershipId,
    wanted: Snapshot,
    undoes: i64,
) -> Result<()> {
    let role = Role::from_id(&wanted.role)
        .ok_or_else(|| Error::Refused("この役割は、今はありません。別の役割を付けてください。".into()))?;
    require_giving(context, role, wanted.department)?;
    if let Some(id) = wanted.department
        && department::find(transaction, context, id).await?.is_none()
    {
        return Err(Error::Refused(
            "役割の部署が削除されています。先に、部署を削除した記録を取り消してください。".into(),
        ));
    }
    let account = account::Entity::find_by_id(wanted.account.0).one(transaction).await?;
    let account: Account =
        account.ok_or_else(|| Error::Refused(format!("{}さんのアカウントが、今はありません。", wanted.name)))?.into();
    require_not_held(transaction, context, &account, role, wanted.department).await?;
    accounts::give(transaction, context, &account, id, role, wanted.department, Some(undoes)).await
}
