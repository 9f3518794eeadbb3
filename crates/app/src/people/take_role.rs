//! A role is taken away.

use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;

use super::rule::{lock, require_giving, require_officer_left};
use crate::account::row::{account, membership};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{AccountId, Context, DepartmentId, Error, MembershipId, Permission, Result, Role, invitation};

/// Takes one role from a person. The last one stays: to let somebody go, [`remove`](super::remove) them.
///
/// # Errors
/// [`Error::Forbidden`] unless [`super::may_give`]; [`Error::NotFound`]; [`Error::Refused`] where it is
/// the person's last role or leaves no 情報セキュリティ責任者.
pub async fn take_role(context: &Context, id: MembershipId) -> Result<()> {
    context.require(Permission::ManagePeople)?;
    context
        .transaction(async |transaction| {
            lock(transaction, context.organization).await?;
            let (row, account) = membership::Entity::find_by_id((context.organization.0, id.0))
                .find_also_related(account::Entity)
                .one(transaction)
                .await?
                .and_then(|(row, account)| Some((row, account?)))
                .ok_or(Error::NotFound("役割"))?;
            take_one(transaction, context, row, account, None).await
        })
        .await
}

/// Takes one role of several; the invitations that the person can no longer have given go with it.
pub(super) async fn take_one(
    transaction: &Transaction,
    context: &Context,
    row: membership::Model,
    account: account::Model,
    undoes: Option<i64>,
) -> Result<()> {
    let others = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .filter(membership::Column::AccountId.eq(account.id))
        .filter(membership::Column::Id.ne(row.id))
        .count(transaction)
        .await?;
    if others == 0 {
        return Err(Error::Refused(format!(
            "{}さんの役割はこれだけです。先に別の役割を付けるか、「組織から外す」を使ってください。",
            account.name
        )));
    }
    take(transaction, context, row, &account.name, undoes).await?;
    invitation::revoke_of_former(transaction, context, AccountId(account.id)).await
}

/// Takes one role, with its record.
pub(super) async fn take(
    transaction: &Transaction,
    context: &Context,
    row: membership::Model,
    name: &str,
    undoes: Option<i64>,
) -> Result<()> {
    let department = row.department_id.map(DepartmentId);
    // A word of a later version that this one does not know: only who may everything may take it.
    let role = Role::from_id(&row.role);
    require_giving(context, role.unwrap_or(Role::SecurityOfficer), department)?;
    membership::Entity::delete_by_id((row.organization_id, row.id)).exec(transaction).await?;
    if role == Some(Role::SecurityOfficer) {
        require_officer_left(transaction, context).await?;
    }
    let before =
        json!({ "account": AccountId(row.account_id), "name": name, "role": row.role, "department": department });
    let label = format!("{name}：{}", role.map_or(row.role.as_str(), |role| role.title()));
    let change = Change::new(Event::Removed, Entity::Membership, row.id, label);
    audit_log::record(transaction, context, Change { undoes, ..change.before(&before)? }).await?;
    Ok(())
}
