//! What has happened to a thing since a record, and what stands in the way of undoing it.

use std::collections::BTreeSet;

use catalog::Catalog;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::describe::{Names, describe};
use super::row::record;
use super::undoing::{Target, of_thing};
use super::{Entity, Event, FieldChange};
use crate::{Context, Result};

/// Later records of the same thing that are named.
const LATER: usize = 5;

/// How a thing differs from what the record left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overtaken {
    /// What differs: `before` as the record left it, `after` as it is now. Empty where the thing is gone or is there again.
    pub differences: Vec<FieldChange>,
    /// Whether there is such a thing now.
    pub exists: bool,
    /// Later records of the same thing that still stand, the newest first: they are to be undone in this order. At most
    /// five; where there are more, the next ones are named once these are undone.
    pub later: Vec<Later>,
}

/// A later record that still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// Its number.
    pub sequence: i64,
    /// Why this person does not undo it, and what to do instead; `None` where undoing is the way.
    pub instead: Option<&'static str>,
}

/// How the thing differs from what the record left; `None` where it does not.
pub(super) async fn overtaken(
    connection: &impl ConnectionTrait,
    context: &Context,
    catalog: &Catalog,
    names: &Names,
    row: &record::Model,
    after: Option<&Value>,
    present: Option<&Value>,
) -> Result<Option<Overtaken>> {
    let differences = match (after, present) {
        (None, None) => return Ok(None),
        (Some(after), Some(present)) => {
            let present = named_in(after, present);
            let entity = Entity::from_id(&row.entity).unwrap_or(Entity::AuditLog);
            describe(catalog, names, entity, Some(after), Some(&present))
        }
        _ => Vec::new(),
    };
    if after.is_some() && present.is_some() && differences.is_empty() {
        return Ok(None);
    }
    let later = later(connection, context, row).await?;
    Ok(Some(Overtaken { differences, exists: present.is_some(), later }))
}

/// The present state, with no more parts than the record speaks of.
fn named_in(after: &Value, present: &Value) -> Value {
    match (after, present) {
        (Value::Object(after), Value::Object(present)) => {
            let named = present.iter().filter(|(key, _)| after.contains_key(*key));
            Value::Object(named.map(|(key, value)| (key.clone(), value.clone())).collect())
        }
        _ => present.clone(),
    }
}

/// The newest of the later records that still stand.
async fn later(connection: &impl ConnectionTrait, context: &Context, row: &record::Model) -> Result<Vec<Later>> {
    let since: Vec<(i64, Option<i64>)> = of_thing(context, row)
        .filter(record::Column::Sequence.gt(row.sequence))
        // What was only written out has changed nothing.
        .filter(record::Column::Event.ne(Event::Exported.id()))
        .select_only()
        .columns([record::Column::Sequence, record::Column::Undoes])
        .order_by_asc(record::Column::Sequence)
        .into_tuple()
        .all(connection)
        .await?;
    let newest: Vec<i64> = standing(since).into_iter().rev().take(LATER).collect();
    let rows = record::Entity::find()
        .filter(record::Column::OrganizationId.eq(context.organization.0))
        .filter(record::Column::Sequence.is_in(newest))
        .order_by_desc(record::Column::Sequence)
        .all(connection)
        .await?;
    let named = |row: &record::Model| Later { sequence: row.sequence, instead: Target::of(row, context).err() };
    Ok(rows.iter().map(named).collect())
}

/// Of records (number, the one that it undoes) from the oldest on, those that no later one has undone. An undoing of one
/// of them takes that one away, and stands for nothing itself.
fn standing(records: Vec<(i64, Option<i64>)>) -> BTreeSet<i64> {
    let mut standing = BTreeSet::new();
    for (sequence, undoes) in records {
        if !undoes.is_some_and(|undone| standing.remove(&undone)) {
            standing.insert(sequence);
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::standing;

    #[test]
    fn what_was_undone_stands_no_more_and_its_undoing_neither() {
        let of = |records: &[(i64, Option<i64>)]| standing(records.to_vec()).into_iter().collect::<Vec<_>>();
        assert_eq!(of(&[(2, None), (3, None)]), [2, 3]);
        assert_eq!(of(&[(2, None), (3, Some(2))]), [0; 0]);
        assert_eq!(of(&[(2, None), (3, None), (4, Some(2))]), [3]);
        // Undone, and the undoing undone: the last of them brought it about.
        assert_eq!(of(&[(2, None), (3, Some(2)), (4, Some(3)), (5, None)]), [4, 5]);
        assert_eq!(of(&[(2, None), (3, Some(2)), (4, Some(3)), (5, Some(4))]), [0; 0]);
        // What they undid is older than all of them.
        assert_eq!(of(&[(2, Some(1)), (3, Some(2))]), [0; 0]);
        assert_eq!(of(&[(2, Some(1)), (3, None)]), [2, 3]);
    }
}
