//! What happened to one risk.

use catalog::Catalog;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::{Access, Knowledge, describe, find};
use crate::audit_log::row::record::{Column, Entity as Row, Model};
use crate::audit_log::{Entity, Event, FieldChange};
use crate::{Context, Error, Instant, Result, RiskId};

/// Records that are shown; older ones are in the audit log.
const MOST: u64 = 200;

/// One change of a risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Number of the record in the audit log.
    pub sequence: i64,
    /// When.
    pub at: Instant,
    /// Who, by the name of that time.
    pub actor: String,
    /// What happened.
    pub event: Event,
    /// The record that was undone by this.
    pub undoes: Option<i64>,
    /// What changed, field by field.
    pub changes: Vec<FieldChange>,
}

/// The history of a risk that there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// Its name.
    pub name: String,
    /// Changes, the newest first.
    pub changes: Vec<Change>,
    /// Whether there are older ones than those shown.
    pub more: bool,
}

/// What happened to the risk, the newest change first.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`] where there is no such risk, or it may not be seen.
pub async fn history(context: &Context, catalog: &Catalog, id: RiskId) -> Result<History> {
    let access = Access::reading(context)?;
    let knowledge = Knowledge::read(context.reader(), context, catalog).await?;
    let risk = access.visible(find::read(context.reader(), context, &knowledge, id).await?)?;
    let mut records = Row::find()
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Entity.eq(Entity::Risk.id()))
        .filter(Column::EntityId.eq(id.0))
        .order_by_desc(Column::Sequence)
        .limit(MOST + 1)
        .all(context.reader())
        .await?;
    let more = records.len() as u64 > MOST;
    records.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let changes = records.into_iter().map(|record| change(catalog, record)).collect::<Result<_>>()?;
    Ok(History { name: risk.label(), changes, more })
}

fn change(catalog: &Catalog, record: Model) -> Result<Change> {
    let state =
        |text: &Option<String>| -> Result<Option<Value>> { Ok(text.as_deref().map(serde_json::from_str).transpose()?) };
    let (before, after) = (state(&record.before)?, state(&record.after)?);
    let changes = describe(catalog, before.as_ref(), after.as_ref()).unwrap_or_default();
    let event = Event::from_id(&record.event).ok_or_else(|| Error::internal(format!("event {}", record.event)))?;
    let Model { sequence, at, actor, undoes, .. } = record;
    Ok(Change { sequence, at: Instant(at), actor, event, undoes, changes })
}
