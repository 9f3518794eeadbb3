//! A risk as it was in an earlier version.

use catalog::Catalog;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Content, find};
use crate::audit_log::row::record::{Column, Entity as Row};
use crate::audit_log::{Entity, Event};
use crate::{Context, Result, RiskId};

/// What the risk said in that version, where the log knows it: each change is one version and one record, counted from
/// the last time that the risk was added or put back.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::NotFound`](crate::Error::NotFound) where there is no such
/// risk, or it may not be seen.
pub async fn version(context: &Context, catalog: &Catalog, id: RiskId, version: i64) -> Result<Option<Content>> {
    find(context, catalog, id).await?;
    let records = Row::find()
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Entity.eq(Entity::Risk.id()))
        .filter(Column::EntityId.eq(id.0));
    let added = records.clone().filter(Column::Event.eq(Event::Created.id())).order_by_desc(Column::Sequence);
    let Some(added) = added.one(context.reader()).await? else { return Ok(None) };
    // One that was put back goes on above the number of the record that its return undoes.
    let first = added.undoes.map_or(1, |undoes| undoes + 1);
    let later = version.checked_sub(first).and_then(|later| u64::try_from(later).ok());
    let Some(later) = later else { return Ok(None) };
    let record = records
        .filter(Column::Sequence.gte(added.sequence))
        .order_by_asc(Column::Sequence)
        .offset(later)
        .one(context.reader())
        .await?;
    let after = record.and_then(|record| record.after);
    Ok(after.as_deref().map(serde_json::from_str).transpose()?)
}
