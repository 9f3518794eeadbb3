//! All rows of a table in the order of its key, a page at a time: memory does not grow with the table.

use std::io::Write;

use sea_orm::{ConnectionTrait, DatabaseBackend, Statement, Value};
use sha2::{Digest, Sha256};

use super::line;
use crate::store::schema::{Kind, Table, quoted};
use crate::{Error, Result};

/// Rows of a page …
const ROWS: usize = 1_000;
/// … and of a table that holds files.
const ROWS_WITH_FILES: usize = 2;

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Read {
    pub(super) rows: u64,
    pub(super) sha256: String,
}

/// Writes every row of `table` to `out`, one line each, and hashes them; `told` hears of each page's rows.
pub(super) async fn read_table(
    connection: &impl ConnectionTrait,
    table: &Table,
    out: &mut impl Write,
    told: &mut impl FnMut(u64),
) -> Result<Read> {
    let page = if table.columns.iter().any(|column| column.kind == Kind::Bytes) { ROWS_WITH_FILES } else { ROWS };
    let backend = connection.get_database_backend();
    let mut digest = Sha256::new();
    let mut lines = Vec::new();
    let mut read = 0;
    let mut after: Vec<Value> = Vec::new();
    loop {
        let statement =
            Statement::from_sql_and_values(backend, page_sql(backend, table, page, !after.is_empty()), after);
        let rows = connection.query_all_raw(statement).await?;
        lines.clear();
        for row in &rows {
            line::write(row, table, &mut lines)?;
        }
        digest.update(&lines);
        out.write_all(&lines).map_err(Error::internal_io)?;
        read += rows.len() as u64;
        told(rows.len() as u64);
        match rows.last() {
            Some(last) if rows.len() == page => after = line::key(last, table)?,
            _ => return Ok(Read { rows: read, sha256: hex(&digest.finalize()) }),
        }
    }
}

fn page_sql(backend: DatabaseBackend, table: &Table, rows: usize, goes_on: bool) -> String {
    // Text sorts by its bytes on SQLite; PostgreSQL is told to, so that both give the same file.
    let key: Vec<String> = table
        .key
        .iter()
        .map(|place| &table.columns[*place])
        .map(|column| match (backend, column.kind) {
            (DatabaseBackend::Postgres, Kind::Text) => format!("{} COLLATE \"C\"", quoted(&column.name)),
            _ => quoted(&column.name),
        })
        .collect();
    let key = key.join(", ");
    let columns = match backend {
        // Both lengths of integers as the longer one.
        DatabaseBackend::Postgres => {
            let columns = table.columns.iter().map(|column| match column.kind {
                Kind::Integer => format!("CAST({0} AS bigint) AS {0}", quoted(&column.name)),
                _ => quoted(&column.name),
            });
            columns.collect::<Vec<_>>().join(", ")
        }
        _ => table.column_list(),
    };
    let places: Vec<String> = (1..=table.key.len()).map(|place| format!("${place}")).collect();
    let from = if goes_on { format!("WHERE ({key}) > ({}) ", places.join(", ")) } else { String::new() };
    format!("SELECT {columns} FROM {} {from}ORDER BY {key} LIMIT {rows}", quoted(&table.name))
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
