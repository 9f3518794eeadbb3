//! One snapshot with its risks.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::list::visible;
use super::{AssessedRisk, Assessment, row};
use crate::risk::Access;
use crate::{AssessmentId, Context, Error, Result};

/// The snapshot and its risks, the highest level first.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`] where it does not exist, or may not be seen.
pub async fn find(context: &Context, id: AssessmentId) -> Result<(Assessment, Vec<AssessedRisk>)> {
    let access = Access::reading(context)?;
    let found = row::Entity::find()
        .filter(visible(context, &access))
        .filter(row::Column::Id.eq(id.0))
        .one(context.reader())
        .await?;
    let row = found.ok_or(Error::NotFound("アセスメント"))?;
    let risks = serde_json::from_str(&row.content)?;
    let head = row::Head {
        id: row.id,
        name: row.name,
        made_on: row.made_on,
        criteria: row.criteria,
        scope: row.scope,
        summary: row.summary,
        made_by: row.made_by,
        department_id: row.department_id,
        created_at: row.created_at,
    };
    Ok((head.try_into()?, risks))
}
