//! Bringing a database to this program's version.

use sea_orm_migration::MigratorTrait;

use super::{Store, lock::alone, migrations::Migrations};
use crate::Result;

/// How a database stands to this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// Nothing in it yet.
    Empty,
    /// As this program needs it.
    Current,
    /// Older: `sonae migrate` brings it forward. How many steps are missing.
    Behind(usize),
    /// Written by a newer Sonae: this program must not touch it.
    Ahead,
}

/// How the database stands to this program.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database).
pub async fn version(store: &Store) -> Result<Version> {
    // Asked of the writer: sea-orm makes its table of versions when asked the first time.
    let applied = Migrations::get_migration_models(store.writer()).await?;
    let known: Vec<String> = Migrations::migrations().iter().map(|migration| migration.name().to_owned()).collect();
    if applied.iter().any(|applied| !known.contains(&applied.version)) {
        return Ok(Version::Ahead);
    }
    Ok(match known.len() - applied.len() {
        _ if applied.is_empty() => Version::Empty,
        0 => Version::Current,
        missing => Version::Behind(missing),
    })
}

/// Applies what is missing, while no other process does.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database); what was applied before the failure stays.
pub async fn migrate(store: &Store) -> Result<()> {
    alone(store.location(), store.writer(), async {
        // On SQLite the writer is one connection and free here; on PostgreSQL another of the pool.
        Migrations::up(store.writer(), None).await?;
        Ok(())
    })
    .await
}
