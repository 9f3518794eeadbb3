//! Undoing all that one operation did to risks: every record of it that still stands, or none.

use std::collections::HashMap;

use catalog::Catalog;
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::Effect;
use super::find::names;
use super::operation::{Operation, RECORDS, Standing, rows};
use super::row::record;
use super::undo::{NAMED, Work};
use super::undoing::Target;
use crate::risk::{Content, Knowledge};
use crate::{Context, Error, Permission, Result, RiskId, asset, risk};

/// A record that cannot be undone now.
struct Refusal {
    sequence: i64,
    label: String,
    reason: String,
}

/// Undoes every change of a risk that was made in one operation with that record and still stands, the newest first,
/// or none of them. Answers how many changes; a risk that was changed twice counts twice.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::UndoChange`]; [`Error::NotFound`]; [`Error::Refused`] where the operation
/// changed other things than risks too, where it changed nothing or all of it is undone already, or where one of the
/// risks has changed since: the sentence says which and what to do.
pub async fn undo_together(context: &Context, catalog: &Catalog, sequence: i64) -> Result<u64> {
    context.require(Permission::UndoChange)?;
    let names = names(context).await?;
    context
        .transaction(async |transaction| {
            let row = record::Entity::find_by_id((context.organization.0, sequence)).one(transaction).await?;
            let row = row.ok_or(Error::NotFound("記録"))?;
            let operation = Operation::of(transaction, context, &row).await?.ok_or_else(|| {
                Error::Refused(
                    "まとめて取り消せるのは、リスクだけを変えた操作です。ほかの操作は、記録を1件ずつ取り消してください。"
                        .into(),
                )
            })?;
            let standing = operation.standing(transaction, context).await?;
            if standing.is_empty() {
                let reason = if operation.has_changes(transaction, context).await? {
                    "この操作で変わったリスクは、もうすべて取り消されています。取り消すものがありません。"
                } else {
                    "この操作で変わったリスクはありません。"
                };
                return Err(Error::Refused(reason.into()));
            }
            let work = Work { transaction, context, catalog, names: &names };
            work.together(&standing).await?;
            Ok(standing.len() as u64)
        })
        .await
}

impl Work<'_> {
    async fn together(&self, standing: &[Standing]) -> Result<()> {
        self.lock_assets(standing).await?;
        let risks: Vec<RiskId> = standing.iter().map(|record| RiskId(record.risk)).collect();
        risk::lock_all(self.transaction, self.context, &risks).await?;
        let knowledge = Knowledge::read(self.transaction, self.context, self.catalog).await?;
        let mut refusals = Vec::new();
        for page in standing.chunks(RECORDS) {
            let page = rows(self.transaction, self.context, page).await?;
            for row in self.remove_added(page).await? {
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

    /// Locks the assets of what comes back: writing a risk locks its asset, and by then the end of the log is locked.
    async fn lock_assets(&self, standing: &[Standing]) -> Result<()> {
        let back: Vec<Standing> = standing.iter().copied().filter(|record| record.effect != Effect::Remove).collect();
        let mut assets = Vec::new();
        for page in back.chunks(RECORDS) {
            for row in rows(self.transaction, self.context, page).await? {
                let before: Option<Content> = row.before.as_deref().map(serde_json::from_str).transpose()?;
                assets.extend(before.and_then(|content| content.subject.asset()));
            }
        }
        asset::write::lock_many(self.transaction, self.context, &assets).await?;
        Ok(())
    }

    /// Removes the risks that are as the records added them: they are most of a large operation. Answers the other
    /// records, in their order.
    async fn remove_added(&self, page: Vec<record::Model>) -> Result<Vec<record::Model>> {
        let added = page.iter().filter(|row| row.before.is_none());
        let added: Vec<RiskId> = added.map(|row| RiskId(row.entity_id)).collect();
        let present = risk::contents(self.transaction, self.context, &added).await?;
        let mut records: HashMap<Uuid, usize> = HashMap::new();
        for row in &page {
            *records.entry(row.entity_id).or_default() += 1;
        }
        let (mut plain, mut others) = (Vec::new(), Vec::new());
        for row in page {
            let id = RiskId(row.entity_id);
            let now = present.get(&id).map(|present| &present.content);
            // The records of one risk are undone one after another.
            if records.get(&row.entity_id) == Some(&1) && is_as_added(&row, now) {
                plain.push((id, row.sequence));
            } else {
                others.push(row);
            }
        }
        risk::remove_added(self.transaction, self.context, &plain).await?;
        Ok(others)
    }

    /// As if it were undone alone.
    async fn one_of_many(&self, knowledge: &Knowledge<'_>, row: &record::Model) -> Result<()> {
        Target::of(row, self.context).map_err(|reason| Error::Refused(reason.to_owned()))?;
        self.known_risk(knowledge, row).await
    }
}

/// Whether the record added the risk, which is still as it was then.
fn is_as_added(row: &record::Model, now: Option<&Content>) -> bool {
    let (None, Some(after), Some(now)) = (&row.before, &row.after, now) else { return false };
    serde_json::from_str::<Content>(after).is_ok_and(|after| after == *now)
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
