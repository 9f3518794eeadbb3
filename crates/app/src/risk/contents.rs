//! Many risks at once, as the undoing of records needs them: what they are now, locked, and removed again.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::row::risk::{Column, Entity as Row, Model};
use super::write::{ROWS, lock_rows, remove_rows};
use super::{Access, Content};
use crate::store::Transaction;
use crate::treatment::ApprovalState;
use crate::{Context, DepartmentId, Error, Result, RiskId};

/// A risk as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct Present {
    /// What people said and decided.
    pub(crate) content: Content,
    /// Whether its approval holds.
    pub(crate) holds: bool,
}

/// Those of the risks that exist, as they are stored, whoever asks.
pub(crate) async fn contents(
    connection: &impl ConnectionTrait,
    context: &Context,
    ids: &[RiskId],
) -> Result<HashMap<RiskId, Present>> {
    let mut contents = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(ROWS) {
        let rows: Vec<(Uuid, String, String)> = Row::find()
            .select_only()
            .columns([Column::Id, Column::Content, Column::Approval])
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
            .into_tuple()
            .all(connection)
            .await?;
        for (id, content, approval) in rows {
            let content: Content = serde_json::from_str(&content)?;
            contents.insert(RiskId(id), Present { content, holds: approval == ApprovalState::Approved.id() });
        }
    }
    Ok(contents)
}

/// Locks the risks, by id, until the transaction ends: all of them, before the first is written.
pub(crate) async fn lock_all(transaction: &Transaction, context: &Context, ids: &[RiskId]) -> Result<()> {
    let mut ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    for ids in ids.chunks(ROWS) {
        Row::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::OrganizationId.eq(context.organization.0))
            .filter(Column::Id.is_in(ids.iter().copied()))
            .order_by_asc(Column::Id)
            .lock_exclusive()
            .into_tuple::<Uuid>()
            .all(transaction)
            .await?;
    }
    Ok(())
}

/// Removes risks that were locked ([`lock_all`]), each as the undoing of the record of that number, in this order.
///
/// # Errors
/// [`Error::Forbidden`] where one of them lies outside of the actor's departments.
pub(crate) async fn remove_added(transaction: &Transaction, context: &Context, added: &[(RiskId, i64)]) -> Result<()> {
    let access = Access::editing(context)?;
    for added in added.chunks(ROWS) {
        let chosen = Condition::all().add(Column::Id.is_in(added.iter().map(|(id, _)| id.0)));
        let rows = lock_rows(transaction, context, chosen).await?;
        if !rows.iter().all(|row| access.may_change(row.department_id.map(DepartmentId))) {
            return Err(Error::Forbidden);
        }
        let mut rows: HashMap<Uuid, Model> = rows.into_iter().map(|row| (row.id, row)).collect();
        let undone = added.iter().filter_map(|(id, record)| Some((rows.remove(&id.0)?, Some(*record))));
        let undone: Vec<(Model, Option<i64>)> = undone.collect();
        remove_rows(transaction, context, &undone).await?;
    }
    Ok(())
}
