//! A row read as one text. A page of a list takes as long as it has cells: each costs several allocations on its way
//! from SQLite's thread, while a JSON object of all of them is one cell (`docs/performance.md`).

use sea_orm::sea_query::{ColumnType, Expr, ExprTrait, Func, SimpleExpr};
use sea_orm::{
    ColumnTrait, DatabaseBackend, DbErr, EntityTrait, FromQueryResult, IdenStatic, QueryResult, QuerySelect, Select,
};
use serde::Deserializer;
use serde::de::{DeserializeOwned, Unexpected, Visitor};

/// The name of the one cell.
const CELL: &str = "line";

/// What can be read so: its fields are named like the columns.
pub(crate) trait Packable: DeserializeOwned {
    /// Whose rows.
    type Entity: EntityTrait;

    /// The columns of its fields.
    fn columns() -> Vec<<Self::Entity as EntityTrait>::Column>;
}

/// A `T` that came in one text.
pub(crate) struct Packed<T>(pub(crate) T);

impl<T: Packable> FromQueryResult for Packed<T> {
    fn from_query_result(result: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let text: String = result.try_get(prefix, CELL)?;
        serde_json::from_str(&text).map(Self).map_err(|error| DbErr::Json(error.to_string()))
    }
}

/// Selects the one text that a [`Packed`] `T` is read from.
pub(crate) fn select_packed<T: Packable>(select: Select<T::Entity>, engine: DatabaseBackend) -> Select<T::Entity> {
    let object = match engine {
        DatabaseBackend::Sqlite => "json_object",
        _ => "json_build_object",
    };
    let parts = T::columns().into_iter().flat_map(|column| {
        let name = Expr::cust(format!("'{}'", column.as_str()));
        [name, cell(column, engine)]
    });
    let object = Expr::from(Func::cust(object).args(parts));
    let text = if engine == DatabaseBackend::Sqlite { object } else { object.cast_as("text") };
    select.select_only().expr_as(text, CELL)
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
