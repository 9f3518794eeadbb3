//! One asset, or several by their ids.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

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

/// Those of these assets that exist and that the actor may see, in the order of `ids`.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Database`].
pub async fn find_many(context: &Context, ids: &[AssetId]) -> Result<Vec<Asset>> {
    let access = Access::reading(context)?;
    let mut assets = read_many(context.reader(), context, ids.iter().copied()).await?;
    assets.retain(|asset| access.sees(asset));
    assets.sort_by_key(|asset| ids.iter().position(|id| *id == asset.id));
    let departments = Departments::read(context.reader(), context).await?;
    assets.iter_mut().for_each(|asset| departments.freshen(asset));
    Ok(assets)
}

/// The names of those of these assets that the actor may see, in the order of `ids`; none for whoever sees no assets.
///
/// # Errors
/// [`Error::Database`].
pub(crate) async fn names(context: &Context, ids: &[AssetId]) -> Result<Vec<(AssetId, String)>> {
    match find_many(context, ids).await {
        Err(Error::Forbidden) => Ok(Vec::new()),
        found => Ok(found?.into_iter().map(|asset| (asset.id, asset.content.line.name)).collect()),
    }
}

/// The asset as it is stored, whoever asks.
pub(crate) async fn read(connection: &impl ConnectionTrait, context: &Context, id: AssetId) -> Result<Option<Asset>> {
    let row = row::asset::Entity::find_by_id((context.organization.0, id.0))
        .into_partial_model::<row::asset::Stored>()
        .one(connection)
        .await?;
    row.map(Asset::try_from).transpose()
}

/// The assets of those ids that exist, as they are stored, whoever asks.
pub(crate) async fn read_many(
    connection: &impl ConnectionTrait,
    context: &Context,
    ids: impl IntoIterator<Item = AssetId>,
) -> Result<Vec<Asset>> {
    let mut ids: Vec<_> = ids.into_iter().map(|id| id.0).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut assets = Vec::with_capacity(ids.len());
    for ids in ids.chunks(super::write::ROWS) {
        let rows = row::asset::Entity::find()
            .filter(row::asset::Column::OrganizationId.eq(context.organization.0))
            .filter(row::asset::Column::Id.is_in(ids.iter().copied()))
            .into_partial_model::<row::asset::Stored>()
            .all(connection)
            .await?;
        for row in rows {
            assets.push(Asset::try_from(row)?);
        }
    }
    Ok(assets)
}
