//! The tables as the migrations make them, read from an empty database in memory: the one list of
//! tables there is, so that a backup can forget none.

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;

use super::migrations::Migrations;
use crate::{Error, Result};

/// Where sea-orm keeps which migrations were applied.
const VERSIONS: &str = "seaql_migrations";

/// What a column holds, alike on both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Uuid,
    Integer,
    Boolean,
    Text,
    Bytes,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) name: String,
    pub(super) columns: Vec<Column>,
    /// The primary key, as places in `columns`.
    pub(super) key: Vec<usize>,
    /// Tables that its rows point to.
    parents: Vec<String>,
}

impl Table {
    /// Names of all columns, quoted and separated by commas.
    pub(super) fn column_list(&self) -> String {
        self.columns.iter().map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ")
    }
}

/// A name as SQL of both engines writes it.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Names of all migrations of this program, in order.
pub(super) fn known_migrations() -> Vec<String> {
    Migrations::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

/// All tables after the first `steps` migrations; a table stands after those it points to.
pub(super) async fn tables_after(steps: usize) -> Result<Vec<Table>> {
    let mut options = ConnectOptions::new("sqlite::memory:");
    options.max_connections(1).sqlx_logging(false);
    let memory = Database::connect(options).await?;
    Migrations::up(&memory, Some(u32::try_from(steps).unwrap_or(u32::MAX))).await?;
    let mut tables = Vec::new();
    let names =
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name";
    for row in memory.query_all_raw(Statement::from_string(DatabaseBackend::Sqlite, names)).await? {
        let name: String = row.try_get("", "name")?;
        if name != VERSIONS {
            tables.push(table(&memory, name).await?);
        }
    }
    memory.close().await?;
    parents_first(tables)
}

async fn table(memory: &DatabaseConnection, name: String) -> Result<Table> {
    let ask = |sql: &str| Statement::from_sql_and_values(DatabaseBackend::Sqlite, sql, [name.as_str().into()]);
    let mut columns = Vec::new();
    let mut key = Vec::new();
    for row in memory.query_all_raw(ask("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid")).await? {
        let column: String = row.try_get("", "name")?;
        let written: String = row.try_get("", "type")?;
        let place: i32 = row.try_get("", "pk")?;
        if place > 0 {
            key.push((place, columns.len()));
        }
        let kind = match written.to_ascii_lowercase().as_str() {
            "uuid_text" => Kind::Uuid,
            "integer" => Kind::Integer,
            "boolean" => Kind::Boolean,
            "text" | "varchar" => Kind::Text,
            "blob" | "varbinary_blob" => Kind::Bytes,
            other => return Err(Error::internal(format!("backup cannot hold {name}.{column} of type {other}"))),
        };
        columns.push(Column { name: column, kind });
    }
    key.sort_unstable();
    let mut parents = Vec::new();
    for row in memory.query_all_raw(ask("SELECT DISTINCT \"table\" AS parent FROM pragma_foreign_key_list($1)")).await?
    {
        parents.push(row.try_get::<String>("", "parent")?);
    }
    let key = key.into_iter().map(|(_, place)| place).collect();
    Ok(Table { name, columns, key, parents })
}

fn parents_first(mut waiting: Vec<Table>) -> Result<Vec<Table>> {
    let mut placed: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let is_free = |table: &Table| {
            table.parents.iter().all(|parent| *parent == table.name || placed.iter().any(|known| known.name == *parent))
        };
        let (free, rest): (Vec<Table>, Vec<Table>) = waiting.into_iter().partition(is_free);
        if free.is_empty() {
            return Err(Error::internal("tables point to each other in a circle"));
        }
        placed.extend(free);
        waiting = rest;
    }
    Ok(placed)
}
