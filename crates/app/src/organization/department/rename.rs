//! Another name for a department.

use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect};

use super::{Department, require_free, row, taken_meanwhile, usable};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, DepartmentId, Error, Permission, Result};

/// Renames a department; what refers to it stays with it. Nothing happens where the name is the same.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::NotFound`];
/// [`Error::Invalid`] where the name is empty, too long or another department's.
pub async fn rename(context: &Context, id: DepartmentId, name: &str) -> Result<Department> {
    rename_unless_changed(context, id, None, name).await
}

/// The same, unless somebody changed it since that [mark](Department::mark) was read.
///
/// # Errors
/// As [`rename`]; [`Error::Stale`].
pub async fn rename_seen(context: &Context, id: DepartmentId, seen: &str, name: &str) -> Result<Department> {
    rename_unless_changed(context, id, Some(seen), name).await
}

async fn rename_unless_changed(
    context: &Context,
    id: DepartmentId,
    seen: Option<&str>,
    name: &str,
) -> Result<Department> {
    context.require(Permission::EditOrganization)?;
    let renamed = Department { id, name: usable(name)? };
    context
        .transaction(async |transaction| {
            let before = lock(transaction, context, id).await?.ok_or(Error::NotFound("部署"))?;
            if seen.is_some_and(|seen| seen != before.mark()) {
                return Err(Error::Stale);
            }
            if before == renamed {
                return Ok(before);
            }
            update(transaction, context, &before, &renamed, None).await?;
            Ok(renamed.clone())
        })
        .await
}

/// The department, locked until the transaction ends.
pub(super) async fn lock(transaction: &Transaction, context: &Context, id: DepartmentId) -> Result<Option<Department>> {
    let row = row::department::Entity::find_by_id((context.organization.0, id.0)).lock_exclusive();
    Ok(row.one(transaction).await?.map(Department::from))
}

/// Writes the new name over the old one, which was locked, with its record.
pub(super) async fn update(
    transaction: &Transaction,
    context: &Context,
    before: &Department,
    renamed: &Department,
    undoes: Option<i64>,
) -> Result<()> {
    require_free(transaction, context, &renamed.name, Some(renamed.id)).await?;
    let row = row::department::ActiveModel {
        organization_id: Set(context.organization.0),
        id: Set(renamed.id.0),
        name: Set(renamed.name.clone()),
        name_key: Set(japanese::matching_key(&renamed.name)),
        ..Default::default()
    };
    let updated = row::department::Entity::update(row).exec(transaction).await;
    updated.map_err(|error| taken_meanwhile(error, &renamed.name))?;
    let change = Change::new(Event::Changed, Entity::Department, renamed.id, renamed.name.clone());
    let change = Change { undoes, ..change.before(before)?.after(renamed)? };
    audit_log::record(transaction, context, change).await?;
    Ok(())
}
