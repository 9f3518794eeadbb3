//! Whether a record can be undone now, and if not, why and what can be done instead.

use catalog::Catalog;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use super::describe::{Names, describe};
use super::find::read;
use super::row::record;
use super::{Entity, Event, FieldChange};
use crate::asset::Snapshot;
use crate::{
    AssessmentId, AssetId, Context, DepartmentId, MembershipId, Result, RiskId, assessment, asset, organization,
    people, risk,
};

/// Later records of the same thing that are named.
const LATER: u64 = 5;

/// Whether a record can be undone now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undoing {
    /// It can; what that does.
    Possible(Effect),
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

/// How a thing differs from what the record left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overtaken {
    /// What differs: `before` as the record left it, `after` as it is now. Empty where the thing is gone or is there again.
    pub differences: Vec<FieldChange>,
    /// Whether there is such a thing now.
    pub exists: bool,
    /// Later records of the same thing, the newest first: undone in this order, they lead back to this one.
    pub later: Vec<i64>,
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
    pub(super) fn of(row: &record::Model) -> Result<Self, &'static str> {
        use {Entity as T, Event as E};
        match (Entity::from_id(&row.entity), Event::from_id(&row.event)) {
            (Some(T::Asset), Some(E::Created | E::Changed | E::Removed)) => Ok(Self::Asset),
            (Some(T::Organization), Some(E::Changed)) => Ok(Self::Organization),
            (Some(T::Department), Some(E::Created | E::Changed | E::Removed)) => Ok(Self::Department),
            (Some(T::Membership), Some(E::Created | E::Removed)) => Ok(Self::Membership),
            (Some(T::Import), Some(E::Imported | E::Removed)) => Ok(Self::Import),
            (Some(T::Risk), Some(E::Created | E::Changed | E::Removed)) => Ok(Self::Risk),
            (Some(T::Assessment), Some(E::Created | E::Removed)) => Ok(Self::Assessment),
            (Some(T::Risk), Some(E::Approved)) => {
                Err("承認は、ここからは取り消せません。リスクの画面で、リスク所有者が差し戻してください。")
            }
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
    let target = match Target::of(row) {
        Ok(target) => target,
        Err(reason) => return Ok(Undoing::Never(reason)),
    };
    let present = match target {
        Target::Import => {
            let undone = is_undone(context.reader(), context, row).await?;
            return Ok(undone.map_or(Undoing::Possible(Effect::Import), Undoing::Done));
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
    Ok(
        match (
            overtaken(context.reader(), context, catalog, names, row, after.as_ref(), present.as_ref()).await?,
            undone_by,
        ) {
            (None, _) => Undoing::Possible(match (&row.before, &row.after) {
                (None, _) => Effect::Remove,
                (_, None) => Effect::BringBack,
                _ => Effect::SetBack,
            }),
            (Some(_), Some(by)) => Undoing::Done(by),
            (Some(overtaken), None) => Undoing::Overtaken(overtaken),
        },
    )
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

/// Later records of the same thing, the newest first.
async fn later(connection: &impl ConnectionTrait, context: &Context, row: &record::Model) -> Result<Vec<i64>> {
    let later = of_thing(context, row)
        .filter(record::Column::Sequence.gt(row.sequence))
        .select_only()
        .column(record::Column::Sequence)
        .order_by_desc(record::Column::Sequence)
        .limit(LATER)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(later)
}

/// The record that undid this one and stands, if any: undoing that one made this one stand again.
pub(super) async fn is_undone(
    connection: &impl ConnectionTrait,
    context: &Context,
    row: &record::Model,
) -> Result<Option<i64>> {
    // Newest first: whether a record is undone depends on later ones alone.
    let undoings = of_thing(context, row)
        .filter(record::Column::Undoes.gte(row.sequence))
        .order_by_desc(record::Column::Sequence)
        .all(connection)
        .await?;
    let mut undone: Vec<(i64, i64)> = Vec::new();
    for undoing in undoings {
        if undone.iter().all(|(target, _)| *target != undoing.sequence) {
            undone.extend(undoing.undoes.map(|target| (target, undoing.sequence)));
        }
    }
    Ok(undone.into_iter().find(|(target, _)| *target == row.sequence).map(|(_, by)| by))
}

/// The records of the same thing.
pub(super) fn of_thing(context: &Context, row: &record::Model) -> sea_orm::Select<record::Entity> {
    record::Entity::find()
        .filter(record::Column::OrganizationId.eq(context.organization.0))
        .filter(record::Column::Entity.eq(row.entity.clone()))
        .filter(record::Column::EntityId.eq(row.entity_id))
}
