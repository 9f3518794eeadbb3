//! Making a backup, while others go on working.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, IsolationLevel, Statement, TransactionOptions, TransactionTrait,
};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::manifest::{self, Manifest, TableEntry};
use super::read_table::read_table;
use super::{Progress, check};
use crate::store::schema::{Table, quoted, tables_after};
use crate::store::{Engine, Store, applied};
use crate::{Error, Instant, Result};

/// Writes all that the database holds at one moment into the file `path`, which only its owner may read.
/// It is written beside its place, read back and checked, and only then put there.
///
/// # Errors
/// [`Error::Refused`] where a file is there and `overwrite` is not set, the place cannot be written, or a
/// newer Sonae made the database; [`Error::Database`]. Nothing is left in the place then.
pub async fn backup(
    store: &Store,
    path: &Path,
    overwrite: bool,
    now: Instant,
    progress: Progress<'_>,
) -> Result<Manifest> {
    if path.exists() && !overwrite {
        return Err(Error::Refused(format!(
            "「{}」はもうあります。別の名前にするか、置き換えてよければ --overwrite を付けてください。",
            path.display()
        )));
    }
    let beside = beside(path);
    let _ = fs::remove_file(&beside);
    let done = write_checked(store, &beside, now, progress).await.and_then(|manifest| {
        fs::rename(&beside, path).map_err(|error| cannot_write(path, &error))?;
        sync_folder(path);
        Ok(manifest)
    });
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

async fn write_checked(store: &Store, file: &Path, now: Instant, progress: Progress<'_>) -> Result<Manifest> {
    let migrations = applied(store).await?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let out = options.open(file).map_err(|error| cannot_write(file, &error))?;
    let mut manifest = Manifest {
        format: manifest::FORMAT.into(),
        format_version: manifest::FORMAT_VERSION,
        program: env!("CARGO_PKG_VERSION").into(),
        engine: match store.engine() {
            Engine::Sqlite => "sqlite".into(),
            Engine::Postgres => "postgres".into(),
        },
        made_at: now.timestamp().to_string(),
        tables: Vec::new(),
        migrations,
    };
    let tables = tables_after(manifest.migrations.len()).await?;
    let snapshot = snapshot(store).await?;
    let out = write(&snapshot, &tables, &mut manifest, out, progress).await?;
    snapshot.rollback().await?;
    out.sync_all().map_err(|error| cannot_write(file, &error))?;
    drop(out);
    // What cannot be read back is no backup.
    let read_back = check(file)?;
    if read_back != manifest {
        return Err(Error::internal("the backup reads back differently from what was written"));
    }
    Ok(manifest)
}

/// A transaction that sees one moment, whatever others write.
async fn snapshot(store: &Store) -> Result<DatabaseTransaction> {
    let options = match store.engine() {
        Engine::Sqlite => TransactionOptions::default(),
        Engine::Postgres => TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..TransactionOptions::default()
        },
    };
    Ok(store.reader().begin_with_options(options).await?)
}

async fn write(
    snapshot: &DatabaseTransaction,
    tables: &[Table],
    manifest: &mut Manifest,
    out: File,
    progress: Progress<'_>,
) -> Result<File> {
    let total = count_all(snapshot, tables).await?;
    let mut archive = ZipWriter::new(BufWriter::with_capacity(1 << 18, out));
    let options = SimpleFileOptions::default().large_file(true).unix_permissions(0o600).compression_level(Some(3));
    let mut done = 0;
    for table in tables {
        archive.start_file(manifest::rows_file(&table.name), options).map_err(cannot_pack)?;
        let mut told = |rows| {
            done += rows;
            progress(done, total);
        };
        let read = read_table(snapshot, table, &mut archive, &mut told).await?;
        manifest.tables.push(TableEntry {
            name: table.name.clone(),
            columns: table.columns.iter().map(|column| column.name.clone()).collect(),
            rows: read.rows,
            sha256: read.sha256,
        });
    }
    archive.start_file(manifest::FILE, options).map_err(cannot_pack)?;
    archive.write_all(&serde_json::to_vec_pretty(&*manifest)?).map_err(Error::internal_io)?;
    let buffer = archive.finish().map_err(cannot_pack)?;
    buffer.into_inner().map_err(|error| Error::internal_io(error.into_error()))
}

async fn count_all(snapshot: &DatabaseTransaction, tables: &[Table]) -> Result<u64> {
    let mut total = 0;
    for table in tables {
        let count = format!("SELECT count(*) AS count FROM {}", quoted(&table.name));
        let row = snapshot.query_one_raw(Statement::from_string(snapshot.get_database_backend(), count)).await?;
        let rows: i64 = row.map_or(Ok(0), |row| row.try_get("", "count"))?;
        total += u64::try_from(rows).unwrap_or(0);
    }
    Ok(total)
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.書込中-{}", std::process::id()))
}

/// A renamed file is there for sure only when its folder is on the disk too.
fn sync_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Error {
    Error::Refused(format!(
        "「{}」に書き込めません（{error}）。フォルダーがあるか、書き込めるか、空き容量があるかを確かめてください。",
        path.display()
    ))
}

fn cannot_pack(error: zip::result::ZipError) -> Error {
    Error::internal(error)
}
