//! Removing a snapshot that was taken by mistake. The audit log keeps its head.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{row, take::state};
use crate::audit_log::{self, Change, Entity, Event};
use crate::risk::Access;
use crate::{AssessmentId, Context, Error, Result};

/// Removes the snapshot.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may take such a one; [`Error::NotFound`].
pub async fn remove(context: &Context, id: AssessmentId) -> Result<()> {
    let access = Access::editing(context)?;
    let (assessment, _) = super::find(context, id).await?;
    if !access.may_change(assessment.department) {
        return Err(Error::Forbidden);
    }
    context
        .transaction(async |transaction| {
            let removed = row::Entity::delete_many()
                .filter(row::Column::OrganizationId.eq(context.organization.0))
                .filter(row::Column::Id.eq(id.0))
                .exec(transaction)
                .await?;
            if removed.rows_affected == 0 {
                return Err(Error::NotFound("アセスメント"));
            }
            let change = Change::new(Event::Removed, Entity::Assessment, id, assessment.name.clone());
            audit_log::record(transaction, context, change.before(&state(&assessment))?).await?;
            Ok(())
        })
        .await
}
