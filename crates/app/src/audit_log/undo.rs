//! Undoing a record: a new change that sets back what the record changed.

use catalog::Catalog;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::describe::Names;
use super::find::{names, read};
use super::row::record;
use super::undoing::{Overtaken, Target, is_undone, overtaken};
use super::{Change, Entity, Event, record as write};
use crate::asset::{self, Snapshot};
use crate::risk::{self, Knowledge};
use crate::store::Transaction;
use crate::{AssetId, Context, Error, Permission, Result, RiskId, organization};

/// Assets of an import that are worked on at a time.
const ASSETS: u64 = 500;
/// Assets named where an import cannot be undone.
const NAMED: usize = 3;

/// Undoes the record of that number. An import is undone with all its assets, or not at all.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::UndoChange`]; [`Error::NotFound`]; [`Error::Refused`] where the
/// thing has changed since, or such records are not undone: the sentence says what differs and what to do.
pub async fn undo(context: &Context, catalog: &Catalog, sequence: i64) -> Result<()> {
    context.require(Permission::UndoChange)?;
    let names = names(context).await?;
    context
        .transaction(async |transaction| {
            let row = record::Entity::find_by_id((context.organization.0, sequence)).one(transaction).await?;
            let row = row.ok_or(Error::NotFound("記録"))?;
            let work = Work { transaction, context, catalog, names: &names };
            match Target::of(&row).map_err(|reason| Error::Refused(reason.to_owned()))? {
                Target::Asset => work.asset(&row).await,
                Target::Organization => work.organization(&row).await,
                Target::Import => work.import(&row).await,
                Target::Risk => work.risk(&row).await,
            }
        })
        .await
}

struct Work<'a> {
    transaction: &'a Transaction,
    context: &'a Context,
    catalog: &'a Catalog,
    names: &'a Names,
}

impl Work<'_> {
    async fn organization(&self, row: &record::Model) -> Result<()> {
        let present = Value::Object(organization::present(self.transaction, self.context).await?);
        self.require_as_left(row, Some(&present)).await?;
        let before = read(row.before.as_deref())?.ok_or_else(|| Error::internal("a change without a state before"))?;
        let now = organization::restore(self.transaction, self.context, &before, row.sequence).await?;
        risk::follow::answers_changed(self.transaction, self.context, self.catalog, &now).await
    }

    async fn risk(&self, row: &record::Model) -> Result<()> {
        let knowledge = Knowledge::read(self.transaction, self.context, self.catalog).await?;
        let id = RiskId(row.entity_id);
        let present = risk::write::lock(self.transaction, self.context, &knowledge, id).await?;
        let present = present.map(|risk| serde_json::to_value(&risk.content)).transpose()?;
        self.require_as_left(row, present.as_ref()).await?;
        self.restore_risk(&knowledge, row, row.sequence).await
    }

    async fn restore_risk(&self, knowledge: &Knowledge<'_>, row: &record::Model, undoes: i64) -> Result<()> {
        let content = row.before.as_deref().map(serde_json::from_str).transpose()?;
        risk::restore(self.transaction, self.context, knowledge, RiskId(row.entity_id), content, undoes).await
    }

    /// The risks that went with an asset come back with it.
    async fn risks_of(&self, removed: &record::Model) -> Result<()> {
        let knowledge = Knowledge::read(self.transaction, self.context, self.catalog).await?;
        let rows = record::Entity::find()
            .filter(record::Column::OrganizationId.eq(self.context.organization.0))
            .filter(record::Column::RequestId.eq(removed.request_id))
            .filter(record::Column::Entity.eq(Entity::Risk.id()))
            .filter(record::Column::Event.eq(Event::Removed.id()))
            .order_by_asc(record::Column::Sequence)
            .all(self.transaction)
            .await?;
        for row in rows {
            let content: Option<risk::Content> = row.before.as_deref().map(serde_json::from_str).transpose()?;
            let of_asset = content.is_some_and(|content| content.subject.asset() == Some(AssetId(removed.entity_id)));
            let id = RiskId(row.entity_id);
            if of_asset && risk::write::lock(self.transaction, self.context, &knowledge, id).await?.is_none() {
                self.restore_risk(&knowledge, &row, row.sequence).await?;
            }
        }
        Ok(())
    }

    async fn asset(&self, row: &record::Model) -> Result<()> {
        // In the order in which everybody locks: the register, then its assets.
        asset::register::lock(self.transaction, self.context).await?;
        let id = AssetId(row.entity_id);
        let present = asset::write::lock_many(self.transaction, self.context, &[id]).await?.pop();
        let present = present.map(|asset| serde_json::to_value(Snapshot::from(&asset))).transpose()?;
        self.require_as_left(row, present.as_ref()).await?;
        self.set_back(row).await?;
        if row.after.is_none() { self.risks_of(row).await } else { Ok(()) }
    }

    async fn set_back(&self, row: &record::Model) -> Result<()> {
        let snapshot = row.before.as_deref().map(serde_json::from_str::<Snapshot>).transpose()?;
        asset::restore(self.transaction, self.context, AssetId(row.entity_id), snapshot, row.sequence).await
    }

    /// Refuses where the thing is not as the record left it.
    async fn require_as_left(&self, row: &record::Model, present: Option<&Value>) -> Result<()> {
        let after = read(row.after.as_deref())?;
        let overtaken =
            overtaken(self.transaction, self.context, self.catalog, self.names, row, after.as_ref(), present).await?;
        match overtaken {
            None => Ok(()),
            Some(overtaken) => Err(Error::Refused(refusal(row, &overtaken))),
        }
    }

    /// Every asset that was changed in one go with the record, the newest change first; then the record of
    /// the undoing itself, which can be undone in the same way.
    async fn import(&self, row: &record::Model) -> Result<()> {
        if let Some(by) = is_undone(self.transaction, self.context, row).await? {
            return Err(Error::Refused(format!(
                "この取り込みは、記録{by}でもう取り消されています。元に戻すには、記録{by}を取り消してください。"
            )));
        }
        asset::register::lock(self.transaction, self.context).await?;
        self.require_all_as_left(row).await?;
        let mut before = i64::MAX;
        let mut changed = 0;
        loop {
            let page = self.assets_of(row, before).await?;
            let Some(last) = page.last() else { break };
            before = last.sequence;
            changed += page.len();
            self.set_all_back(row, page).await?;
        }
        if changed == 0 {
            return Err(Error::Refused(
                "この取り込みで変わった情報資産はありません。取り消すものがありません。".into(),
            ));
        }
        let mut change = Change::new(Event::Removed, Entity::Import, row.entity_id, row.label.clone());
        change.before = read(row.after.as_deref())?;
        change.after = read(row.before.as_deref())?;
        change.undoes = Some(row.sequence);
        write::record(self.transaction, self.context, change).await?;
        Ok(())
    }

    /// What was new goes together: it is most of an import.
    async fn set_all_back(&self, import: &record::Model, page: Vec<record::Model>) -> Result<()> {
        let (new, others): (Vec<_>, Vec<_>) = page.into_iter().partition(|row| row.before.is_none());
        let new: Vec<AssetId> = new.iter().map(|row| AssetId(row.entity_id)).collect();
        let new = asset::write::lock_many(self.transaction, self.context, &new).await?;
        asset::write::remove_many(self.transaction, self.context, &new, Some(import.sequence)).await?;
        for row in &others {
            self.set_back(row).await?;
        }
        Ok(())
    }

    async fn require_all_as_left(&self, import: &record::Model) -> Result<()> {
        let (mut before, mut wrong, mut names) = (i64::MAX, 0, Vec::new());
        loop {
            let page = self.assets_of(import, before).await?;
            let Some(last) = page.last() else { break };
            before = last.sequence;
            let ids: Vec<AssetId> = page.iter().map(|row| AssetId(row.entity_id)).collect();
            let present = asset::write::lock_many(self.transaction, self.context, &ids).await?;
            for row in &page {
                let now = present.iter().find(|asset| asset.id.0 == row.entity_id).map(Snapshot::from);
                let then = row.after.as_deref().map(serde_json::from_str::<Snapshot>).transpose()?;
                let same = match (&then, &now) {
                    (None, None) => true,
                    (Some(then), Some(now)) => asset::differences(then, now).is_empty(),
                    _ => false,
                };
                if !same {
                    wrong += 1;
                    if names.len() < NAMED {
                        names.push(format!("「{}」", row.label));
                    }
                }
            }
        }
        if wrong == 0 {
            return Ok(());
        }
        let more = if wrong > names.len() { "など" } else { "" };
        Err(Error::Refused(format!(
            "取り込みのあとで変わった情報資産が{wrong}件あるため、まとめて取り消せません：{}{more}。先にそれらの変更を取り消すか、台帳で1件ずつ直してください。",
            names.concat()
        )))
    }

    /// Changes of assets made in one go with the record, before that number, the newest first. They stand
    /// between it and the record of the import before, if the same go had one.
    async fn assets_of(&self, row: &record::Model, before: i64) -> Result<Vec<record::Model>> {
        let of_request = || {
            record::Entity::find()
                .filter(record::Column::OrganizationId.eq(self.context.organization.0))
                .filter(record::Column::RequestId.eq(row.request_id))
                .filter(record::Column::Sequence.lt(before.min(row.sequence)))
        };
        let import_before: Option<i64> = of_request()
            .filter(record::Column::Entity.eq(Entity::Import.id()))
            .select_only()
            .column(record::Column::Sequence)
            .order_by_desc(record::Column::Sequence)
            .limit(1)
            .into_tuple()
            .one(self.transaction)
            .await?;
        let rows = of_request()
            .filter(record::Column::Entity.eq(Entity::Asset.id()))
            .filter(record::Column::Sequence.gt(import_before.unwrap_or(0)))
            .order_by_desc(record::Column::Sequence)
            .limit(ASSETS);
        Ok(rows.all(self.transaction).await?)
    }
}

/// Why a record is not undone, and what to do.
fn refusal(row: &record::Model, overtaken: &Overtaken) -> String {
    let label = &row.label;
    let mut text = match (overtaken.exists, row.after.is_some()) {
        (false, _) => format!("「{label}」は、この記録のあとで削除されています。"),
        (true, false) => format!("「{label}」は、この記録のあとで元に戻されて、今はあります。"),
        (true, true) => {
            let differences = overtaken.differences.iter().take(NAMED);
            let differences: Vec<String> = differences
                .map(|field| format!("『{}』が{}から{}に", field.label, shown(&field.before), shown(&field.after)))
                .collect();
            format!("「{label}」は、この記録のあとで変わっています：{}。", differences.join("、"))
        }
    };
    text.push_str(&match overtaken.later.first() {
        Some(later) => format!("取り消していません。先に、新しい記録（記録{later}）から順に取り消してください。"),
        None => "取り消していません。今の内容を画面で直してください。".to_owned(),
    });
    text
}

fn shown(value: &str) -> String {
    if value.is_empty() { "空欄".to_owned() } else { format!("「{value}」") }
}
