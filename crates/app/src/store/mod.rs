//! The database: SQLite in the data folder by default, PostgreSQL by its address. One writer and
//! several readers on SQLite; one pool on PostgreSQL.

pub mod backup;
mod connect;
mod integrity;
mod lock;
mod migrate;
mod migrations;
pub(crate) mod packed;
pub mod paging;
mod schema;

use sea_orm::{DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, TransactionOptions, TransactionTrait};

pub use connect::{Durability, Location};
pub use integrity::{Finding, clock_difference, examine, last_change};
pub(crate) use lock::{Exclusive, exclusively};
pub use migrate::{Version, migrate, version};
use migrate::{applied, migrate_steps};

use crate::Result;

/// An open transaction.
pub type Transaction = DatabaseTransaction;

/// Which database runs below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one machine.
    Sqlite,
    /// A server, shared by several processes.
    Postgres,
}

/// An open database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    location: Location,
}

impl Store {
    /// Which engine.
    pub fn engine(&self) -> Engine {
        self.location.engine()
    }

    /// Where it is.
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// For reading outside of a transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// For schema changes and single statements.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Runs `work` in one transaction: all of it is kept, or nothing.
    ///
    /// On SQLite it takes the write lock at once, so that what was read inside is still so at the end.
    pub(crate) async fn transaction<T>(&self, work: impl AsyncFnOnce(&Transaction) -> Result<T>) -> Result<T> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = self.writer.begin_with_options(options).await?;
        let done = work(&transaction).await?;
        transaction.commit().await?;
        Ok(done)
    }

    /// Closes all connections; what was acknowledged is on disk already.
    pub async fn close(self) {
        let _ = self.reader.close().await;
        let _ = self.writer.close().await;
    }
}
