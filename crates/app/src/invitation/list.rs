//! The invitations of the organization.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Invitation, row};
use crate::organization::department;
use crate::{Context, Permission, Result};

/// All invitations, the newest first.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::ReadPeople`].
pub async fn list(context: &Context) -> Result<Vec<Invitation>> {
    context.require(Permission::ReadPeople)?;
    let departments = department::all(context).await?;
    let departments: HashMap<_, _> = departments.into_iter().map(|department| (department.id.0, department)).collect();
    let rows = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .order_by_desc(row::Column::CreatedAt)
        .order_by_desc(row::Column::Id)
        .all(context.reader())
        .await?;
    let named = |row: row::Model| {
        let department = row.department_id.and_then(|id| departments.get(&id).cloned());
        Invitation::new(row, department, context.now())
    };
    rows.into_iter().map(named).collect()
}
