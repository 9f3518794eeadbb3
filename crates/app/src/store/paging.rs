//! Pages of a list by key: every page costs the same, wherever it is.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{self, Expr, ExprTrait};
use sea_orm::{
    Condition, ConnectionTrait, EntityTrait, Order as Direction, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::packed::{self, Packable};
use crate::{Error, Result};

/// Where a page begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Place {
    /// At the first line.
    #[default]
    Start,
    /// After the line of that cursor.
    After(String),
    /// Before the line of that cursor, ending with the one next to it.
    Before(String),
}

/// How many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// Exactly so many.
    Exactly(u64),
    /// More than so many: counting further would take longer than the page.
    MoreThan(u64),
}

/// A list is counted so far, and no further.
pub(crate) const COUNTED: u64 = 1_000;

/// The value by which a list is sorted, of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Key {
    Number(i64),
    Text(String),
}

/// A line's value in the column by which a list is sorted.
pub(crate) enum By<T> {
    /// A number.
    Number(fn(&T) -> i64),
    /// Words, compared byte by byte.
    Text(fn(&T) -> String),
}

impl<T> By<T> {
    fn key(&self, line: &T) -> Key {
        match self {
            Self::Number(number) => Key::Number(number(line)),
            Self::Text(text) => Key::Text(text(line)),
        }
    }

    /// Whether that is such a value: a database compares no words with numbers.
    const fn fits(&self, key: &Key) -> bool {
        matches!((self, key), (Self::Number(_), Key::Number(_)) | (Self::Text(_), Key::Text(_)))
    }
}

/// By what the lines `T` of a list are sorted.
pub(crate) struct Sorting<C, T> {
    /// The list's word, with the direction: it goes into the cursor, so that it is never used for another list.
    pub(crate) word: String,
    /// The column.
    pub(crate) column: C,
    /// The key that makes lines of the same value different.
    pub(crate) id: C,
    /// Whether the highest comes first.
    pub(crate) descending: bool,
    /// A line's value in that column.
    pub(crate) by: By<T>,
    /// A line's id.
    pub(crate) id_of: fn(&T) -> Uuid,
}

/// A line of a list, and how many lines stood before it when it was shown: opaque to clients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Cursor {
    #[serde(rename = "o")]
    word: String,
    #[serde(rename = "k")]
    key: Key,
    #[serde(rename = "i")]
    id: Uuid,
    #[serde(rename = "n")]
    before: u64,
}

impl Cursor {
    fn encode(&self) -> Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(self)?))
    }

    /// The line of that text.
    ///
    /// # Errors
    /// [`Error::Invalid`] where we did not make it, or for a list in another order.
    fn decode<C, T>(text: &str, sorting: &Sorting<C, T>, field: &'static str) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok();
        let cursor = bytes.and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        let is_ours = |cursor: &Self| cursor.word == sorting.word && sorting.by.fits(&cursor.key);
        cursor.filter(is_ours).ok_or_else(|| {
            Error::invalid(field, "一覧の続きを開けませんでした。並べ方を選び直して、初めから開いてください。")
        })
    }
}

/// Lines of one page.
pub(crate) struct Slice<T> {
    pub(crate) lines: Vec<T>,
    /// How many stand before the first of them; near enough while others add and remove.
    pub(crate) skipped: u64,
    /// For the page before, where there is one.
    pub(crate) before: Option<String>,
    /// For the page after, where there is one.
    pub(crate) after: Option<String>,
    /// Whether these are all that are looked for.
    pub(crate) is_all: bool,
}

/// A page of the rows of `E` that meet `condition`: one index is followed from where the page begins.
///
/// # Errors
/// [`Error::Invalid`] (`after`, `before`) for a cursor of another list.
pub(crate) async fn slice<E, T>(
    connection: &impl ConnectionTrait,
    condition: Condition,
    sorting: Sorting<E::Column, T>,
    place: &Place,
    limit: u64,
) -> Result<Slice<T>>
where
    E: EntityTrait,
    T: Packable<Entity = E>,
{
    let (cursor, backward) = match place {
        Place::Start => (None, false),
        Place::After(text) => (Some(Cursor::decode(text, &sorting, "after")?), false),
        Place::Before(text) => (Some(Cursor::decode(text, &sorting, "before")?), true),
    };
    let select = select::<E, T>(condition, &sorting, cursor.as_ref(), backward);
    let mut lines: Vec<T> = packed::all(connection, select.limit(limit + 1)).await?;
    let more = lines.len() as u64 > limit;
    lines.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    if backward {
        lines.reverse();
    }
    let count = lines.len() as u64;
    let known = cursor.as_ref().map_or(0, |cursor| cursor.before);
    let skipped = match (&cursor, backward) {
        (Some(_), true) if more => Ord::max(known.saturating_sub(count), 1),
        (Some(_), true) | (None, _) => 0,
        (Some(_), false) => known + 1,
    };
    let at = |line: Option<&T>, before| {
        let cursor = line.map(|line| {
            let (key, id) = (sorting.by.key(line), (sorting.id_of)(line));
            Cursor { word: sorting.word.clone(), key, id, before }
        });
        cursor.map(|cursor| cursor.encode()).transpose()
    };
    let before = if backward { more } else { cursor.is_some() };
    let after = backward || more;
    Ok(Slice {
        before: if before { at(lines.first(), skipped)? } else { None },
        after: if after { at(lines.last(), skipped + count.saturating_sub(1))? } else { None },
        is_all: cursor.is_none() && !more,
        lines,
        skipped,
    })
}

/// The statement of one page: it follows one index from where the page begins.
fn select<E: EntityTrait, T>(
    condition: Condition,
    sorting: &Sorting<E::Column, T>,
    cursor: Option<&Cursor>,
    backward: bool,
) -> Select<E> {
    // Reading backward is reading forward in the contrary order.
    let descending = sorting.descending != backward;
    let direction = if descending { Direction::Desc } else { Direction::Asc };
    let mut select = E::find().filter(condition);
    if let Some(cursor) = cursor {
        let here = Expr::tuple([Expr::col(sorting.column), Expr::col(sorting.id)]);
        let key = match &cursor.key {
            Key::Number(number) => Expr::val(*number),
            Key::Text(text) => Expr::val(text.as_str()),
        };
        let there = Expr::tuple([key, Expr::val(cursor.id)]);
        select = select.filter(if descending { here.lt(there) } else { here.gt(there) });
    }
    select.order_by(sorting.column, direction.clone()).order_by(sorting.id, direction)
}

/// The statement of a page that begins at the start, or after that cursor: tests look how the database goes about it.
#[cfg(test)]
pub(crate) fn statement<E: EntityTrait, T>(
    condition: Condition,
    sorting: &Sorting<E::Column, T>,
    after: Option<&str>,
) -> Select<E> {
    let cursor = after.and_then(|text| Cursor::decode(text, sorting, "after").ok());
    select::<E, T>(condition, sorting, cursor.as_ref(), false)
}

/// How many rows meet `condition`, as far as a page's time allows.
pub(crate) async fn total<E: EntityTrait>(
    connection: &impl ConnectionTrait,
    condition: Condition,
    id: E::Column,
) -> Result<Total> {
    let found = E::find().select_only().column(id).filter(condition).limit(COUNTED + 1);
    let count = sea_query::Query::select()
        .expr(Expr::cust("COUNT(*)"))
        .from_subquery(sea_orm::QueryTrait::into_query(found), "found")
        .to_owned();
    let row = connection.query_one(&count).await?.ok_or_else(|| Error::internal("no count"))?;
    let count = u64::try_from(row.try_get_by_index::<i64>(0)?).unwrap_or(0);
    Ok(if count > COUNTED { Total::MoreThan(COUNTED) } else { Total::Exactly(count) })
}
