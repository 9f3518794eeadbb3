//! The register page by page: by key, so that every page costs the same, wherever it is.

use sea_orm::sea_query::{self, Expr, ExprTrait};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, Order as Direction, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::{Deserialize, Serialize};

use super::access::Access;
use super::cursor::{Cursor, Key};
use super::row::asset::{Column, Entity as Row, Stored};
use super::{Asset, Departments, Filter, register};
use crate::{Context, Error, Result, Scope};

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

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// At the first asset.
    #[default]
    Start,
    /// After the asset of that cursor ([`Page::after`]).
    After(String),
    /// Before the asset of that cursor ([`Page::before`]), ending with the one next to it.
    Before(String),
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
/// A filtered list is counted so far, and no further.
const COUNTED: u64 = 1_000;

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

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// Exactly so many.
    Exactly(u64),
    /// More than so many: counting further would take longer than the page.
    MoreThan(u64),
}

/// A page of the assets that the actor may see.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::Invalid`] for a cursor that does not belong to this list.
pub async fn list(context: &Context, query: &Query) -> Result<Page> {
    let access = Access::reading(context)?;
    let connection = context.reader();
    let condition = query.filter.condition(context, &access.read);
    let slice = slice(connection, &condition, query).await?;
    let total = if slice.is_all {
        Total::Exactly(slice.assets.len() as u64)
    } else {
        total(connection, context, query, &access.read, condition).await?
    };
    let departments = Departments::read(connection, context).await?;
    let mut assets = slice.assets;
    assets.iter_mut().for_each(|asset| departments.freshen(asset));
    Ok(Page { assets, skipped: slice.skipped, before: slice.before, after: slice.after, total, departments })
}

/// Assets of one page.
pub(super) struct Slice {
    pub(super) assets: Vec<Asset>,
    skipped: u64,
    before: Option<String>,
    pub(super) after: Option<String>,
    /// Whether these are all that are looked for.
    is_all: bool,
}

/// The line that a page follows or precedes, and whether it is read backward.
fn begin(query: &Query) -> Result<(Option<Cursor>, bool)> {
    Ok(match &query.from {
        Place::Start => (None, false),
        Place::After(text) => (Some(Cursor::decode(text, query.order, "after")?), false),
        Place::Before(text) => (Some(Cursor::decode(text, query.order, "before")?), true),
    })
}

/// The statement of one page and one line more: it follows one index from where the page begins.
pub(super) fn select(condition: &Condition, order: Order, cursor: Option<&Cursor>, backward: bool) -> Select<Row> {
    // Reading backward is reading forward in the contrary order.
    let descending = order.descending != backward;
    let direction = if descending { Direction::Desc } else { Direction::Asc };
    let mut select = Row::find().filter(condition.clone());
    if let Some(cursor) = cursor {
        let here = Expr::tuple([Expr::col(order.sort.column()), Expr::col(Column::Id)]);
        let key = match &cursor.key {
            Key::Number(number) => Expr::val(*number),
            Key::Text(text) => Expr::val(text.as_str()),
        };
        let there = Expr::tuple([key, Expr::val(cursor.id)]);
        select = select.filter(if descending { here.lt(there) } else { here.gt(there) });
    }
    select.order_by(order.sort.column(), direction.clone()).order_by(Column::Id, direction)
}

pub(super) async fn slice(connection: &impl ConnectionTrait, condition: &Condition, query: &Query) -> Result<Slice> {
    let limit = if query.limit == 0 { MOST } else { query.limit };
    let (cursor, backward) = begin(query)?;
    let select = select(condition, query.order, cursor.as_ref(), backward);
    let rows = select.limit(limit + 1).into_partial_model::<Stored>().all(connection).await?;
    let mut assets = rows.into_iter().map(Asset::try_from).collect::<Result<Vec<_>>>()?;
    let more = assets.len() as u64 > limit;
    assets.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    if backward {
        assets.reverse();
    }
    let count = assets.len() as u64;
    let known = cursor.as_ref().map_or(0, |cursor| cursor.before);
    let skipped = match (&cursor, backward) {
        (Some(_), true) if more => Ord::max(known.saturating_sub(count), 1),
        (Some(_), true) | (None, _) => 0,
        (Some(_), false) => known + 1,
    };
    let at =
        |asset: Option<&Asset>, before| asset.map(|asset| Cursor::of(asset, query.order, before).encode()).transpose();
    let before = if backward { more } else { cursor.is_some() };
    let after = backward || more;
    Ok(Slice {
        before: if before { at(assets.first(), skipped)? } else { None },
        after: if after { at(assets.last(), skipped + count.saturating_sub(1))? } else { None },
        is_all: cursor.is_none() && !more,
        assets,
        skipped,
    })
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
    let found = Row::find().select_only().column(Column::Id).filter(condition).limit(COUNTED + 1);
    let count = sea_query::Query::select()
        .expr(Expr::cust("COUNT(*)"))
        .from_subquery(sea_orm::QueryTrait::into_query(found), "found")
        .to_owned();
    let row = connection.query_one(&count).await?.ok_or_else(|| Error::internal("no count"))?;
    let count = u64::try_from(row.try_get_by_index::<i64>(0)?).unwrap_or(0);
    Ok(if count > COUNTED { Total::MoreThan(COUNTED) } else { Total::Exactly(count) })
}
