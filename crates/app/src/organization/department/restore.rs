//! Undoing a change of a department: the audit log asks for it.

use serde::Deserialize;
use serde_json::Value;

use super::{Department, add, remove, rename};
use crate::store::Transaction;
use crate::{Context, DepartmentId, Error, Result, people};

/// What the log keeps of a department.
#[derive(Deserialize)]
struct Snapshot {
    name: String,
}

/// The department now, locked until the transaction ends; `None` where there is none.
pub(crate) async fn present(
    transaction: &Transaction,
    context: &Context,
    id: DepartmentId,
) -> Result<Option<Department>> {
    // In the order in which everybody locks: who belongs, then the department.
    people::lock(transaction, context.organization).await?;
    rename::lock(transaction, context, id).await
}

/// Makes the department what `wanted` says, as a new change that undoes the record of that sequence: renamed,
/// put back with its key where it was removed, removed where nothing is wanted.
///
/// # Errors
/// [`Error::Refused`] where it is used and cannot be removed, or another department has its name.
pub(crate) async fn restore(
    transaction: &Transaction,
    context: &Context,
    id: DepartmentId,
    wanted: Option<&Value>,
    undoes: i64,
) -> Result<()> {
    let now = present(transaction, context, id).await?;
    let wanted = wanted.map(|wanted| serde_json::from_value::<Snapshot>(wanted.clone())).transpose()?;
    let wanted = wanted.map(|wanted| Department { id, name: wanted.name });
    let written = match (&now, &wanted) {
        (Some(now), Some(wanted)) => rename::update(transaction, context, now, wanted, Some(undoes)).await,
        (None, Some(wanted)) => add::insert(transaction, context, wanted, Some(undoes)).await,
        (Some(now), None) => remove::delete(transaction, context, now, Some(undoes)).await,
        (None, None) => Ok(()),
    };
    written.map_err(|error| match error {
        // There is no form whose field this could stand at.
        Error::Invalid { problems } => {
            Error::Refused(problems.into_iter().map(|problem| problem.message).collect::<Vec<_>>().join(""))
        }
        other => other,
    })
}
