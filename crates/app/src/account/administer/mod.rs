//! What the operator at the machine may do with accounts: no organization has a say over a whole account,
//! since one person may belong to several.

mod disable;
mod find;
mod reset_second_factor;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

pub use disable::{disable, enable};
pub use find::{Known, find, list};
pub use reset_second_factor::reset_second_factor;

use super::row;
use crate::audit_log::{self, Change};
use crate::store::Transaction;
use crate::{AccountId, Channel, Error, OrganizationId, Result, Visitor};

/// [`Error::Forbidden`] through any door but the command line.
fn require_operator(visitor: &Visitor) -> Result<()> {
    if visitor.channel == Channel::Command { Ok(()) } else { Err(Error::Forbidden) }
}

/// Records the operator's change in the log of every organization of the account, in the order of the
/// organizations' keys, so that two such changes cannot wait for each other.
async fn record(transaction: &Transaction, visitor: &Visitor, account: AccountId, change: Change) -> Result<()> {
    let organizations: Vec<Uuid> = row::membership::Entity::find()
        .select_only()
        .column(row::membership::Column::OrganizationId)
        .filter(row::membership::Column::AccountId.eq(account.0))
        .group_by(row::membership::Column::OrganizationId)
        .order_by_asc(row::membership::Column::OrganizationId)
        .into_tuple()
        .all(transaction)
        .await?;
    for organization in organizations {
        let context = visitor.operator(OrganizationId(organization));
        audit_log::record(transaction, &context, change.clone()).await?;
    }
    Ok(())
}

/// Ends every session of the account, also those that wait for their second step.
async fn end_sessions(transaction: &Transaction, account: AccountId) -> Result<()> {
    let own = row::session::Entity::delete_many().filter(row::session::Column::AccountId.eq(account.0));
    own.exec(transaction).await?;
    Ok(())
}
