//! Which tokens there are.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Token, row};
use crate::account::row::account;
use crate::{Context, Error, Permission, Result};

/// One's own tokens; with [`Permission::ManagePeople`] everybody's in the organization. Newest first,
/// also those that work no more.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::UseApi`] and [`Permission::ManagePeople`].
pub async fn list(context: &Context) -> Result<Vec<Token>> {
    let mut rows = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .order_by_desc(row::Column::CreatedAt)
        .order_by_desc(row::Column::Id)
        .find_also_related(account::Entity);
    if !context.allows(Permission::ManagePeople) {
        let own = context.account().filter(|_| context.allows(Permission::UseApi)).ok_or(Error::Forbidden)?;
        rows = rows.filter(row::Column::AccountId.eq(own.0));
    }
    let rows = rows.all(context.reader()).await?;
    rows.into_iter().map(|(row, owner)| Token::of(row, owner.map(|owner| owner.name).unwrap_or_default())).collect()
}
