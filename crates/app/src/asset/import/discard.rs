//! Throwing away what was sent; the register stays as it is.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::material;
use super::preview::require_idle;
use super::{cache, row};
use crate::{Context, ImportId, Permission, Result};

/// Throws an import away.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without [`Permission::ImportAssets`];
/// [`Error::NotFound`](crate::Error::NotFound); [`Error::Refused`](crate::Error::Refused) while a job brings it in.
pub async fn discard(context: &Context, id: ImportId) -> Result<()> {
    context.require(Permission::ImportAssets)?;
    context
        .transaction(async |transaction| {
            let import = material::lock(transaction, context, id).await?;
            require_idle(transaction, context, &import).await?;
            row::Entity::delete_many()
                .filter(row::Column::OrganizationId.eq(context.organization.0))
                .filter(row::Column::Id.eq(id.0))
                .exec(transaction)
                .await?;
            Ok(())
        })
        .await?;
    cache::forget(id);
    Ok(())
}
