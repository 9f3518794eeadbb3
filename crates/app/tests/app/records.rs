//! Reading the log in tests.

use sea_orm::{ConnectionTrait, Statement};
use testkit::database::TemporaryDatabase;

/// Every record in order, as `event entity label`. Also makes sure that the snapshots hold no secret.
pub async fn records(database: &TemporaryDatabase) -> Vec<String> {
    let reader = database.store.reader();
    let backend = reader.get_database_backend();
    let all = "SELECT event, entity, label, before, after FROM audit_log ORDER BY organization_id, sequence";
    let rows = reader.query_all_raw(Statement::from_string(backend, all)).await.unwrap();
    rows.iter()
        .map(|row| {
            let snapshots: [Option<String>; 2] = ["before", "after"].map(|column| row.try_get("", column).unwrap());
            for snapshot in snapshots.into_iter().flatten() {
                assert!(!snapshot.contains("secret") && !snapshot.contains("password"), "{snapshot}");
            }
            let words: [String; 3] = ["event", "entity", "label"].map(|column| row.try_get("", column).unwrap());
            words.join(" ")
        })
        .collect()
}
