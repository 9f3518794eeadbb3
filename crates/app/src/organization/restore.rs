//! Undoing a change of the organization: the audit log asks for it.

use serde_json::{Map, Value};

use super::criteria::read_criteria;
use super::{Organization, find::lock, save};
use crate::store::Transaction;
use crate::{Context, Error, Result};

/// The organization's parts now, locked until the transaction ends.
pub(crate) async fn present(transaction: &Transaction, context: &Context) -> Result<Map<String, Value>> {
    save::state(&lock(transaction, context).await?)
}

/// Sets the parts that `wanted` names as they were. Answers the organization as it is now.
pub(crate) async fn restore(
    transaction: &Transaction,
    context: &Context,
    wanted: &Value,
    undoes: i64,
) -> Result<Organization> {
    let old = lock(transaction, context).await?;
    let text = |key: &str, now: &str| {
        wanted
            .get(key)
            .map_or_else(|| Ok(now.to_owned()), |value| value.as_str().map(str::to_owned).ok_or_else(unreadable))
    };
    let (criteria, repeat_months) = match wanted.get("criteria") {
        Some(stored) => read_criteria(stored)?,
        None => (old.criteria.clone(), old.repeat_months),
    };
    let new = Organization {
        name: text("name", &old.name)?,
        profile: text("profile", &old.profile)?,
        criteria,
        repeat_months,
        ..old.clone()
    };
    save::save(transaction, context, &old, new, Some(undoes)).await
}

fn unreadable() -> Error {
    Error::internal("a snapshot of an organization has a part that is no text")
}
