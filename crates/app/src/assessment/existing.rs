//! Which risks of a snapshot exist now.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use crate::risk::Access;
use crate::risk::row::risk;
use crate::risk::write::ROWS;
use crate::{Context, DepartmentId, Result, RiskId};

/// Risks that exist now, each with the department that it belongs to.
pub type Existing = HashMap<RiskId, Option<DepartmentId>>;

/// Of these risks the ones that exist now, as far as the actor may see them.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
pub async fn existing(context: &Context, risks: &[RiskId]) -> Result<Existing> {
    let access = Access::reading(context)?;
    let mut existing = Existing::new();
    for ids in risks.chunks(ROWS) {
        let rows: Vec<(Uuid, Option<Uuid>)> = risk::Entity::find()
            .select_only()
            .column(risk::Column::Id)
            .column(risk::Column::DepartmentId)
            .filter(risk::Column::OrganizationId.eq(context.organization.0))
            .filter(risk::Column::Id.is_in(ids.iter().map(|id| id.0)))
            .into_tuple()
            .all(context.reader())
            .await?;
        let rows = rows.into_iter().map(|(id, department)| (RiskId(id), department.map(DepartmentId)));
        existing.extend(rows.filter(|(_, department)| access.sees(*department)));
    }
    Ok(existing)
}
