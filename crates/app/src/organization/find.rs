//! Reading the organization.

use sea_orm::{EntityTrait, QueryOrder, QuerySelect};

use super::{Organization, row};
use crate::store::Transaction;
use crate::{Channel, Context, Error, Permission, Result, Visitor};

/// The context's organization as it is now.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ReadOrganization`], at least for a department;
/// [`Error::NotFound`] where it is gone.
pub async fn find(context: &Context) -> Result<Organization> {
    context.scope(Permission::ReadOrganization)?;
    let row = row::organization::Entity::find_by_id(context.organization.0).one(context.reader()).await?;
    row.ok_or(Error::NotFound("組織"))?.try_into()
}

/// Every organization of the database, the oldest first: for commands at the machine itself.
///
/// # Errors
/// [`Error::Forbidden`] through any other door.
pub async fn all(visitor: &Visitor) -> Result<Vec<Organization>> {
    if visitor.channel != Channel::Command {
        return Err(Error::Forbidden);
    }
    let rows = row::organization::Entity::find()
        .order_by_asc(row::organization::Column::CreatedAt)
        .order_by_asc(row::organization::Column::Id)
        .all(visitor.reader())
        .await?;
    rows.into_iter().map(Organization::try_from).collect()
}

/// The organization, locked until the transaction ends.
pub(crate) async fn lock(transaction: &Transaction, context: &Context) -> Result<Organization> {
    let row = row::organization::Entity::find_by_id(context.organization.0).lock_exclusive().one(transaction).await?;
    row.ok_or(Error::NotFound("組織"))?.try_into()
}
