//! Reading departments.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Department, row};
use crate::{Context, Permission, Result};

/// The departments that the actor may see, in the order in which they were added.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::ReadOrganization`].
pub async fn list(context: &Context) -> Result<Vec<Department>> {
    let scope = context.scope(Permission::ReadOrganization)?;
    let departments = read(context.reader(), context).await?;
    Ok(departments.into_iter().filter(|department| scope.covers(Some(department.id))).collect())
}

/// All departments, for those who give roles in them.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::ReadPeople`].
pub async fn all(context: &Context) -> Result<Vec<Department>> {
    context.require(Permission::ReadPeople)?;
    read(context.reader(), context).await
}

async fn read(connection: &impl ConnectionTrait, context: &Context) -> Result<Vec<Department>> {
    let rows = row::department::Entity::find()
        .filter(row::department::Column::OrganizationId.eq(context.organization.0))
        .order_by_asc(row::department::Column::CreatedAt)
        .order_by_asc(row::department::Column::Id)
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(Department::from).collect())
}
