//! The snapshots, the newest first.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Assessment, row};
use crate::risk::Access;
use crate::{Context, Result, Scope};

/// Snapshots that are listed: more than a company takes in decades.
pub const MOST: u64 = 500;

/// The snapshots that the actor may see, the newest first: those of the actor's departments, or all.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden).
pub async fn list(context: &Context) -> Result<Vec<Assessment>> {
    let access = Access::reading(context)?;
    let rows = row::Entity::find()
        .filter(visible(context, &access))
        .order_by_desc(row::Column::MadeOn)
        .order_by_desc(row::Column::Id)
        .limit(MOST)
        .into_partial_model::<row::Head>()
        .all(context.reader())
        .await?;
    rows.into_iter().map(Assessment::try_from).collect()
}

/// What the actor may see.
pub(super) fn visible(context: &Context, access: &Access) -> Condition {
    let all = Condition::all()
        .add(row::Column::OrganizationId.eq(context.organization.0))
        .add(row::Column::RemovedAt.is_null());
    match &access.read {
        Scope::Organization => all,
        Scope::Departments(own) => all.add(row::Column::DepartmentId.is_in(own.iter().map(|department| department.0))),
    }
}
