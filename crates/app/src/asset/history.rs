//! What happened to one asset.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::access::Access;
use super::{Asset, Difference, Field, Snapshot, differences, find};
use crate::audit_log::row::record::{Column, Entity as Row, Model};
use crate::audit_log::{Entity, Event};
use crate::{AssetId, Context, Error, Instant, Result};

/// Records that are shown; older ones are in the audit log.
const MOST: u64 = 200;

/// One change of an asset.
#[derive(Debug, Clone)]
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
    /// The version that this made; `None` for a removal.
    pub version: Option<i64>,
    /// What changed; for a new or removed asset every field that had a value.
    pub differences: Vec<Difference>,
}

/// The history of an asset.
#[derive(Debug, Clone)]
pub struct History {
    /// The asset; `None` where it was removed.
    pub asset: Option<Asset>,
    /// Its last known name.
    pub name: String,
    /// The last state that the log knows.
    pub last: Option<Snapshot>,
    /// Changes, the newest first.
    pub changes: Vec<Change>,
    /// Whether there are older ones than those shown.
    pub more: bool,
}

/// What happened to the asset, the newest change first; also of one that was removed.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`] where there never was such an asset, or it may not be seen.
pub async fn history(context: &Context, id: AssetId) -> Result<History> {
    let access = Access::reading(context)?;
    let asset = find::read(context.reader(), context, id).await?;
    let mut records = records(context, id, MOST + 1).await?;
    let more = records.len() as u64 > MOST;
    records.truncate(usize::try_from(MOST).unwrap_or(usize::MAX));
    let newest = records.first().ok_or(Error::NotFound("情報資産"))?;
    let last = snapshot(&newest.after)?.or(snapshot(&newest.before)?);
    let department = match &asset {
        Some(asset) => asset.department,
        None => last.as_ref().and_then(|last| last.department_id),
    };
    if !access.read.covers(department) {
        return Err(Error::NotFound("情報資産"));
    }
    let name = newest.label.clone();
    let changes = records.into_iter().map(Change::try_from).collect::<Result<_>>()?;
    Ok(History { asset, name, last, changes, more })
}

/// The asset as it was in that version, where the log knows it.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`] where the asset is gone or may not be seen.
pub async fn version(context: &Context, id: AssetId, version: i64) -> Result<Option<Snapshot>> {
    find::find(context, id).await?;
    for record in records(context, id, MOST).await? {
        if let Some(snapshot) = snapshot(&record.after)?.filter(|snapshot| snapshot.version == version) {
            return Ok(Some(snapshot));
        }
    }
    Ok(None)
}

async fn records(context: &Context, id: AssetId, most: u64) -> Result<Vec<Model>> {
    let records = Row::find()
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Entity.eq(Entity::Asset.id()))
        .filter(Column::EntityId.eq(id.0))
        .order_by_desc(Column::Sequence)
        .limit(most);
    Ok(records.all(context.reader()).await?)
}

fn snapshot(text: &Option<String>) -> Result<Option<Snapshot>> {
    Ok(text.as_deref().map(serde_json::from_str).transpose()?)
}

impl TryFrom<Model> for Change {
    type Error = Error;

    fn try_from(record: Model) -> Result<Self> {
        let (before, after) = (snapshot(&record.before)?, snapshot(&record.after)?);
        let differences = match (&before, &after) {
            (Some(before), Some(after)) => differences(before, after),
            (Some(state), None) => filled(state, |field, before| Difference { field, before, after: String::new() }),
            (None, Some(state)) => filled(state, |field, after| Difference { field, before: String::new(), after }),
            (None, None) => Vec::new(),
        };
        let event = Event::from_id(&record.event).ok_or_else(|| Error::internal(format!("event {}", record.event)))?;
        let version = after.map(|after| after.version);
        let Model { sequence, at, actor, undoes, .. } = record;
        Ok(Self { sequence, at: Instant(at), actor, event, undoes, version, differences })
    }
}

/// Every field that has a value.
fn filled(state: &Snapshot, difference: impl Fn(Field, String) -> Difference) -> Vec<Difference> {
    let extras = state.extra.keys().cloned().map(Field::Extra);
    let fields = Field::ALL.into_iter().chain(extras);
    let values = fields.map(|field| (field.value(state).into_owned(), field));
    values.filter(|(value, _)| !value.is_empty()).map(|(value, field)| difference(field, value)).collect()
}
