//! Bringing an asset back to a state that the audit log kept.

use super::access::Access;
use super::{Asset, Content, Departments, Snapshot, register, write};
use crate::store::Transaction;
use crate::{AssetId, Context, Error, Result};

/// Makes the asset what `snapshot` says, as a new change that undoes the record of that sequence: written
/// over what it is now, put back with its id where it was removed, removed where there is no snapshot.
/// Nothing happens where it is so already.
///
/// # Errors
/// [`Error::Forbidden`] where the asset of now or then lies outside of the actor's departments.
pub(crate) async fn restore(
    transaction: &Transaction,
    context: &Context,
    id: AssetId,
    snapshot: Option<Snapshot>,
    undoes: i64,
) -> Result<()> {
    let access = Access::editing(context)?;
    let mut register = register::lock(transaction, context).await?;
    let current = write::lock_many(transaction, context, &[id]).await?.pop();
    if current.as_ref().is_some_and(|current| !access.changes(current)) {
        return Err(Error::Forbidden);
    }
    let Some(mut snapshot) = snapshot else {
        return match current {
            Some(current) => write::remove_many(transaction, context, &[current], Some(undoes)).await,
            None => Ok(()),
        };
    };
    let departments = Departments::read(transaction, context).await?;
    // A department that was renamed since is the same one.
    if let Some(name) = snapshot.department_id.and_then(|id| departments.name(id))
        && departments.named(&snapshot.department) != snapshot.department_id
    {
        name.clone_into(&mut snapshot.department);
    }
    access.check_department(&departments, &snapshot.department).map_err(|_| Error::Forbidden)?;
    let (version, position) = (snapshot.version, snapshot.position);
    let content = Content::from(snapshot);
    match current {
        Some(current) => {
            if register.add_columns(content.extra.keys()) {
                register::save(transaction, context, &register).await?;
            }
            write::update_many(transaction, context, vec![(current, content)], Some(undoes)).await?;
        }
        None => {
            let now = context.now();
            let version = version + 1;
            let asset = Asset { id, version, position, content, department: None, created_at: now, updated_at: now };
            write::put_back(transaction, context, asset, Some(undoes)).await?;
        }
    }
    Ok(())
}
