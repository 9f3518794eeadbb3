//! Whether a record can be undone now, and if not, why and what can be done instead.

use std::cmp::Reverse;
use std::collections::HashMap;

use catalog::Catalog;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;
use uuid::Uuid;

use super::describe::Names;
use super::find::read;
use super::overtaken::{Overtaken, overtaken};
use super::row::record;
use super::{Entity, Event};
use crate::asset::Snapshot;
use crate::treatment::ApprovalState;
use crate::{
    AccountId, AssessmentId, AssetId, Context, DepartmentId, MembershipId, Result, RiskId, assessment, asset,
    organization, people, risk,
};

/// Why an approval that its giver or the owner took back is not brought back by others.
pub(super) const APPROVAL_OF_OTHERS: &str = "この記録で変わったのは承認だけで、戻せるのは、承認した人とリスク所有者だけです。リスク所有者に、もう一度承認してもらってください。";

/// Whether a record can be undone now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undoing {
    /// It can.
    Possible {
        /// What that does.
        effect: Effect,
        /// Of a risk's record, whether an approval that stood before stays away: only its giver or the risk's owner
        /// brings it back. Of assets and imports it is not told: their risks may come back without approval.
        without_approval: bool,
    },
    /// It was undone already, by that record.
    Done(i64),
    /// The thing has changed since.
    Overtaken(Overtaken),
    /// Records of this kind are not undone from here: why, and where to do it.
    Never(&'static str),
}

/// What undoing does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Removes what was added.
    Remove,
    /// Brings back what was removed.
    BringBack,
    /// Sets the values as they were.
    SetBack,
    /// All of these for every asset that an import touched.
    Import,
}

/// What undoing a record would work on.
pub(super) enum Target {
    Asset,
    Organization,
    Department,
    Membership,
    Import,
    Risk,
    Assessment,
}

impl Target {
    /// What the record can be undone on, or why it is not undone from here.
    pub(super) fn of(row: &record::Model, context: &Context) -> Result<Self, &'static str> {
        use {Entity as T, Event as E};
        match (Entity::from_id(&row.entity), Event::from_id(&row.event)) {
            (Some(T::Asset), Some(E::Created | E::Changed | E::Removed)) => Ok(Self::Asset),
            (Some(T::Organization), Some(E::Changed)) => Ok(Self::Organization),
            (Some(T::Department), Some(E::Created | E::Changed | E::Removed)) => Ok(Self::Department),
            (Some(T::Membership), Some(E::Created | E::Removed)) => Ok(Self::Membership),
            (Some(T::Import), Some(E::Imported | E::Removed)) => Ok(Self::Import),
            (Some(T::Risk), Some(E::Created | E::Changed | E::Removed)) => Ok(Self::Risk),
            (Some(T::Risk), Some(E::Decided | E::SentBack | E::Withdrawn | E::Progressed)) => Ok(Self::Risk),
            (Some(T::Assessment), Some(E::Created | E::Removed)) => Ok(Self::Assessment),
            (Some(T::Risk), Some(E::Approved)) if row.account_id.map(AccountId) == context.account() => Ok(Self::Risk),
            (Some(T::Risk), Some(E::Approved)) => Err(
                "承認を取り消せるのは、承認した人だけです。リスク所有者は、リスクの画面で「承認を取り消して、差し戻す」ことができます。ほかの人は、リスクの画面で対応を決め直してください。",
            ),
            (Some(T::Organization), _) => Err("組織を作った記録と消した記録は、取り消せません。"),
            (Some(T::Invitation), _) => {
                Err("招待は、ここからは取り消せません。「人と役割」の画面で取り消すか、送り直してください。")
            }
            (Some(T::Account), _) => Err(
                "サインインとアカウントの記録は、取り消せません。変えるときは「アカウント」の画面を使ってください。",
            ),
            (Some(T::Token), _) => {
                Err("APIトークンの記録は、取り消せません。「アカウント」の画面で作り直してください。")
            }
            _ => Err("この記録は、取り消すものがありません。"),
        }
    }
}

/// Whether the record can be undone now.
pub(super) async fn of(
    context: &Context,
    catalog: &Catalog,
    names: &Names,
    row: &record::Model,
    undone_by: Option<i64>,
) -> Result<Undoing> {
    let target = match Target::of(row, context) {
        Ok(target) => target,
        Err(reason) => return Ok(Undoing::Never(reason)),
    };
    let mut holds = false;
    let present = match target {
        Target::Import => {
            let undone = is_undone(context.reader(), context, row).await?;
            return Ok(
                undone.map_or(Undoing::Possible { effect: Effect::Import, without_approval: false }, Undoing::Done)
            );
        }
        Target::Asset => {
            let found = asset::read(context.reader(), context, AssetId(row.entity_id)).await?;
            found.map(|asset| serde_json::to_value(Snapshot::from(&asset))).transpose()?
        }
        Target::Department => {
            let id = DepartmentId(row.entity_id);
            let found = organization::department::find(context.reader(), context, id).await?;
            found.map(serde_json::to_value).transpose()?
        }
        Target::Membership => {
            // It never changes: either it is there as it was, or it is gone.
            let held = people::is_held(context.reader(), context, MembershipId(row.entity_id)).await?;
            let known = row.after.as_deref().or(row.before.as_deref());
            if held { read(known)? } else { None }
        }
        Target::Risk => {
            let knowledge = risk::Knowledge::read(context.reader(), context, catalog).await?;
            let found = risk::read(context.reader(), context, &knowledge, RiskId(row.entity_id)).await?;
            holds = found.as_ref().is_some_and(|risk| risk.approval == ApprovalState::Approved);
            found.map(|risk| serde_json::to_value(&risk.content)).transpose()?
        }
        Target::Assessment => assessment::present(context.reader(), context, AssessmentId(row.entity_id)).await?,
        Target::Organization => {
            let now = organization::row::organization::Entity::find_by_id(context.organization.0);
            let now = now.one(context.reader()).await?.map(organization::Organization::try_from).transpose()?;
            now.map(|now| organization::state(&now)).transpose()?.map(Value::Object)
        }
    };
    let after = read(row.after.as_deref())?;
    let overtaken = overtaken(context.reader(), context, catalog, names, row, after.as_ref(), present.as_ref()).await?;
    Ok(match (overtaken, undone_by) {
        (None, _) => {
            let effect = match (&row.before, &row.after) {
                (None, _) => Effect::Remove,
                (_, None) => Effect::BringBack,
                _ => Effect::SetBack,
            };
            let returning = match target {
                Target::Risk => returning(context.reader(), context, row, present.as_ref(), holds).await?,
                _ => Returning::Whole,
            };
            match returning {
                Returning::Nothing => Undoing::Never(APPROVAL_OF_OTHERS),
                _ => Undoing::Possible { effect, without_approval: returning == Returning::WithoutApproval },
            }
        }
        (Some(_), Some(by)) => Undoing::Done(by),
        (Some(overtaken), None) => Undoing::Overtaken(overtaken),
    })
}

/// How much of a risk comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Returning {
    /// All that the record changed.
    Whole,
    /// All but an approval, which is for others to bring back.
    WithoutApproval,
    /// Nothing, for the record took such an approval away and nothing else.
    Nothing,
}

/// How much of the risk comes back, which is `present` now, with an approval that `holds` or does not.
pub(super) async fn returning(
    connection: &impl ConnectionTrait,
    context: &Context,
    row: &record::Model,
    present: Option<&Value>,
    holds: bool,
) -> Result<Returning> {
    let present: Option<risk::Content> = present.cloned().map(serde_json::from_value).transpose()?;
    let before: Option<risk::Content> = row.before.as_deref().map(serde_json::from_str).transpose()?;
    let standing = present.as_ref().filter(|_| holds).and_then(|present| present.approval.as_ref());
    let Some(before) = before.filter(|before| before.approval.is_some() && before.approval.as_ref() != standing) else {
        return Ok(Returning::Whole);
    };
    let back = undone(connection, context, row).await?.brought_back(context, before);
    Ok(match (&back.approval, present.as_ref() == Some(&back)) {
        (Some(_), _) => Returning::Whole,
        (None, false) => Returning::WithoutApproval,
        (None, true) => Returning::Nothing,
    })
}

/// The record of a risk as one to be undone.
pub(super) async fn undone(
    connection: &impl ConnectionTrait,
    context: &Context,
    row: &record::Model,
) -> Result<risk::Undone> {
    let by: Vec<Option<Uuid>> = of_thing(context, row)
        .filter(record::Column::Sequence.gte(row.sequence))
        .select_only()
        .column(record::Column::AccountId)
        .distinct()
        .into_tuple()
        .all(connection)
        .await?;
    Ok(risk::Undone { sequence: row.sequence, by: by.into_iter().flatten().map(AccountId).collect() })
}

/// The record that undid this one and stands, if any: undoing that one made this one stand again.
pub(super) async fn is_undone(
    connection: &impl ConnectionTrait,
    context: &Context,
    row: &record::Model,
) -> Result<Option<i64>> {
    let undoings: Vec<(i64, Option<i64>)> = of_thing(context, row)
        .filter(record::Column::Undoes.gte(row.sequence))
        .select_only()
        .columns([record::Column::Sequence, record::Column::Undoes])
        .into_tuple()
        .all(connection)
        .await?;
    Ok(undone_by(undoings).get(&row.sequence).copied())
}

/// What undoings (number, the record that each undoes) have undone and left so, with the record that did it.
pub(super) fn undone_by(mut undoings: Vec<(i64, Option<i64>)>) -> HashMap<i64, i64> {
    // Newest first: whether a record is undone depends on later ones alone.
    undoings.sort_unstable_by_key(|(undoing, _)| Reverse(*undoing));
    let mut undone = HashMap::new();
    for (undoing, target) in undoings {
        if let Some(target) = target
            && !undone.contains_key(&undoing)
        {
            undone.entry(target).or_insert(undoing);
        }
    }
    undone
}

/// The records of the same thing.
pub(super) fn of_thing(context: &Context, row: &record::Model) -> sea_orm::Select<record::Entity> {
    record::Entity::find()
        .filter(record::Column::OrganizationId.eq(context.organization.0))
        .filter(record::Column::Entity.eq(row.entity.clone()))
        .filter(record::Column::EntityId.eq(row.entity_id))
}
