//! Many assets at once: those that were ticked, or all that a filter finds.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::access::Access;
use super::row::asset::{Column, Entity as Row};
use super::{Filter, Query, list, write};
use crate::store::Transaction;
use crate::store::paging::Total;
use crate::{AssetId, Context, DepartmentId, Error, Result};

/// Which assets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// These; one that is gone by now is no problem.
    Chosen(Vec<AssetId>),
    /// All that the filter finds at that moment.
    Matching(Filter),
}

/// What a selection means, to be shown before something is done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// How many assets.
    pub total: Total,
    /// The names of the first ones.
    pub names: Vec<String>,
}

/// Names that a preview shows.
const NAMED: u64 = 10;

/// What the selection means now, of the assets that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may change assets.
pub async fn preview(context: &Context, selection: &Selection) -> Result<Preview> {
    let access = Access::editing(context)?;
    let ids = match selection {
        Selection::Matching(filter) => {
            let query = Query { filter: filter.clone(), limit: NAMED, ..Query::default() };
            let page = list(context, &query).await?;
            let names = page.assets.into_iter().map(|asset| asset.content.line.name).collect();
            return Ok(Preview { total: page.total, names });
        }
        Selection::Chosen(ids) => ids,
    };
    let mut names: Vec<String> = Vec::new();
    let mut total = 0;
    for ids in ids.chunks(write::ROWS) {
        let found: Vec<String> = Row::find()
            .select_only()
            .column(Column::Name)
            .filter(Filter::default().condition(context, &access.read))
            .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
            .order_by_asc(Column::Position)
            .into_tuple()
            .all(context.reader())
            .await?;
        total += found.len() as u64;
        names.extend(found);
    }
    names.truncate(usize::try_from(NAMED).unwrap_or(usize::MAX));
    Ok(Preview { total: Total::Exactly(total), names })
}

impl Selection {
    /// The keys of the assets, locked until the transaction ends, by key. One that may not be seen is not there.
    ///
    /// # Errors
    /// [`Error::Forbidden`] where one may be seen but not changed.
    pub(super) async fn lock(
        &self,
        transaction: &Transaction,
        context: &Context,
        access: &Access,
    ) -> Result<Vec<AssetId>> {
        let every = Filter::default();
        let (filter, chosen) = match self {
            Self::Chosen(ids) => (&every, Some(ids)),
            Self::Matching(filter) => (filter, None),
        };
        let condition = filter.condition(context, &access.read);
        let mut found = match chosen {
            None => keys(transaction, condition, None).await?,
            Some(ids) => {
                let mut ids: Vec<_> = ids.iter().map(|id| id.0).collect();
                ids.sort_unstable();
                ids.dedup();
                let mut found = Vec::with_capacity(ids.len());
                for ids in ids.chunks(write::ROWS) {
                    found.extend(keys(transaction, condition.clone(), Some(ids)).await?);
                }
                found
            }
        };
        found.sort_unstable();
        if !found.iter().all(|(_, department)| access.may_change(department.map(DepartmentId))) {
            return Err(Error::Forbidden);
        }
        Ok(found.into_iter().map(|(id, _)| AssetId(id)).collect())
    }
}

/// Keys and departments of the assets, locked.
async fn keys(
    transaction: &Transaction,
    condition: Condition,
    ids: Option<&[Uuid]>,
) -> Result<Vec<(Uuid, Option<Uuid>)>> {
    let mut select = Row::find().select_only().column(Column::Id).column(Column::DepartmentId).filter(condition);
    if let Some(ids) = ids {
        select = select.filter(Column::Id.is_in(ids.iter().copied()));
    }
    Ok(select.order_by_asc(Column::Id).lock_exclusive().into_tuple().all(transaction).await?)
}
