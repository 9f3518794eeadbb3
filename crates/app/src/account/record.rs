//! What people do with their account, in the log of each of their organizations.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::{Account, actor, row};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{Actor, Context, OrganizationId, Result, Visitor};

/// Records `change` in the log of every organization that the person belongs to.
///
/// The logs' ends are locked in the order of their organizations, so that two people with the same organizations
/// cannot wait for each other.
pub(super) async fn everywhere(
    transaction: &Transaction,
    visitor: &Visitor,
    account: &Account,
    change: Change,
) -> Result<()> {
    everywhere_by(transaction, visitor, &actor(account), account, change).await
}

/// The same, done by somebody else than the person.
pub(super) async fn everywhere_by(
    transaction: &Transaction,
    visitor: &Visitor,
    by: &Actor,
    account: &Account,
    change: Change,
) -> Result<()> {
    let organizations: Vec<Uuid> = row::membership::Entity::find()
        .select_only()
        .column(row::membership::Column::OrganizationId)
        .filter(row::membership::Column::AccountId.eq(account.id.0))
        .group_by(row::membership::Column::OrganizationId)
        .order_by_asc(row::membership::Column::OrganizationId)
        .into_tuple()
        .all(transaction)
        .await?;
    for organization in organizations {
        let context = Context::new(visitor, by.clone(), OrganizationId(organization));
        audit_log::record(transaction, &context, change.clone()).await?;
    }
    Ok(())
}

/// Something happened to the account; `what` says it in Japanese, for the log.
pub(super) async fn happened(
    transaction: &Transaction,
    visitor: &Visitor,
    account: &Account,
    event: Event,
    what: impl Into<String>,
) -> Result<()> {
    let change = Change::new(event, Entity::Account, account.id, account.name.clone());
    everywhere(transaction, visitor, account, change.after(&json!({ "what": what.into() }))?).await
}
