//! Lines of a list read as one text. A page takes as long as it has cells and rows: each cell costs several allocations
//! on its way from SQLite's thread, each row wakes the one that reads, while JSON arrays of all of them are one cell of
//! one row (`docs/decisions/0008-a-page-of-a-list-is-one-cell.md`).

use sea_orm::sea_query::{ColumnType, Expr, ExprTrait, Func, Query, SimpleExpr};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QuerySelect, QueryTrait, Select};
use serde::Deserializer;
use serde::de::{DeserializeOwned, Unexpected, Visitor};

use crate::Result;

/// Names of the cell of a line, and of that of all lines.
const LINE: &str = "line";
const LINES: &str = "lines";

/// What can be read so.
pub(crate) trait Packable: DeserializeOwned {
    /// Whose rows.
    type Entity: EntityTrait;

    /// The columns of its fields, in their order.
    fn columns() -> Vec<<Self::Entity as EntityTrait>::Column>;
}

/// The rows of that statement in its order.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database).
pub(crate) async fn all<T: Packable>(connection: &impl ConnectionTrait, select: Select<T::Entity>) -> Result<Vec<T>> {
    let engine = connection.get_database_backend();
    let (array, join) = match engine {
        DatabaseBackend::Sqlite => ("json_array", "group_concat"),
        _ => ("json_build_array", "string_agg"),
    };
    let line = Func::cust(array).args(T::columns().into_iter().map(|column| cell(column, engine)));
    let lines = select.select_only().expr_as(Expr::from(line).cast_as("text"), LINE).into_query();
    // JSON writes a line break of a text as \n: one between two lines is none of theirs.
    let joined = Func::cust(join).arg(Expr::col(LINE)).arg(Expr::val("\n"));
    let page = Query::select().expr_as(joined, LINES).from_subquery(lines, "page").to_owned();
    let row = connection.query_one(&page).await?;
    let text: Option<String> = row.map(|row| row.try_get("", LINES)).transpose()?.flatten();
    let text = text.unwrap_or_default();
    Ok(serde_json::Deserializer::from_str(&text).into_iter().collect::<Result<_, _>>()?)
}

/// A column as JSON holds it: SQLite keeps ids as bytes.
fn cell<C: ColumnTrait>(column: C, engine: DatabaseBackend) -> SimpleExpr {
    let plain = Expr::col(column);
    match (engine, column.def().get_column_type()) {
        (DatabaseBackend::Sqlite, ColumnType::Uuid) => {
            let hex = Expr::from(Func::cust("hex").arg(plain));
            Expr::from(Func::cust("nullif").arg(hex).arg(Expr::cust("''")))
        }
        _ => plain,
    }
}

/// Yes or no: SQLite keeps them as 1 and 0.
///
/// # Errors
/// For anything else.
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    deserializer.deserialize_any(Flag)
}

struct Flag;

impl Visitor<'_> for Flag {
    type Value = bool;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("true, false, 1 or 0")
    }

    fn visit_bool<E>(self, word: bool) -> Result<bool, E> {
        Ok(word)
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<bool, E> {
        match number {
            0 | 1 => Ok(number == 1),
            other => Err(E::invalid_value(Unexpected::Unsigned(other), &self)),
        }
    }
}
