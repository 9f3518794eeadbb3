//! People who are signed in, and what the log says of them.

use app::account::{Signed, resume, sign_in};
use app::store::Store;
use app::{SecretHash, Visitor};
use sea_orm::{ConnectionTrait, Statement};
use testkit::company::{Company, PASSWORD};
use uuid::Uuid;

/// The officer, with a new session.
pub async fn signed_in(visitor: &Visitor) -> Signed {
    signed_in_as(visitor, "hanako@example.jp").await
}

/// Whoever has that address, with a new session.
pub async fn signed_in_as(visitor: &Visitor, email: &str) -> Signed {
    let session = sign_in(visitor, email, PASSWORD.into()).await.unwrap().session;
    resume(visitor, &session.hash()).await.unwrap()
}

/// The person of that session as they are now.
pub async fn again(visitor: &Visitor, session: &SecretHash) -> Signed {
    resume(visitor, session).await.unwrap()
}

/// Somebody else in the same company, with the officer's password.
pub async fn colleague(store: &Store, company: &Company) -> &'static str {
    let (account, membership) = (Uuid::now_v7(), Uuid::now_v7());
    for statement in [
        "INSERT INTO account (id, email, email_key, name, password_hash, disabled, created_at, version) \
         SELECT $1, 'jiro@example.jp', 'jiro@example.jp', '見本次郎', password_hash, disabled, created_at, 1 FROM account",
        "INSERT INTO membership (organization_id, id, account_id, role, created_at) \
         SELECT organization_id, $2, $1, 'employee', created_at FROM membership",
    ] {
        let values = [account.into(), membership.into()];
        let values = if statement.contains("$2") { values.to_vec() } else { values[..1].to_vec() };
        let statement =
            Statement::from_sql_and_values(company.officer.reader().get_database_backend(), statement, values);
        run(store, statement).await;
    }
    "jiro@example.jp"
}

/// Changes the database behind the back of the use cases. SQLite's readers cannot: a connection of its own.
pub async fn run(store: &Store, statement: Statement) {
    let address = match store.location() {
        app::store::Location::File(path) => format!("sqlite://{}", path.display()),
        app::store::Location::Server(address) => address.clone(),
    };
    let connection = sea_orm::Database::connect(address).await.unwrap();
    connection.execute_raw(statement).await.unwrap();
    connection.close().await.unwrap();
}

/// Event and words of every record about accounts, in order.
pub async fn records(store: &Store) -> Vec<String> {
    let statement = "SELECT event, after FROM audit_log WHERE entity = 'account' ORDER BY sequence";
    let statement = Statement::from_string(store.reader().get_database_backend(), statement);
    let rows = store.reader().query_all_raw(statement).await.unwrap();
    let shown = rows.iter().map(|row| {
        let after: String = row.try_get("", "after").unwrap();
        let after: serde_json::Value = serde_json::from_str(&after).unwrap();
        format!("{} {}", row.try_get::<String>("", "event").unwrap(), after["what"].as_str().unwrap_or_default())
    });
    shown.collect()
}

/// Every text in the database's tables of records: where no secret may be.
pub async fn everything_recorded(store: &Store) -> String {
    let statement = "SELECT label, before, after FROM audit_log";
    let statement = Statement::from_string(store.reader().get_database_backend(), statement);
    let rows = store.reader().query_all_raw(statement).await.unwrap();
    let texts = rows.iter().flat_map(|row| {
        ["label", "before", "after"]
            .map(|column| row.try_get::<Option<String>>("", column).unwrap().unwrap_or_default())
    });
    texts.collect()
}
