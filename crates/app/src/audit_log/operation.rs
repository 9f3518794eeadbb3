//! What one operation did to risks, and which of it still stands.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};
use uuid::Uuid;

use super::row::record::{Column, Entity as Row, Model};
use super::undoing::undone_by;
use super::{Effect, Entity, Event};
use crate::{Context, Result};

/// Records that are read at a time.
pub(super) const RECORDS: usize = 200;

/// The records of one operation, by the first and the last of their numbers. They stand next to each other, for one
/// transaction wrote them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operation {
    first: i64,
    last: i64,
    /// Of the newest operation nobody knows yet what follows it.
    request: Uuid,
}

/// A record of a risk that nobody has undone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// Its number.
    pub(super) sequence: i64,
    /// Which risk.
    pub(super) risk: Uuid,
    /// What undoing it does.
    pub(super) effect: Effect,
}

impl Operation {
    /// The operation that the record is of; `None` where other things than risks were changed too: their own records
    /// bring the risks along.
    pub(super) async fn of(connection: &impl ConnectionTrait, context: &Context, row: &Model) -> Result<Option<Self>> {
        if row.entity != Entity::Risk.id() {
            return Ok(None);
        }
        let others = || {
            let other =
                Condition::any().add(Column::RequestId.ne(row.request_id)).add(Column::Entity.ne(Entity::Risk.id()));
            Row::find()
                .filter(Column::OrganizationId.eq(context.organization.0))
                .filter(other)
                .select_only()
                .columns([Column::Sequence, Column::RequestId])
        };
        let before: Option<(i64, Uuid)> = others()
            .filter(Column::Sequence.lt(row.sequence))
            .order_by_desc(Column::Sequence)
            .into_tuple()
            .one(connection)
            .await?;
        let after: Option<(i64, Uuid)> = others()
            .filter(Column::Sequence.gt(row.sequence))
            .order_by_asc(Column::Sequence)
            .into_tuple()
            .one(connection)
            .await?;
        if [before, after].into_iter().flatten().any(|(_, request)| request == row.request_id) {
            return Ok(None);
        }
        let first = before.map_or(1, |(sequence, _)| sequence + 1);
        let last = after.map_or(i64::MAX, |(sequence, _)| sequence - 1);
        Ok(Some(Self { first, last, request: row.request_id }))
    }

    /// Its records that still stand, the newest first.
    pub(super) async fn standing(self, connection: &impl ConnectionTrait, context: &Context) -> Result<Vec<Standing>> {
        let undone = self.undone(connection, context).await?;
        let records: Vec<(i64, String, Uuid)> = self
            .changes(context)
            .select_only()
            .columns([Column::Sequence, Column::Event, Column::EntityId])
            .order_by_desc(Column::Sequence)
            .into_tuple()
            .all(connection)
            .await?;
        let standing = records.into_iter().filter(|(sequence, ..)| !undone.contains_key(sequence));
        Ok(standing.map(|(sequence, event, risk)| Standing { sequence, risk, effect: effect(&event) }).collect())
    }

    /// How many of its records still stand.
    pub(super) async fn count(self, connection: &impl ConnectionTrait, context: &Context) -> Result<u64> {
        let undone = self.undone(connection, context).await?;
        let undone = undone.keys().filter(|sequence| (self.first..=self.last).contains(*sequence)).count() as u64;
        Ok(self.changes(context).count(connection).await?.saturating_sub(undone))
    }

    /// Whether it changed any risk at all.
    pub(super) async fn has_changes(self, connection: &impl ConnectionTrait, context: &Context) -> Result<bool> {
        Ok(self.changes(context).count(connection).await? > 0)
    }

    /// Its records without those of what was only written out, which has changed nothing.
    fn changes(self, context: &Context) -> Select<Row> {
        self.records(context).filter(Column::Event.ne(Event::Exported.id()))
    }

    fn records(self, context: &Context) -> Select<Row> {
        Row::find()
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::Sequence.between(self.first, self.last))
            .filter(Column::RequestId.eq(self.request))
    }

    /// What later records of the same risks have undone, with the record that did it.
    async fn undone(self, connection: &impl ConnectionTrait, context: &Context) -> Result<HashMap<i64, i64>> {
        let risks = self.records(context).select_only().column(Column::EntityId).into_query();
        // Neither a range nor an order: with them SQLite reads the rest of the log instead of the index of each risk.
        let undoings: Vec<(i64, Option<i64>)> = Row::find()
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::Entity.eq(Entity::Risk.id()))
            .filter(Column::EntityId.in_subquery(risks))
            .filter(Column::Undoes.gte(self.first))
            .select_only()
            .columns([Column::Sequence, Column::Undoes])
            .into_tuple()
            .all(connection)
            .await?;
        Ok(undone_by(undoings))
    }
}

/// What undoing a record of that event does to its risk.
fn effect(event: &str) -> Effect {
    match Event::from_id(event) {
        Some(Event::Created) => Effect::Remove,
        Some(Event::Removed) => Effect::BringBack,
        _ => Effect::SetBack,
    }
}

/// The records themselves, the newest first.
pub(super) async fn rows(
    connection: &impl ConnectionTrait,
    context: &Context,
    standing: &[Standing],
) -> Result<Vec<Model>> {
    let rows = Row::find()
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Sequence.is_in(standing.iter().map(|record| record.sequence)))
        .order_by_desc(Column::Sequence);
    Ok(rows.all(connection).await?)
}
