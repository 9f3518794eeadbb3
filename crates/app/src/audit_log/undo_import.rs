//! Undoing a whole import: with all its assets, or not at all.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::find::read;
use super::row::record;
use super::undo::{NAMED, Work};
use super::undoing::is_undone;
use super::{Change, Entity, Event, record as write};
use crate::asset::{self, Snapshot};
use crate::{AssetId, Error, Result};

/// Assets of an import that are worked on at a time.
const ASSETS: u64 = 500;

impl Work<'_> {
    /// Every asset that was changed in one go with the record, the newest change first; then the record of
    /// the undoing itself, which can be undone in the same way.
    pub(super) async fn import(&self, row: &record::Model) -> Result<()> {
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
        let back = others.iter().filter(|row| row.after.is_none()).map(|row| AssetId(row.entity_id));
        let back: HashSet<AssetId> = back.collect();
        if back.is_empty() {
            return Ok(());
        }
        self.risks_of(import.request_id, &back).await
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
