//! Many assets at once: those that were ticked, or all that a filter finds.

use sea_orm::{EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::access::Access;
use super::row::asset::{Column, Entity as Row};
use super::{Asset, Filter, write};
use crate::store::Transaction;
use crate::{AssetId, Context, Error, Result};

/// Which assets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// These; one that is gone by now is no problem.
    Chosen(Vec<AssetId>),
    /// All that the filter finds at that moment.
    Matching(Filter),
}

impl Selection {
    /// The assets, locked. One that may not be seen is not there.
    ///
    /// # Errors
    /// [`Error::Forbidden`] where one may be seen but not changed.
    pub(super) async fn lock(
        &self,
        transaction: &Transaction,
        context: &Context,
        access: &Access,
    ) -> Result<Vec<Asset>> {
        let mut assets = match self {
            Self::Chosen(ids) => write::lock_many(transaction, context, ids).await?,
            Self::Matching(filter) => {
                let found =
                    Row::find().select_only().column(Column::Id).filter(filter.condition(context, &access.read));
                let ids: Vec<Uuid> = found.into_tuple().all(transaction).await?;
                let ids: Vec<AssetId> = ids.into_iter().map(AssetId).collect();
                write::lock_many(transaction, context, &ids).await?
            }
        };
        assets.retain(|asset| access.sees(asset));
        if assets.iter().all(|asset| access.changes(asset)) { Ok(assets) } else { Err(Error::Forbidden) }
    }
}
