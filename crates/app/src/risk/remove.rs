//! Removing risks. The audit log keeps them, and can undo this.

use sea_orm::{ColumnTrait, Condition};

use super::row::risk::Column;
use super::write::{ROWS, lock_rows, remove_rows};
use super::{Access, lock_all};
use crate::{Context, DepartmentId, Error, Result, RiskId};

/// Removes the risk in the version that the person saw.
///
/// # Errors
/// [`Error::Stale`] where somebody changed it after `seen`. [`Error::Forbidden`]; [`Error::NotFound`].
pub async fn remove(context: &Context, id: RiskId, seen: i64) -> Result<()> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            let rows = lock_rows(transaction, context, Condition::all().add(Column::Id.eq(id.0))).await?;
            let row = rows.into_iter().find(|row| access.sees(row.department_id.map(DepartmentId)));
            let row = row.ok_or(Error::NotFound("リスク"))?;
            if !access.may_change(row.department_id.map(DepartmentId)) {
                return Err(Error::Forbidden);
            }
            if row.version != seen {
                return Err(Error::Stale);
            }
            remove_rows(transaction, context, &[(row, None)]).await
        })
        .await
}

/// Removes the chosen risks; those that are gone already are no problem. Answers how many went.
///
/// # Errors
/// [`Error::Forbidden`] where one of them may be seen but not changed: then none is removed.
pub async fn remove_many(context: &Context, ids: &[RiskId]) -> Result<u64> {
    let access = Access::editing(context)?;
    context
        .transaction(async |transaction| {
            lock_all(transaction, context, ids).await?;
            let mut removed = 0;
            for ids in ids.chunks(ROWS) {
                let chosen = Condition::all().add(Column::Id.is_in(ids.iter().map(|id| id.0)));
                let mut rows = lock_rows(transaction, context, chosen).await?;
                rows.retain(|row| access.sees(row.department_id.map(DepartmentId)));
                if rows.iter().any(|row| !access.may_change(row.department_id.map(DepartmentId))) {
                    return Err(Error::Forbidden);
                }
                let rows: Vec<_> = rows.into_iter().map(|row| (row, None)).collect();
                remove_rows(transaction, context, &rows).await?;
                removed += rows.len() as u64;
            }
            Ok(removed)
        })
        .await
}
