//! Writing a changed organization: the row, its version and the audit record.

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::{Map, Value};

use super::{Organization, organization_criteria_text, row};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Context, Error, Result, risk};

/// The parts of an organization that people change, as the audit log keeps them.
pub(crate) fn state(organization: &Organization) -> Result<Map<String, Value>> {
    let criteria: Value = serde_json::from_str(&organization_criteria_text(organization)?)?;
    Ok(Map::from_iter([
        ("name".to_owned(), Value::from(organization.name.clone())),
        ("profile".to_owned(), Value::from(organization.profile.clone())),
        ("criteria".to_owned(), criteria),
    ]))
}

/// Refuses where somebody changed it since `version` was read.
pub(super) fn require_version(organization: &Organization, version: i64) -> Result<()> {
    if organization.version == version { Ok(()) } else { Err(Error::Stale) }
}

/// Writes `new` over `old`, which was locked, and records what differs. Nothing happens where nothing does.
/// Answers the organization as it is now.
pub(super) async fn save(
    transaction: &Transaction,
    context: &Context,
    old: &Organization,
    mut new: Organization,
    undoes: Option<i64>,
) -> Result<Organization> {
    let (mut before, mut after) = (state(old)?, state(&new)?);
    let changed: Vec<String> =
        before.iter().filter(|(key, value)| after.get(*key) != Some(*value)).map(|(key, _)| key.clone()).collect();
    if changed.is_empty() {
        return Ok(old.clone());
    }
    before.retain(|key, _| changed.contains(key));
    after.retain(|key, _| changed.contains(key));
    new.version = old.version + 1;
    let row = row::organization::ActiveModel {
        id: Set(context.organization.0),
        name: Set(new.name.clone()),
        profile: Set(new.profile.clone()),
        criteria: Set(organization_criteria_text(&new)?),
        version: Set(new.version),
        ..Default::default()
    };
    row::organization::Entity::update(row).exec(transaction).await?;
    if new.criteria != old.criteria {
        risk::follow::criteria_changed(transaction, context, &old.criteria, &new.criteria).await?;
    }
    let change = Change::new(Event::Changed, Entity::Organization, new.id, new.name.clone());
    let mut change = change.before(&before)?.after(&after)?;
    change.undoes = undoes;
    audit_log::record(transaction, context, change).await?;
    Ok(new)
}
