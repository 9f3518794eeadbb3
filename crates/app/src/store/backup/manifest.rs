//! What a backup says about itself: `manifest.json`.

use serde::{Deserialize, Serialize};

use crate::store::schema::Table;

/// The file of the manifest inside the archive.
pub(super) const FILE: &str = "manifest.json";
/// What stands in [`Manifest::format`].
pub(super) const FORMAT: &str = "sonae-backup";
/// Counts changes of the format itself, not of the tables.
pub(super) const FORMAT_VERSION: u32 = 1;

/// What a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `sonae-backup`.
    pub format: String,
    /// Version of the format.
    pub format_version: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// `sqlite` or `postgres`: where the rows were. They go back into either.
    pub engine: String,
    /// When, as `2026-11-24T03:00:00Z`.
    pub made_at: String,
    /// Which migrations had made the tables, in order.
    pub migrations: Vec<String>,
    /// Every table, in the order in which rows can be put back.
    pub tables: Vec<TableEntry>,
}

/// One table of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableEntry {
    /// Its name.
    pub name: String,
    /// Its columns, in the order of each line.
    pub columns: Vec<String>,
    /// How many rows: one line each.
    pub rows: u64,
    /// SHA-256 of the lines, in hexadecimal.
    pub sha256: String,
}

impl Manifest {
    /// Rows of all tables.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// The file of a table's rows inside the archive.
pub(super) fn rows_file(table: &str) -> String {
    format!("tables/{table}.ndjson")
}

/// Whether the entries are these tables with these columns, in any order of tables.
pub(super) fn describes(entries: &[TableEntry], tables: &[Table]) -> bool {
    entries.len() == tables.len()
        && tables.iter().all(|table| {
            entries.iter().any(|entry| {
                entry.name == table.name && entry.columns.iter().eq(table.columns.iter().map(|column| &column.name))
            })
        })
}
