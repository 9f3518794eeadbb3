//! Removing assets.

use super::access::Access;
use super::{Selection, register, write};
use crate::{AssetId, Context, Error, Result};

/// Removes the asset in the version that the person saw. The audit log keeps it, and can undo this.
///
/// # Errors
/// [`Error::Stale`] where somebody changed it after `seen`. [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn remove(context: &Context, id: AssetId, seen: i64) -> Result<()> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            register::lock(transaction, context).await?;
            let asset = access.changeable(write::lock_many(transaction, context, &[id]).await?.pop())?;
            if asset.version != seen {
                return Err(Error::Stale);
            }
            write::remove_many(transaction, context, &[asset], None).await
        })
        .await
}

/// Removes the chosen assets; those that are gone already are no problem. Answers how many went.
///
/// # Errors
/// [`Error::Forbidden`] where one of them may be seen but not changed: then none is removed.
pub async fn remove_many(context: &Context, selection: &Selection) -> Result<u64> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            register::lock(transaction, context).await?;
            let ids = selection.lock(transaction, context, &access).await?;
            for ids in ids.chunks(write::ROWS) {
                let assets = write::lock_many(transaction, context, ids).await?;
                write::remove_many(transaction, context, &assets, None).await?;
            }
            Ok(ids.len() as u64)
        })
        .await
}
