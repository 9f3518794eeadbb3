//! Putting a backup into an empty place.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ConnectionTrait, EntityTrait, Statement, Value};

use super::manifest::{self, Manifest};
use super::read_table::read_table;
use super::{Progress, check, line};
use crate::organization::row::organization;
use crate::store::schema::{Kind, Table, known_migrations, quoted, tables_after};
use crate::store::{Engine, Store, Transaction, applied, migrate, migrate_steps};
use crate::{Error, OrganizationId, Result, audit_log};

/// Bound values of one statement: under the engines' limits (32,766 and 65,535).
const VALUES: usize = 20_000;
/// Bytes of one statement.
const BYTES: usize = 2 << 20;
/// The longest line that is believed: a file of the register inside, with room.
const LONGEST_LINE: u64 = 1 << 30;

/// What is done about an audit log that was broken already when the backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Logs {
    /// Nothing is restored: first somebody looks into it.
    MustBeWhole,
    /// It is restored as it is: the data are needed all the same.
    MayBeBroken,
}

/// Puts a backup into a database that holds nothing. The file is checked first; then all rows go in
/// within one transaction, are read again and compared with the backup's checksums, and the audit logs'
/// chains are followed; only then is it kept. A backup of an older version is then brought to this one.
///
/// # Errors
/// [`Error::Refused`] where the file is broken or newer than this program, or the place is not empty;
/// [`Error::Database`]. Nothing is kept then.
pub async fn restore(store: &Store, path: &Path, logs: Logs, progress: Progress<'_>) -> Result<Manifest> {
    let manifest = check(path)?;
    let steps = manifest.migrations.len();
    if !known_migrations().starts_with(&manifest.migrations) || steps == 0 {
        return Err(Error::Refused(format!(
            "「{}」は新しい版の Sonae（{}）のバックアップです。Sonae を新しくしてから復元してください。",
            path.display(),
            manifest.program
        )));
    }
    let tables = tables_after(steps).await?;
    if !manifest::describes(&manifest.tables, &tables) {
        return Err(Error::Refused(format!(
            "「{}」の表の形が、この版の Sonae と合いません。バックアップを作った版（{}）で復元してください。",
            path.display(),
            manifest.program
        )));
    }
    prepare(store, &manifest).await?;
    store
        .transaction(async |transaction| {
            alone_and_empty(store.engine(), transaction, &tables).await?;
            load(transaction, &tables, &manifest, path, progress).await?;
            compare(transaction, &tables, &manifest).await?;
            if logs == Logs::MustBeWhole { refuse_broken_logs(transaction).await } else { Ok(()) }
        })
        .await?;
    migrate(store).await?;
    if store.engine() == Engine::Postgres {
        // So that the first queries are planned for what is there now.
        store.writer().execute_unprepared("ANALYZE").await?;
    }
    Ok(manifest)
}

/// Makes the tables as they were when the backup was made.
async fn prepare(store: &Store, manifest: &Manifest) -> Result<()> {
    let there = applied(store).await?;
    if there.is_empty() {
        return migrate_steps(store, Some(manifest.migrations.len())).await;
    }
    if there == manifest.migrations {
        return Ok(());
    }
    Err(Error::Refused(
        "復元先のデータベースは、バックアップと版が違います。まだ何もない場所（新しい --data フォルダー、または新しく作った空のデータベース）に復元してください。"
            .into(),
    ))
}

/// Keeps others from writing until the end, and makes sure that nothing is there.
async fn alone_and_empty(engine: Engine, transaction: &Transaction, tables: &[Table]) -> Result<()> {
    if engine == Engine::Postgres {
        let names: Vec<String> = tables.iter().map(|table| quoted(&table.name)).collect();
        transaction.execute_unprepared(&format!("LOCK TABLE {} IN EXCLUSIVE MODE", names.join(", "))).await?;
    }
    for table in tables {
        let any = format!("SELECT 1 AS one FROM {} LIMIT 1", quoted(&table.name));
        let any = Statement::from_string(transaction.get_database_backend(), any);
        if transaction.query_one_raw(any).await?.is_some() {
            return Err(Error::Refused(
                "復元先にはもうデータがあります。上書きはしません。まだ何もない場所（新しい --data フォルダー、または新しく作った空のデータベース）に復元してください。"
                    .into(),
            ));
        }
    }
    Ok(())
}

async fn load(
    transaction: &Transaction,
    tables: &[Table],
    manifest: &Manifest,
    path: &Path,
    progress: Progress<'_>,
) -> Result<()> {
    let (mut archive, _) = check::open(path)?;
    let total = manifest.rows();
    let mut done = 0;
    for table in tables {
        let part = archive.by_name(&manifest::rows_file(&table.name)).map_err(Error::internal)?;
        let mut lines = BufReader::with_capacity(1 << 18, part);
        let mut waiting = Waiting::default();
        let mut text = Vec::new();
        loop {
            text.clear();
            if (&mut lines).take(LONGEST_LINE).read_until(b'\n', &mut text).map_err(Error::internal_io)? == 0 {
                break;
            }
            let values = line::read(&text, table).ok_or_else(|| check::broken(path, &table.name))?;
            refuse_zero_byte(transaction, table, &values)?;
            waiting.push(values, text.len());
            if waiting.bytes >= BYTES || (waiting.rows.len() + 1) * table.columns.len() > VALUES {
                done += waiting.insert(transaction, table).await?;
                progress(done, total);
            }
        }
        done += waiting.insert(transaction, table).await?;
        progress(done, total);
    }
    Ok(())
}

/// Rows that wait for one statement.
#[derive(Default)]
struct Waiting {
    rows: Vec<Vec<Value>>,
    bytes: usize,
}

impl Waiting {
    fn push(&mut self, row: Vec<Value>, bytes: usize) {
        self.rows.push(row);
        self.bytes += bytes;
    }

    async fn insert(&mut self, transaction: &Transaction, table: &Table) -> Result<u64> {
        let count = self.rows.len() as u64;
        if count > 0 {
            let mut insert = Query::insert();
            insert.into_table(sea_orm::sea_query::Alias::new(&table.name));
            insert.columns(table.columns.iter().map(|column| sea_orm::sea_query::Alias::new(&column.name)));
            for row in self.rows.drain(..) {
                insert.values(row.into_iter().map(Expr::val)).map_err(|error| Error::internal(error.to_string()))?;
            }
            transaction.execute(&insert).await?;
            self.bytes = 0;
        }
        Ok(count)
    }
}

/// PostgreSQL cannot hold the character U+0000, which SQLite can: say so instead of failing in the middle.
fn refuse_zero_byte(transaction: &Transaction, table: &Table, values: &[Value]) -> Result<()> {
    if transaction.get_database_backend() != sea_orm::DatabaseBackend::Postgres {
        return Ok(());
    }
    for (column, value) in table.columns.iter().zip(values) {
        if let (Kind::Text, Value::String(Some(text))) = (column.kind, value)
            && text.contains('\0')
        {
            return Err(Error::Refused(format!(
                "「{}」の『{}』に、PostgreSQL に入れられない文字（文字コード0）があります。元の Sonae でその文字を消してから、バックアップを作り直してください。",
                table.name, column.name
            )));
        }
    }
    Ok(())
}

/// Reads everything again: the database must now give the very bytes of the backup.
async fn compare(transaction: &Transaction, tables: &[Table], manifest: &Manifest) -> Result<()> {
    for table in tables {
        let read = read_table(transaction, table, &mut std::io::sink(), &mut |_| {}).await?;
        let same = manifest
            .tables
            .iter()
            .any(|entry| entry.name == table.name && entry.rows == read.rows && entry.sha256 == read.sha256);
        if !same {
            return Err(Error::internal(format!("{} differs from the backup after restoring", table.name)));
        }
    }
    Ok(())
}

async fn refuse_broken_logs(transaction: &Transaction) -> Result<()> {
    for organization in organization::Entity::find().all(transaction).await? {
        let found = audit_log::walk(transaction, OrganizationId(organization.id)).await?;
        if let Some(fault) = found.faults.first() {
            return Err(Error::Refused(format!(
                "「{}」の記録が、バックアップを作ったときにはもう壊れていました（{fault}）。何も復元していません。承知のうえで復元するときは --accept-broken-log を付けてください。",
                organization.name
            )));
        }
    }
    Ok(())
}
