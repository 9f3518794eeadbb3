//! Undoing a record: a new change that sets back what the record changed.

use std::collections::HashSet;

use catalog::Catalog;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use super::describe::Names;
use super::find::{names, read};
use super::overtaken::{Later, Overtaken, overtaken};
use super::row::record;
use super::undoing::{APPROVAL_OF_OTHERS, Returning, Target, returning, undone};
use super::{Entity, Event};
use crate::assessment;
use crate::asset::{self, Snapshot};
use crate::organization::{self, department};
use crate::risk::{self, Knowledge};
use crate::store::Transaction;
use crate::treatment::ApprovalState;
use crate::{AssessmentId, AssetId, Context, DepartmentId, Error, MembershipId, Permission, Result, RiskId, people};

/// Differences, or records, named where something cannot be undone.
pub(super) const NAMED: usize = 3;
/// Removed risks that are read at a time.
const RISKS: u64 = 500;

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
            match Target::of(&row, context).map_err(|reason| Error::Refused(reason.to_owned()))? {
                Target::Asset => work.asset(&row).await,
                Target::Organization => work.organization(&row).await,
                Target::Department => work.department(&row).await,
                Target::Membership => work.membership(&row).await,
                Target::Import => work.import(&row).await,
                Target::Risk => work.risk(&row).await,
                Target::Assessment => work.assessment(&row).await,
            }
        })
        .await
}

pub(super) struct Work<'a> {
    pub(super) transaction: &'a Transaction,
    pub(super) context: &'a Context,
    pub(super) catalog: &'a Catalog,
    pub(super) names: &'a Names,
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
        self.known_risk(&knowledge, row).await
    }

    /// A record of a risk, where what the risk is computed with has been read.
    pub(super) async fn known_risk(&self, knowledge: &Knowledge<'_>, row: &record::Model) -> Result<()> {
        let id = RiskId(row.entity_id);
        let present = risk::write::lock(self.transaction, self.context, knowledge, id).await?;
        let holds = present.as_ref().is_some_and(|risk| risk.approval == ApprovalState::Approved);
        let present = present.map(|risk| serde_json::to_value(&risk.content)).transpose()?;
        self.require_as_left(row, present.as_ref()).await?;
        if returning(self.transaction, self.context, row, present.as_ref(), holds).await? == Returning::Nothing {
            return Err(Error::Refused(APPROVAL_OF_OTHERS.to_owned()));
        }
        self.restore_risk(knowledge, row).await
    }

    async fn assessment(&self, row: &record::Model) -> Result<()> {
        let id = AssessmentId(row.entity_id);
        let present = assessment::present(self.transaction, self.context, id).await?;
        self.require_as_left(row, present.as_ref()).await?;
        assessment::restore(self.transaction, self.context, id, row.before.is_none(), row.sequence).await
    }

    async fn restore_risk(&self, knowledge: &Knowledge<'_>, row: &record::Model) -> Result<()> {
        let content = row.before.as_deref().map(serde_json::from_str).transpose()?;
        let undone = undone(self.transaction, self.context, row).await?;
        risk::restore(self.transaction, self.context, knowledge, RiskId(row.entity_id), content, &undone).await
    }

    /// The risks that went in one go with assets come back with them.
    pub(super) async fn risks_of(&self, request: Uuid, assets: &HashSet<AssetId>) -> Result<()> {
        let knowledge = Knowledge::read(self.transaction, self.context, self.catalog).await?;
        let mut after = 0;
        loop {
            let rows = record::Entity::find()
                .filter(record::Column::OrganizationId.eq(self.context.organization.0))
                .filter(record::Column::RequestId.eq(request))
                .filter(record::Column::Entity.eq(Entity::Risk.id()))
                .filter(record::Column::Event.eq(Event::Removed.id()))
                .filter(record::Column::Sequence.gt(after))
                .order_by_asc(record::Column::Sequence)
                .limit(RISKS);
            let rows = rows.all(self.transaction).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = last.sequence;
            for row in &rows {
                let content: Option<risk::Content> = row.before.as_deref().map(serde_json::from_str).transpose()?;
                let asset = content.and_then(|content| content.subject.asset());
                let id = RiskId(row.entity_id);
                if asset.is_some_and(|asset| assets.contains(&asset))
                    && risk::write::lock(self.transaction, self.context, &knowledge, id).await?.is_none()
                {
                    self.restore_risk(&knowledge, row).await?;
                }
            }
        }
    }

    async fn department(&self, row: &record::Model) -> Result<()> {
        let id = DepartmentId(row.entity_id);
        let present = department::present(self.transaction, self.context, id).await?;
        let present = present.map(serde_json::to_value).transpose()?;
        self.require_as_left(row, present.as_ref()).await?;
        let before = read(row.before.as_deref())?;
        department::restore(self.transaction, self.context, id, before.as_ref(), row.sequence).await
    }

    async fn membership(&self, row: &record::Model) -> Result<()> {
        let id = MembershipId(row.entity_id);
        people::lock(self.transaction, self.context.organization).await?;
        let held = people::is_held(self.transaction, self.context, id).await?;
        let (before, after) = (read(row.before.as_deref())?, read(row.after.as_deref())?);
        let present = if held { after.or_else(|| before.clone()) } else { None };
        self.require_as_left(row, present.as_ref()).await?;
        people::restore(self.transaction, self.context, id, before.as_ref(), row.sequence).await
    }

    async fn asset(&self, row: &record::Model) -> Result<()> {
        // In the order in which everybody locks: the register, then its assets.
        asset::register::lock(self.transaction, self.context).await?;
        let id = AssetId(row.entity_id);
        let present = asset::write::lock_many(self.transaction, self.context, &[id]).await?.pop();
        let present = present.map(|asset| serde_json::to_value(Snapshot::from(&asset))).transpose()?;
        self.require_as_left(row, present.as_ref()).await?;
        self.set_back(row).await?;
        if row.after.is_some() {
            return Ok(());
        }
        self.risks_of(row.request_id, &HashSet::from([id])).await
    }

    pub(super) async fn set_back(&self, row: &record::Model) -> Result<()> {
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
        Some(Later { sequence, instead: None }) => {
            format!("取り消していません。先に、新しい記録（記録{sequence}）から順に取り消してください。")
        }
        Some(Later { sequence, instead: Some(instead) }) => {
            format!("取り消していません。あとの記録{sequence}が残っていて、自分では取り消せません。{instead}")
        }
        None => "取り消していません。今の内容を画面で直してください。".to_owned(),
    });
    text
}

fn shown(value: &str) -> String {
    if value.is_empty() { "空欄".to_owned() } else { format!("「{value}」") }
}
