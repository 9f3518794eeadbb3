//! Opening a database.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::{ConnectOptions, Database, DatabaseConnection};

use super::{Engine, Store};
use crate::{Error, Result};

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file of the embedded SQLite.
    File(PathBuf),
    /// The address of a PostgreSQL database (`postgres://…`). May hold a password: never printed.
    Server(String),
}

impl std::fmt::Debug for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.shown())
    }
}

impl Location {
    /// Which engine it belongs to.
    pub fn engine(&self) -> Engine {
        match self {
            Self::File(_) => Engine::Sqlite,
            Self::Server(_) => Engine::Postgres,
        }
    }

    /// For people: without a password.
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Server(address) => match url::Url::parse(address) {
                Ok(url) => format!("PostgreSQL {}{}", url.host_str().unwrap_or_default(), url.path()),
                Err(_) => "PostgreSQL".to_owned(),
            },
        }
    }
}

/// How much a commit waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// A commit is on the disk when it is acknowledged: it survives a power cut.
    #[default]
    Full,
    /// For tests alone.
    None,
}

/// Rows that SQLite's thread reads ahead: a whole page, so that it is not woken for the second half of each.
const ROWS_AHEAD: usize = 128;

/// Connections to a PostgreSQL server.
const CONNECTIONS: u32 = 16;

/// Readers of an SQLite file: each is a thread, and more of them than processors only take turns. Two more, for
/// those that wait for the disk.
fn readers() -> u32 {
    let processors = std::thread::available_parallelism().map_or(2, |count| count.get());
    u32::try_from(processors).unwrap_or(2).saturating_add(2).min(8)
}

impl Store {
    /// Opens a database; an SQLite file is made where there is none. Does not migrate.
    ///
    /// # Errors
    /// [`Error::Refused`] says what to do where it cannot be opened.
    pub async fn open(location: Location, durability: Durability) -> Result<Self> {
        let opened = match &location {
            Location::File(path) => sqlite(path, durability).await,
            Location::Server(address) => postgres(address).await.map(|pool| (pool.clone(), pool)),
        };
        let (reader, writer) = opened.map_err(|error| {
            tracing::error!(%error, "cannot open the database");
            Error::Refused(match &location {
                Location::File(path) => format!(
                    "データベース「{}」を開けません。フォルダーに書き込めるか、空き容量があるかを確かめてください。",
                    path.display()
                ),
                Location::Server(_) => {
                    "PostgreSQL につながりません。--database のアドレス、利用者名、パスワードと、サーバーが動いているかを確かめてください。".to_owned()
                }
            })
        })?;
        Ok(Self { reader, writer, location })
    }
}

async fn sqlite(
    path: &Path,
    durability: Durability,
) -> Result<(DatabaseConnection, DatabaseConnection), sea_orm::DbErr> {
    let open = |connections: u32, read_only: bool| {
        let path = path.to_owned();
        let mut options = ConnectOptions::new("sqlite::memory:");
        options.max_connections(connections).min_connections(1).sqlx_logging(false).test_before_acquire(false);
        options.acquire_timeout(Duration::from_secs(30)).idle_timeout(None).max_lifetime(None);
        options.map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .filename(&path)
                .in_memory(false)
                .shared_cache(false)
                .create_if_missing(!read_only)
                .read_only(read_only)
                .row_buffer_size(ROWS_AHEAD)
                .busy_timeout(Duration::from_secs(20))
                .foreign_keys(true)
                .pragma("temp_store", "MEMORY")
                .pragma("cache_size", "-8000")
                .pragma("synchronous", if durability == Durability::Full { "FULL" } else { "OFF" });
            if read_only { sqlite } else { sqlite.pragma("journal_mode", "WAL") }
        });
        options
    };
    make_private(path)?;
    // The writer first: it turns on the write-ahead log, whose files take the rights of the database's.
    let writer = Database::connect(open(1, false)).await?;
    let reader = Database::connect(open(readers(), true)).await?;
    Ok((reader, writer))
}

/// Makes the file where there is none, for its owner alone: SQLite itself would let the group read.
fn make_private(path: &Path) -> Result<(), sea_orm::DbErr> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(sea_orm::DbErr::Custom(format!("cannot make {}: {error}", path.display())))
        }
        _ => Ok(()),
    }
}

async fn postgres(address: &str) -> Result<DatabaseConnection, sea_orm::DbErr> {
    let mut options = ConnectOptions::new(address);
    options.max_connections(CONNECTIONS).sqlx_logging(false).acquire_timeout(Duration::from_secs(15));
    Database::connect(options).await
}
