//! The people of the organization by name, for choosing who does something.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::account::row::{account, membership};
use crate::{AccountId, Context, Permission, Result};

/// Everybody who can be asked to do something: account and name, in the order of joining.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::EditRisks`].
pub async fn for_tasks(context: &Context) -> Result<Vec<(AccountId, String)>> {
    context.scope(Permission::EditRisks)?;
    names(context.reader(), context).await
}

/// The same, whoever asks.
pub(crate) async fn names(connection: &impl ConnectionTrait, context: &Context) -> Result<Vec<(AccountId, String)>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .order_by_asc(membership::Column::CreatedAt)
        .order_by_asc(membership::Column::Id)
        .find_also_related(account::Entity)
        .all(connection)
        .await?;
    let mut names: Vec<(AccountId, String)> = Vec::new();
    for account in rows.into_iter().filter_map(|(_, account)| account).filter(|account| !account.disabled) {
        if names.iter().all(|(known, _)| known.0 != account.id) {
            names.push((AccountId(account.id), account.name));
        }
    }
    Ok(names)
}
