//! Which of some risks exist now.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Access;
use super::filter::within;
use super::row::risk::{Column, Entity as Row};
use super::write::ROWS;
use crate::{Context, Result, RiskId};

/// Of these risks the ones that exist now, as far as the actor may see them.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Database`](crate::Error::Database).
pub async fn existing(context: &Context, risks: &[RiskId]) -> Result<HashSet<RiskId>> {
    let access = Access::reading(context)?;
    let mut existing = HashSet::new();
    for ids in risks.chunks(ROWS) {
        let found: Vec<Uuid> = Row::find()
            .select_only()
            .column(Column::Id)
            .filter(within(context, &access.read))
            .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
            .into_tuple()
            .all(context.reader())
            .await?;
        existing.extend(found.into_iter().map(RiskId));
    }
    Ok(existing)
}
