//! Undoing all that one operation did to risks: every record of it that still stands, or none.

use std::collections::HashMap;

use catalog::Catalog;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Effect;
use super::find::{names, read};
use super::operation::{Operation, RECORDS, Standing, rows};
use super::row::record;
use super::undo::{NAMED, Work};
use super::undoing::{Returning, Target, returning};
use crate::risk::row::risk::{Column, Entity as Row};
use crate::risk::{Knowledge, write};
use crate::{Context, Error, Permission, Result};

/// What undoing an operation does, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Together {
    /// Risks that it added, which go.
    pub removed: u64,
    /// Risks that it removed, which come back.
    pub brought_back: u64,
    /// Risks that it changed, which become what they were.
    pub set_back: u64,
    /// Approvals that stood before and stay away: only their givers or the risks' owners bring them back.
    pub without_approval: u64,
}

impl Together {
    /// All that is undone.
    pub const fn total(self) -> u64 {
        self.removed + self.brought_back + self.set_back
    }
}

/// A record that cannot be undone now.
struct Refusal {
    sequence: i64,
    label: String,
    reason: String,
}

/// What [`undo_together`] would do; nothing where there is nothing to be undone together. Nothing is written.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::UndoChange`]; [`Error::NotFound`].
pub async fn preview_together(context: &Context, sequence: i64) -> Result<Together> {
    context.require(Permission::UndoChange)?;
    let standing = standing(context.reader(), context, sequence).await?.unwrap_or_default();
    let mut together = Together::default();
    for page in standing.chunks(RECORDS) {
        for record in page {
            match record.effect {
                Effect::Remove => together.removed += 1,
                Effect::BringBack => together.brought_back += 1,
                Effect::SetBack | Effect::Import => together.set_back += 1,
            }
        }
        together.without_approval += without_approval(context, page).await?;
    }
    Ok(together)
}

/// Undoes every change of a risk that was made in one operation with that record and still stands, the newest first,
/// or none of them. Answers how many.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::UndoChange`]; [`Error::NotFound`]; [`Error::Refused`] where the operation
/// changed other things than risks too, where all of it is undone already, or where one of the risks has changed since:
/// the sentence says which and what to do.
pub async fn undo_together(context: &Context, catalog: &Catalog, sequence: i64) -> Result<u64> {
    context.require(Permission::UndoChange)?;
    let names = names(context).await?;
    context
        .transaction(async |transaction| {
            let standing = standing(transaction, context, sequence).await?.ok_or_else(|| {
                Error::Refused(
                    "まとめて取り消せるのは、リスクだけを変えた操作です。ほかの操作は、記録を1件ずつ取り消してください。"
                        .into(),
                )
            })?;
            if standing.is_empty() {
                return Err(Error::Refused(
                    "この操作で変わったリスクは、もうすべて取り消されています。取り消すものがありません。".into(),
                ));
            }
            let work = Work { transaction, context, catalog, names: &names };
            work.together(&standing).await?;
            Ok(standing.len() as u64)
        })
        .await
}

/// What still stands of the operation that the record of that number is of; `None` where it changed other things too.
async fn standing(
    connection: &impl ConnectionTrait,
    context: &Context,
    sequence: i64,
) -> Result<Option<Vec<Standing>>> {
    let row = record::Entity::find_by_id((context.organization.0, sequence)).one(connection).await?;
    let row = row.ok_or(Error::NotFound("記録"))?;
    match Operation::of(connection, context, &row).await? {
        Some(operation) => Ok(Some(operation.standing(connection, context).await?)),
        None => Ok(None),
    }
}

/// How many of the risks had an approval that does not come back with them.
async fn without_approval(context: &Context, page: &[Standing]) -> Result<u64> {
    let known: Vec<Standing> = page.iter().copied().filter(|record| record.effect != Effect::Remove).collect();
    if known.is_empty() {
        return Ok(0);
    }
    let present: Vec<(Uuid, String)> = Row::find()
        .select_only()
        .columns([Column::Id, Column::Content])
        .filter(Column::OrganizationId.eq(context.organization.0))
        .filter(Column::Id.is_in(known.iter().map(|record| record.risk)))
        .into_tuple()
        .all(context.reader())
        .await?;
    let present: HashMap<Uuid, String> = present.into_iter().collect();
    let mut without = 0;
    for row in rows(context.reader(), context, &known).await? {
        let present = read(present.get(&row.entity_id).map(String::as_str))?;
        let returning = returning(context.reader(), context, &row, present.as_ref()).await?;
        without += u64::from(returning == Returning::WithoutApproval);
    }
    Ok(without)
}

impl Work<'_> {
    async fn together(&self, standing: &[Standing]) -> Result<()> {
        self.lock_risks(standing).await?;
        let knowledge = Knowledge::read(self.transaction, self.context, self.catalog).await?;
        let mut refusals = Vec::new();
        for page in standing.chunks(RECORDS) {
            for row in rows(self.transaction, self.context, page).await? {
                match self.one_of_many(&knowledge, &row).await {
                    Err(Error::Refused(reason)) => {
                        refusals.push(Refusal { sequence: row.sequence, label: row.label, reason });
                    }
                    done => done?,
                }
            }
        }
        match refusals.first() {
            Some(first) => Err(Error::Refused(refusal(&refusals, first))),
            None => Ok(()),
        }
    }

    /// All of them before the first is written, as everybody locks them.
    async fn lock_risks(&self, standing: &[Standing]) -> Result<()> {
        let mut ids: Vec<Uuid> = standing.iter().map(|record| record.risk).collect();
        ids.sort_unstable();
        for ids in ids.chunks(RECORDS) {
            let chosen = Condition::all().add(Column::Id.is_in(ids.iter().copied()));
            write::lock_rows(self.transaction, self.context, chosen).await?;
        }
        Ok(())
    }

    /// As if it were undone alone.
    async fn one_of_many(&self, knowledge: &Knowledge<'_>, row: &record::Model) -> Result<()> {
        Target::of(row, self.context).map_err(|reason| Error::Refused(reason.to_owned()))?;
        self.known_risk(knowledge, row).await
    }
}

/// Why nothing is undone, and what to do about the first that stands in the way.
fn refusal(refusals: &[Refusal], first: &Refusal) -> String {
    let named = refusals.iter().take(NAMED).map(|one| format!("「{}」（記録{}）", one.label, one.sequence));
    let named = named.collect::<Vec<_>>().join("、");
    let more = if refusals.len() > NAMED { "など" } else { "" };
    format!(
        "取り消せないリスクが{}件あるため、どれも取り消していません：{named}{more}。記録{}について：{}",
        refusals.len(),
        first.sequence,
        first.reason
    )
}
