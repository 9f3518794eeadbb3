//! A new department.

use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{Department, require_free, row, taken_meanwhile, usable};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, DepartmentId, Permission, Result};

/// Adds a department.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::EditOrganization`];
/// [`Error::Invalid`](crate::Error::Invalid) where the name is empty, too long or there already.
pub async fn add(context: &Context, name: &str) -> Result<Department> {
    context.require(Permission::EditOrganization)?;
    let department = Department { id: DepartmentId::new(), name: usable(name)? };
    context
        .transaction(async |transaction| {
            insert(transaction, context, &department, None).await?;
            Ok(department.clone())
        })
        .await
}

/// Writes a department that is not there, with its record.
pub(super) async fn insert(
    transaction: &Transaction,
    context: &Context,
    department: &Department,
    undoes: Option<i64>,
) -> Result<()> {
    require_free(transaction, context, &department.name, None).await?;
    let row = row::department::ActiveModel {
        organization_id: Set(context.organization.0),
        id: Set(department.id.0),
        name: Set(department.name.clone()),
        name_key: Set(japanese::matching_key(&department.name)),
        created_at: Set(context.now().0),
    };
    let inserted = row::department::Entity::insert(row).exec_without_returning(transaction).await;
    inserted.map_err(|error| taken_meanwhile(error, &department.name))?;
    let change = Change::new(Event::Created, Entity::Department, department.id, department.name.clone());
    let change = Change { undoes, ..change.after(department)? };
    audit_log::record(transaction, context, change).await?;
    Ok(())
}
