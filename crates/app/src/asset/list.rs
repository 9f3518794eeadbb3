//! The register page by page: by key, so that every page costs the same, wherever it is.

use sea_orm::{Condition, ConnectionTrait};
use serde::{Deserialize, Serialize};

use super::access::Access;
use super::row::asset::{Column, Entity as Row, Stored};
use super::{Asset, Departments, Filter, keys, register};
use crate::store::paging::{self, By, Place, Slice, Sorting, Total};
use crate::{Context, Result, Scope};

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The register's own order.
    #[default]
    Position,
    /// ふりがな, else the name itself.
    Name,
    /// 重要度
    Importance,
    /// The last change.
    Updated,
    /// 見直し予定日
    Review,
}

impl Sort {
    /// All.
    pub const ALL: [Self; 5] = [Self::Position, Self::Name, Self::Importance, Self::Updated, Self::Review];

    /// The word in addresses and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Position => "position",
            Self::Name => "name",
            Self::Importance => "importance",
            Self::Updated => "updated",
            Self::Review => "review",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.id() == id)
    }

    const fn column(self) -> Column {
        match self {
            Self::Position => Column::Position,
            Self::Name => Column::NameSort,
            Self::Importance => Column::Importance,
            Self::Updated => Column::UpdatedAt,
            Self::Review => Column::ReviewOn,
        }
    }
}

/// By what, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Order {
    /// By what.
    pub sort: Sort,
    /// Whether the highest comes first.
    pub descending: bool,
}

/// What is asked of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Which assets.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// From where.
    pub from: Place,
    /// How many, 1..=[`MOST`]; 0 is [`MOST`].
    pub limit: u64,
}

/// Most assets of a page.
pub const MOST: u64 = 100;

/// A page of the register.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its assets.
    pub assets: Vec<Asset>,
    /// How many stand before the first of them; near enough while others add and remove.
    pub skipped: u64,
    /// For the page before, where there is one.
    pub before: Option<String>,
    /// For the page after, where there is one.
    pub after: Option<String>,
    /// How many are looked for.
    pub total: Total,
    /// The organization's departments, for names and filters.
    pub departments: Departments,
}

/// A page of the assets that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden); [`Error::Invalid`](crate::Error::Invalid) for a cursor that does not belong to this list.
pub async fn list(context: &Context, query: &Query) -> Result<Page> {
    let access = Access::reading(context)?;
    let connection = context.reader();
    let condition = query.filter.condition(context, &access.read);
    let slice = slice(connection, condition.clone(), query).await?;
    let total = if slice.is_all {
        Total::Exactly(slice.lines.len() as u64)
    } else {
        total(connection, context, query, &access.read, condition).await?
    };
    let departments = Departments::read(connection, context).await?;
    let mut assets = slice.lines.into_iter().map(Asset::try_from).collect::<Result<Vec<_>>>()?;
    assets.iter_mut().for_each(|asset| departments.freshen(asset));
    Ok(Page { assets, skipped: slice.skipped, before: slice.before, after: slice.after, total, departments })
}

/// The rows of one page.
pub(super) async fn slice(
    connection: &impl ConnectionTrait,
    condition: Condition,
    query: &Query,
) -> Result<Slice<Stored>> {
    let limit = if query.limit == 0 { MOST } else { query.limit };
    paging::slice::<Row, Stored>(connection, condition, query.order.sorting(), &query.from, limit).await
}

impl Order {
    pub(super) fn sorting(self) -> Sorting<Column, Stored> {
        let Self { sort, descending } = self;
        let by = match sort {
            Sort::Position => By::Number(|row: &Stored| row.position),
            Sort::Name => By::Text(|row: &Stored| keys::name_sort(&row.name, &row.name_reading)),
            Sort::Importance => By::Number(|row: &Stored| row.importance.into()),
            Sort::Updated => By::Number(|row: &Stored| row.updated_at),
            Sort::Review => By::Text(|row: &Stored| row.review_on.clone()),
        };
        let word = format!("asset-{}-{descending}", sort.id());
        Sorting { word, column: sort.column(), id: Column::Id, descending, by, id_of: |row| row.id }
    }
}

/// A plain list knows its count; a filtered one is counted as far as a page's time allows.
async fn total(
    connection: &impl ConnectionTrait,
    context: &Context,
    query: &Query,
    scope: &Scope,
    condition: Condition,
) -> Result<Total> {
    if query.filter.is_empty() && *scope == Scope::Organization {
        return Ok(Total::Exactly(register::read(connection, context).await?.count));
    }
    paging::total::<Row>(connection, condition, Column::Id).await
}
