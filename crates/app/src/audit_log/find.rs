//! One record: what it changed, and whether it can be undone.

use catalog::Catalog;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;

use super::describe::{Names, describe};
use super::operation::Operation;
use super::row::record;
use super::undoing::is_undone;
use super::{Entity, Entry, FieldChange, Undoing, undoing};
use crate::organization::row::department;
use crate::{Context, Error, Permission, Result};

/// One record, whole.
#[derive(Debug, Clone)]
pub struct Record {
    /// Who, when, what.
    pub entry: Entry,
    /// The state before, as JSON; `None` where the thing was new.
    pub before: Option<Value>,
    /// The state after, as JSON; `None` where the thing is gone.
    pub after: Option<Value>,
    /// What differs between the two, field by field.
    pub changes: Vec<FieldChange>,
    /// The record that undid this one and stands.
    pub undone_by: Option<i64>,
    /// Whether other records were made in the same go ([`Filter::request`](super::Filter)).
    pub has_siblings: bool,
    /// How many changes of risks by the same operation can be undone together (`undo_together`), a risk that it
    /// changed twice counting twice; `None` where that is one or none, where other things changed too, and for those
    /// who may not undo.
    pub together: Option<u64>,
    /// The record's check value, which the next record names.
    pub hash: String,
    /// Whether it can be undone now.
    pub undoing: Undoing,
}

/// The record of that number.
///
/// # Errors
/// [`Error::Forbidden`] without 記録の閲覧; [`Error::NotFound`].
pub async fn find(context: &Context, catalog: &Catalog, sequence: i64) -> Result<Record> {
    context.require(Permission::ReadAuditLog)?;
    let row = record::Entity::find_by_id((context.organization.0, sequence)).one(context.reader()).await?;
    let row = row.ok_or(Error::NotFound("記録"))?;
    let (before, after) = (read(row.before.as_deref())?, read(row.after.as_deref())?);
    let names = names(context).await?;
    let changes = match Entity::from_id(&row.entity) {
        Some(entity) => describe(catalog, &names, entity, before.as_ref(), after.as_ref()),
        None => Vec::new(),
    };
    let undone_by = is_undone(context.reader(), context, &row).await?;
    let has_siblings = has_siblings(context, &row).await?;
    let may_undo = context.require(Permission::UndoChange).is_ok();
    let together = if has_siblings && may_undo { together(context, &row).await? } else { None };
    let undoing = undoing::of(context, catalog, &names, &row, undone_by).await?;
    let hash = row.hash.clone();
    Ok(Record { entry: Entry::from(row), before, after, changes, undone_by, has_siblings, together, hash, undoing })
}

/// A snapshot as it was stored.
pub(super) fn read(snapshot: Option<&str>) -> Result<Option<Value>> {
    Ok(snapshot.map(serde_json::from_str).transpose()?)
}

/// Whether other records were made in the same go: they stand next to each other.
async fn has_siblings(context: &Context, row: &record::Model) -> Result<bool> {
    let neighbours = [row.sequence.saturating_sub(1), row.sequence.saturating_add(1)];
    let sibling: Option<i64> = record::Entity::find()
        .select_only()
        .column(record::Column::Sequence)
        .filter(record::Column::OrganizationId.eq(context.organization.0))
        .filter(record::Column::Sequence.is_in(neighbours))
        .filter(record::Column::RequestId.eq(row.request_id))
        .into_tuple()
        .one(context.reader())
        .await?;
    Ok(sibling.is_some())
}

/// How many changes of risks by the record's operation still stand, where they are several.
async fn together(context: &Context, row: &record::Model) -> Result<Option<u64>> {
    let Some(operation) = Operation::of(context.reader(), context, row).await? else { return Ok(None) };
    let standing = operation.count(context.reader(), context).await?;
    Ok(Some(standing).filter(|standing| *standing > 1))
}

/// Names of what snapshots point to.
pub(super) async fn names(context: &Context) -> Result<Names> {
    let departments: Vec<department::Model> = department::Entity::find()
        .filter(department::Column::OrganizationId.eq(context.organization.0))
        .all(context.reader())
        .await?;
    Ok(Names { departments: departments.into_iter().map(|row| (row.id.to_string(), row.name)).collect() })
}
