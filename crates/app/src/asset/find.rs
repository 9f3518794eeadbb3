//! One asset.

use sea_orm::{ConnectionTrait, EntityTrait};

use super::access::Access;
use super::{Asset, Departments, row};
use crate::{AssetId, Context, Error, Result};

/// An asset, and whether the actor may change it.
#[derive(Debug, Clone)]
pub struct Found {
    /// The asset.
    pub asset: Asset,
    /// Whether it may be changed.
    pub changeable: bool,
}

/// Finds an asset.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`] where it does not exist, or may not be seen.
pub async fn find(context: &Context, id: AssetId) -> Result<Found> {
    let access = Access::reading(context)?;
    let mut asset = read(context.reader(), context, id).await?.ok_or(Error::NotFound("情報資産"))?;
    if !access.sees(&asset) {
        return Err(Error::NotFound("情報資産"));
    }
    Departments::read(context.reader(), context).await?.freshen(&mut asset);
    Ok(Found { changeable: access.changes(&asset), asset })
}

/// The asset as it is stored, whoever asks.
pub(crate) async fn read(connection: &impl ConnectionTrait, context: &Context, id: AssetId) -> Result<Option<Asset>> {
    let row = row::asset::Entity::find_by_id((context.organization.0, id.0))
        .into_partial_model::<row::asset::Stored>()
        .one(connection)
        .await?;
    row.map(Asset::try_from).transpose()
}
