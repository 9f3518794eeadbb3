//! Whether the database is sound: what `sonae doctor` asks of it.

use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseConnection, Statement};

use super::schema::{quoted, tables_after};
use super::{Engine, Store, applied};
use crate::{Instant, Result};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Whether it is as it should be.
    pub good: bool,
    /// What was found, and what to do where it is not good; in Japanese.
    pub message: String,
}

impl Finding {
    fn good(message: impl Into<String>) -> Self {
        Self { good: true, message: message.into() }
    }

    fn bad(message: impl Into<String>) -> Self {
        Self { good: false, message: message.into() }
    }
}

/// Looks the whole database over; on a large one it takes seconds.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database) where it cannot even be asked.
pub async fn examine(store: &Store) -> Result<Vec<Finding>> {
    match store.engine() {
        Engine::Sqlite => sqlite(store.reader()).await,
        Engine::Postgres => postgres(store).await,
    }
}

async fn sqlite(reader: &DatabaseConnection) -> Result<Vec<Finding>> {
    let ask = |sql: &str| Statement::from_string(DatabaseBackend::Sqlite, sql.to_owned());
    let mut wrong: Vec<String> = Vec::new();
    for row in reader.query_all_raw(ask("PRAGMA integrity_check(10)")).await? {
        let said: String = row.try_get_by_index(0)?;
        if said != "ok" {
            wrong.push(said);
        }
    }
    let loose = reader.query_all_raw(ask("PRAGMA foreign_key_check")).await?.len();
    let mut findings = Vec::new();
    findings.push(if wrong.is_empty() {
        Finding::good("データベースのファイルに壊れはありません")
    } else {
        Finding::bad(format!(
            "データベースのファイルが壊れています（{}）。Sonae を止め、いちばん新しいバックアップを新しいフォルダーに復元してください",
            wrong.join(" / ")
        ))
    });
    if loose > 0 {
        findings.push(Finding::bad(format!(
            "つながりの切れた行が{loose}件あります。バックアップから復元するか、開発元に知らせてください"
        )));
    }
    Ok(findings)
}

async fn postgres(store: &Store) -> Result<Vec<Finding>> {
    let reader = store.reader();
    let mut findings = Vec::new();
    let version: i32 = setting(reader, "server_version_num").await?.parse().unwrap_or(0);
    findings.push(if version >= 140_000 {
        Finding::good(format!("PostgreSQL {} です", version / 10_000))
    } else {
        Finding::bad(format!("PostgreSQL {} は古すぎます。14以上にしてください", version / 10_000))
    });
    if setting(reader, "server_encoding").await? != "UTF8" {
        findings.push(Finding::bad(
            "データベースの文字コードが UTF8 ではありません。UTF8 で作り直し、バックアップを復元してください",
        ));
    }
    let unsafe_settings: Vec<&str> = {
        let mut off = Vec::new();
        for name in ["fsync", "full_page_writes", "synchronous_commit"] {
            if setting(reader, name).await? == "off" {
                off.push(name);
            }
        }
        off
    };
    findings.push(if unsafe_settings.is_empty() {
        Finding::good("書き込みは、ディスクに届いてから完了になります")
    } else {
        Finding::bad(format!(
            "PostgreSQL の設定 {} が off です。停電で書き込みを失うことがあります。on にしてください",
            unsafe_settings.join("、")
        ))
    });
    let mut readable = 0;
    for table in tables_after(applied(store).await?.len()).await? {
        let sql = format!("SELECT count(*) AS count FROM {}", quoted(&table.name));
        reader.query_one_raw(Statement::from_string(DatabaseBackend::Postgres, sql)).await?;
        readable += 1;
    }
    findings.push(Finding::good(format!("{readable}個の表をすべて読めます")));
    Ok(findings)
}

async fn setting(reader: &DatabaseConnection, name: &str) -> Result<String> {
    let sql = "SELECT current_setting($1) AS setting";
    let row =
        reader.query_one_raw(Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, [name.into()])).await?;
    Ok(row.map_or(Ok(String::new()), |row| row.try_get("", "setting"))?)
}

/// When the last change was recorded; `None` where nothing was.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database).
pub async fn last_change(store: &Store) -> Result<Option<Instant>> {
    let backend = store.reader().get_database_backend();
    let sql = "SELECT max(at) AS at FROM audit_log";
    let row = store.reader().query_one_raw(Statement::from_string(backend, sql)).await?;
    Ok(row.map_or(Ok(None), |row| row.try_get("", "at"))?.map(Instant))
}

/// How many milliseconds the database server's clock is ahead of `now`; `None` where there is no server.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database).
pub async fn clock_difference(store: &Store, now: Instant) -> Result<Option<i64>> {
    if store.engine() == Engine::Sqlite {
        return Ok(None);
    }
    let sql = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint) AS now";
    let row = store.reader().query_one_raw(Statement::from_string(DatabaseBackend::Postgres, sql)).await?;
    let there: Option<i64> = row.map_or(Ok(None), |row| row.try_get("", "now"))?;
    Ok(there.map(|there| there - now.0))
}
