//! Locks beside those of rows: of migrations (sea-orm takes none, and two processes must not change a schema at
//! once), and of what no row stands for yet.

use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement, TransactionTrait};

use super::{Location, Transaction};
use crate::{Error, Result};

/// Any number that nobody else uses: "sonae" as bytes.
const ADVISORY: i64 = 0x73_6f_6e_61_65;

/// What only one transaction does at a time, over all processes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exclusive {
    /// Attempts to sign in are counted.
    Attempts,
    /// The first organization is made.
    FirstRun,
}

impl Exclusive {
    /// Any numbers that no other lock of ours has: "attempt" and "first" as bytes.
    const fn number(self) -> i64 {
        match self {
            Self::Attempts => 0x61_74_74_65_6d_70_74,
            Self::FirstRun => 0x66_69_72_73_74,
        }
    }
}

/// Waits until no other transaction does the same; ends with the transaction. On SQLite every writing
/// transaction is alone anyway.
pub(crate) async fn exclusively(transaction: &Transaction, what: Exclusive) -> Result<()> {
    if transaction.get_database_backend() == DatabaseBackend::Postgres {
        let lock = format!("SELECT pg_advisory_xact_lock({})", what.number());
        transaction.execute_raw(Statement::from_string(DatabaseBackend::Postgres, lock)).await?;
    }
    Ok(())
}

/// Runs `work` while no other process migrates the same database.
pub(super) async fn alone<T>(
    location: &Location,
    connection: &DatabaseConnection,
    work: impl Future<Output = Result<T>>,
) -> Result<T> {
    match location {
        Location::File(path) => {
            let path = path.with_extension("migration-lock");
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create(true).truncate(false);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let file = options.open(&path).map_err(Error::internal_io)?;
            // Waits in a thread of its own: another process may take minutes.
            let file = tokio::task::spawn_blocking(move || file.lock().map(|()| file))
                .await
                .map_err(|error| Error::internal(error.to_string()))?
                .map_err(Error::internal_io)?;
            let done = work.await;
            drop(file);
            done
        }
        Location::Server(_) => {
            // Held by a transaction of its own, so that it ends with the process, whatever happens.
            let holder = connection.begin().await?;
            let lock = format!("SELECT pg_advisory_xact_lock({ADVISORY})");
            holder.execute_raw(Statement::from_string(DatabaseBackend::Postgres, lock)).await?;
            let done = work.await;
            holder.rollback().await?;
            done
        }
    }
}
