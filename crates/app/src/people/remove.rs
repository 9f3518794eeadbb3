//! A person leaves the organization.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::rule::lock;
use super::take_role::take;
use crate::account::row::{account, membership};
use crate::{AccountId, Context, Error, Permission, Result, invitation, token};

/// Removes a person from the organization: all their roles here, their API tokens and the open invitations they gave. Their
/// sessions see nothing of it from the next request on; the account itself stays, for other organizations.
///
/// # Errors
/// [`Error::Forbidden`] where any of the roles may not be taken by the actor; [`Error::NotFound`];
/// [`Error::Refused`] where no 情報セキュリティ責任者 would be left.
pub async fn remove(context: &Context, account: AccountId) -> Result<()> {
    context.require(Permission::ManagePeople)?;
    context
        .transaction(async |transaction| {
            lock(transaction, context.organization).await?;
            let rows = membership::Entity::find()
                .filter(membership::Column::OrganizationId.eq(context.organization.0))
                .filter(membership::Column::AccountId.eq(account.0))
                .order_by_asc(membership::Column::CreatedAt)
                .order_by_asc(membership::Column::Id)
                .all(transaction)
                .await?;
            let person = account::Entity::find_by_id(account.0).one(transaction).await?;
            let (Some(person), false) = (person, rows.is_empty()) else { return Err(Error::NotFound("人")) };
            for row in rows {
                take(transaction, context, row, &person.name, None).await?;
            }
            token::revoke_of_former(transaction, context, account).await?;
            invitation::revoke_of_former(transaction, context, account).await
        })
        .await
}
