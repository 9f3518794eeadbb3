//! Writing records: always in the transaction of the change itself.

use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

use super::row::{chain, record as record_row};
use super::{Change, hash};
use crate::store::Transaction;
use crate::{Context, Error, OrganizationId, Result};

/// Rows per statement: 16 columns each, well under the engines' limits of bound values.
const ROWS: usize = 500;

/// Begins the chain of a new organization.
pub(crate) async fn begin(transaction: &Transaction, organization: OrganizationId) -> Result<()> {
    let end = chain::ActiveModel {
        organization_id: Set(organization.0),
        sequence: Set(0),
        hash: Set(hash::START.to_owned()),
    };
    chain::Entity::insert(end).exec_without_returning(transaction).await?;
    Ok(())
}

/// Records one change.
pub(crate) async fn record(transaction: &Transaction, context: &Context, change: Change) -> Result<i64> {
    record_all(transaction, context, [change]).await
}

/// Records changes in their order; answers the sequence of the last one.
pub(crate) async fn record_all(
    transaction: &Transaction,
    context: &Context,
    changes: impl IntoIterator<Item = Change>,
) -> Result<i64> {
    // Locks the chain's end: records of one organization are written one after another.
    let end = chain::Entity::find_by_id(context.organization.0)
        .lock_exclusive()
        .one(transaction)
        .await?
        .ok_or(Error::NotFound("組織"))?;
    let (mut sequence, mut previous) = (end.sequence, end.hash.clone());
    let mut rows = Vec::new();
    for change in changes {
        sequence += 1;
        let mut row = record_row::Model {
            organization_id: context.organization.0,
            sequence,
            at: context.now().0,
            account_id: context.account().map(|account| account.0),
            actor: context.actor_name().to_owned(),
            channel: context.channel.id().to_owned(),
            request_id: context.request,
            event: change.event.id().to_owned(),
            entity: change.entity.id().to_owned(),
            entity_id: change.id,
            label: change.label,
            before: change.before.map(|snapshot| snapshot.to_string()),
            after: change.after.map(|snapshot| snapshot.to_string()),
            undoes: change.undoes,
            previous_hash: previous,
            hash: String::new(),
        };
        row.hash = hash::of(&row);
        previous = row.hash.clone();
        rows.push(row.into_active_model());
        if rows.len() == ROWS {
            insert(transaction, std::mem::take(&mut rows)).await?;
        }
    }
    insert(transaction, rows).await?;
    let end = chain::ActiveModel {
        organization_id: Set(context.organization.0),
        sequence: Set(sequence),
        hash: Set(previous),
    };
    chain::Entity::update(end).exec(transaction).await?;
    Ok(sequence)
}

async fn insert(transaction: &Transaction, rows: Vec<record_row::ActiveModel>) -> Result<()> {
    if !rows.is_empty() {
        record_row::Entity::insert_many(rows).exec_without_returning(transaction).await?;
    }
    Ok(())
}
