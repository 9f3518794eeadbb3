//! バックアップ: everything in the database in one file that either engine can take back.
//!
//! A ZIP archive with `manifest.json` and `tables/<table>.ndjson`, one JSON object per row in the order
//! of the key. The bytes are the same from SQLite and from PostgreSQL, so that what was put back is
//! compared by reading it again.

mod check;
mod line;
mod manifest;
mod read_table;
mod restore;
mod write;

pub use check::check;
pub use manifest::{Manifest, TableEntry};
pub use restore::{Logs, restore};
pub use write::backup;

/// Hears how many rows are done, of how many.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) + Sync);
