//! What invitations mean for the department that they name.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::row;
use crate::store::Transaction;
use crate::{Context, DepartmentId, Result};

/// How many invitations into that department may still be accepted or renewed.
pub(crate) async fn waiting_for_department(
    transaction: &Transaction,
    context: &Context,
    department: DepartmentId,
) -> Result<u64> {
    let waiting = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::DepartmentId.eq(department.0))
        .filter(row::Column::AcceptedAt.is_null())
        .filter(row::Column::RevokedAt.is_null());
    Ok(waiting.count(transaction).await?)
}

/// Lets closed invitations forget the department, so that it can go; the log still has its name.
pub(crate) async fn forget_department(
    transaction: &Transaction,
    context: &Context,
    department: DepartmentId,
) -> Result<()> {
    row::Entity::update_many()
        .set(row::ActiveModel { department_id: Set(None), ..Default::default() })
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::DepartmentId.eq(department.0))
        .exec(transaction)
        .await?;
    Ok(())
}
