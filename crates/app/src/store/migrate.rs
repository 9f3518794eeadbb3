//! Bringing a database to this program's version.

use sea_orm_migration::MigratorTrait;

use super::schema::known_migrations;
use super::{Store, lock::alone, migrations::Migrations};
use crate::{Error, Result};

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
    let applied = applied_names(store).await?;
    let known = known_migrations();
    if applied.iter().any(|applied| !known.contains(applied)) {
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
    migrate_steps(store, None).await
}

/// Applies the first `steps` of what is missing, or all.
pub(super) async fn migrate_steps(store: &Store, steps: Option<usize>) -> Result<()> {
    let steps = steps.map(|steps| u32::try_from(steps).unwrap_or(u32::MAX));
    alone(store.location(), store.writer(), async {
        // On SQLite the writer is one connection and free here; on PostgreSQL another of the pool.
        Migrations::up(store.writer(), steps).await?;
        Ok(())
    })
    .await
}

/// Which migrations made the tables, in order.
///
/// # Errors
/// [`Error::Refused`] where this program does not know one of them.
pub(super) async fn applied(store: &Store) -> Result<Vec<String>> {
    let applied = applied_names(store).await?;
    if known_migrations().starts_with(&applied) {
        return Ok(applied);
    }
    Err(Error::Refused(
        "このデータベースは、新しい版の Sonae で使われています。その版の sonae を使ってください。".into(),
    ))
}

async fn applied_names(store: &Store) -> Result<Vec<String>> {
    // Asked of the writer: sea-orm makes its table of versions when asked the first time.
    let applied = Migrations::get_migration_models(store.writer()).await?;
    Ok(applied.into_iter().map(|applied| applied.version).collect())
}
