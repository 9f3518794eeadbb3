//! A thing as it was in an earlier version.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use super::find::read;
use super::row::record::{Column, Entity as Row};
use super::{Entity, Event};
use crate::{Context, Result};

/// The state of the thing in that version, where the log knows it. It holds for things each change of which is one
/// version and one record, counted from the last time that the thing was added or put back. The caller has asked
/// whether the thing may be seen.
pub(crate) async fn version_of(context: &Context, entity: Entity, thing: Uuid, version: i64) -> Result<Option<Value>> {
    let records = Row::find()
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Entity.eq(entity.id()))
        .filter(Column::EntityId.eq(thing));
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
    read(record.and_then(|record| record.after).as_deref())
}
