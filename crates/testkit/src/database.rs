//! Real databases for tests: an SQLite file of its own, or a new database in the PostgreSQL cluster
//! that `scripts/with-postgres` has started.

use app::store::{Durability, Location, Store, migrate};
use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection, Statement};

/// A migrated database that goes away with this value.
pub struct TemporaryDatabase {
    /// The open database.
    pub store: Store,
    _folder: Option<tempfile::TempDir>,
}

impl TemporaryDatabase {
    /// Runs SQL beside the application, as somebody with the database's password could.
    ///
    /// # Panics
    /// Where the engine refuses it.
    pub async fn execute(&self, sql: &str) {
        let address = match self.store.location() {
            Location::File(path) => format!("sqlite://{}", path.display()),
            Location::Server(address) => address.clone(),
        };
        let connection = Database::connect(address).await.unwrap_or_else(|error| panic!("cannot connect: {error}"));
        connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
        let _ = connection.close().await;
    }
}

/// The variable in which `scripts/with-postgres` gives the cluster's address.
pub const CLUSTER: &str = "SONAE_TEST_POSTGRES";

/// An SQLite database in a folder of its own.
///
/// # Panics
/// Where it cannot be made: the test cannot go on.
pub async fn sqlite() -> TemporaryDatabase {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
    let location = Location::File(folder.path().join("sonae.db"));
    TemporaryDatabase { store: ready(location).await, _folder: Some(folder) }
}

/// A new PostgreSQL database in the cluster of [`CLUSTER`].
///
/// # Panics
/// Where no cluster runs: the test cannot go on, and says how to run it.
pub async fn postgres() -> TemporaryDatabase {
    TemporaryDatabase { store: ready(Location::Server(postgres_address().await)).await, _folder: None }
}

/// The address of a new, empty PostgreSQL database.
///
/// # Panics
/// Where no cluster runs.
pub async fn postgres_address() -> String {
    let cluster = std::env::var(CLUSTER).unwrap_or_else(|_| {
        panic!("{CLUSTER} is not set: run the tests through scripts/test or scripts/with-postgres")
    });
    let name = format!("test_{}", uuid::Uuid::now_v7().simple());
    let admin = Database::connect(format!("{cluster}/postgres"))
        .await
        .unwrap_or_else(|error| panic!("no PostgreSQL at {cluster}: {error}"));
    let created = admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await;
    created.unwrap_or_else(|error| panic!("cannot create {name}: {error}"));
    let _ = admin.close().await;
    format!("{cluster}/{name}")
}

/// Changes a database behind the application's back, through a connection of its own.
///
/// # Panics
/// Where it cannot: the test cannot go on.
pub async fn execute(location: &Location, sql: &str) {
    let connection = own_connection(location).await;
    connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    let _ = connection.close().await;
}

/// The first column of what a query finds, read behind the application's back.
///
/// # Panics
/// Where it cannot: the test cannot go on.
pub async fn texts(location: &Location, sql: &str) -> Vec<String> {
    let connection = own_connection(location).await;
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let rows = connection.query_all_raw(statement).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    let _ = connection.close().await;
    let text = |row: &sea_orm::QueryResult| row.try_get_by_index(0);
    rows.iter().map(|row| text(row).unwrap_or_else(|error| panic!("{sql}: {error}"))).collect()
}

async fn own_connection(location: &Location) -> DatabaseConnection {
    let address = match location {
        Location::File(path) => format!("sqlite://{}", path.display()),
        Location::Server(address) => address.clone(),
    };
    Database::connect(address).await.unwrap_or_else(|error| panic!("cannot connect: {error}"))
}

async fn ready(location: Location) -> Store {
    let store = Store::open(location, Durability::None).await;
    let store = store.unwrap_or_else(|error| panic!("cannot open the database: {error:?}"));
    migrate(&store).await.unwrap_or_else(|error| panic!("cannot migrate: {error:?}"));
    store
}

/// Makes two tests of each named `async fn name(database: TemporaryDatabase)`: one per engine.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        mod sqlite { $(
            #[tokio::test]
            async fn $name() { super::$name($crate::database::sqlite().await).await }
        )* }
        mod postgres { $(
            #[tokio::test]
            async fn $name() { super::$name($crate::database::postgres().await).await }
        )* }
    };
}
