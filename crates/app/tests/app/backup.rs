//! バックアップ: everything goes out and comes back, from either engine into either, and nothing else does.

#[path = "backup/rows.rs"]
mod rows;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use app::store::backup::{Logs, Manifest, backup, check, restore};
use app::store::{Store, Version, version};
use app::{Error, Instant};
use testkit::company::{MOMENT, company};
use testkit::database::{TemporaryDatabase, postgres, sqlite};
use testkit::on_both_engines;

on_both_engines!(
    is_consistent_while_others_write,
    goes_into_an_empty_place_only,
    is_private_and_replaces_nothing_unasked,
    a_broken_log_is_told_before_anything_is_kept
);

async fn saved(store: &Store, folder: &Path, name: &str) -> (PathBuf, Manifest) {
    let path = folder.join(name);
    let manifest = backup(store, &path, false, Instant(MOMENT), &|_, _| {}).await.unwrap();
    (path, manifest)
}

/// Fills every table of `from`, moves all to `to`, and holds every cell there against what was filled in.
async fn moves(from: TemporaryDatabase, to: TemporaryDatabase) {
    let folder = tempfile::tempdir().unwrap();
    company(&from.store).await;
    let filled = rows::fill(&from.store).await;
    let (path, made) = saved(&from.store, folder.path(), "one.zip").await;
    for (table, rows) in &filled {
        let entry = made.tables.iter().find(|entry| entry.name == *table).unwrap();
        assert!(entry.rows >= rows.len() as u64, "{table}");
    }
    assert!(made.tables.iter().all(|table| table.rows > 0), "every table has rows: {made:?}");
    // The rows were made up: nobody wrote a log about them.
    let restored = restore(&to.store, &path, Logs::MayBeBroken, &|_, _| {}).await.unwrap();
    assert_eq!(restored, made);
    assert_eq!(version(&to.store).await.unwrap(), Version::Current);
    rows::assert_holds(&to.store, &filled).await;
    let (_, again) = saved(&to.store, folder.path(), "two.zip").await;
    assert_eq!(again.tables, made.tables);
}

#[tokio::test]
async fn from_sqlite_to_sqlite() {
    moves(sqlite().await, sqlite().await).await;
}

#[tokio::test]
async fn from_sqlite_to_postgres() {
    moves(sqlite().await, postgres().await).await;
}

#[tokio::test]
async fn from_postgres_to_sqlite() {
    moves(postgres().await, sqlite().await).await;
}

#[tokio::test]
async fn from_postgres_to_postgres() {
    moves(postgres().await, postgres().await).await;
}

/// What the backup takes its tables from must be what is really there.
#[tokio::test]
async fn every_table_and_column_of_both_engines_is_in_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    for database in [sqlite().await, postgres().await] {
        let (_, made) = saved(&database.store, folder.path(), &format!("{:?}.zip", database.store.engine())).await;
        let mut expected: Vec<(String, Vec<String>)> =
            made.tables.into_iter().map(|table| (table.name, sorted(table.columns))).collect();
        expected.sort();
        assert_eq!(rows::really_there(&database.store).await, expected);
    }
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}

async fn is_consistent_while_others_write(database: TemporaryDatabase) {
    let folder = tempfile::tempdir().unwrap();
    let company = company(&database.store).await;
    let going = std::sync::atomic::AtomicBool::new(true);
    let write = async {
        let mut written = 0u32;
        while going.load(std::sync::atomic::Ordering::SeqCst) {
            let session =
                app::account::sign_in(&company.visitor, "hanako@example.jp", testkit::company::PASSWORD.into());
            session.await.unwrap();
            written += 1;
        }
        written
    };
    let save = async {
        let mut paths = Vec::new();
        for turn in 0..4 {
            paths.push(saved(&database.store, folder.path(), &format!("{turn}.zip")).await.0);
            tokio::time::sleep(std::time::Duration::from_millis(60)).await;
        }
        going.store(false, std::sync::atomic::Ordering::SeqCst);
        paths
    };
    let (written, paths) = tokio::join!(write, save);
    assert!(written > 0);
    for path in paths {
        let empty = sqlite().await;
        restore(&empty.store, &path, Logs::MustBeWhole, &|_, _| {}).await.unwrap();
    }
}

async fn goes_into_an_empty_place_only(database: TemporaryDatabase) {
    let folder = tempfile::tempdir().unwrap();
    let source = sqlite().await;
    company(&source.store).await;
    let (path, _) = saved(&source.store, folder.path(), "one.zip").await;
    company(&database.store).await;
    let (_, before) = saved(&database.store, folder.path(), "before.zip").await;
    let refused = restore(&database.store, &path, Logs::MustBeWhole, &|_, _| {}).await.unwrap_err();
    assert!(matches!(&refused, Error::Refused(message) if message.contains("もうデータがあります")), "{refused:?}");
    let (_, after) = saved(&database.store, folder.path(), "after.zip").await;
    assert_eq!(after.tables, before.tables);
}

async fn is_private_and_replaces_nothing_unasked(database: TemporaryDatabase) {
    let folder = tempfile::tempdir().unwrap();
    company(&database.store).await;
    let (path, _) = saved(&database.store, folder.path(), "one.zip").await;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let bytes = std::fs::read(&path).unwrap();
    let refused = backup(&database.store, &path, false, Instant(MOMENT), &|_, _| {}).await.unwrap_err();
    assert!(matches!(&refused, Error::Refused(message) if message.contains("--overwrite")), "{refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    backup(&database.store, &path, true, Instant(MOMENT), &|_, _| {}).await.unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside");
}

/// Every part of the file is believed only with its checksum.
#[tokio::test]
async fn what_was_changed_or_cut_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let source = sqlite().await;
    company(&source.store).await;
    let (path, made) = saved(&source.store, folder.path(), "one.zip").await;
    let refusals = [
        ("a name changed", changed(&path, "tables/account.ndjson", |text| text.replace("見本花子", "見本太郎"))),
        ("a row gone", changed(&path, "tables/account.ndjson", |_| String::new())),
        ("a row twice", changed(&path, "tables/account.ndjson", |text| text.repeat(2))),
        ("newer", changed(&path, "manifest.json", |text| text.replace("m0001_people", "m9999_future"))),
        ("another format", changed(&path, "manifest.json", |text| text.replace("sonae-backup", "other"))),
        ("cut", std::fs::read(&path).unwrap()[..2_000].to_vec()),
        ("no archive", b"hello".to_vec()),
        ("empty", Vec::new()),
    ];
    for (what, bytes) in refusals {
        let bad = folder.path().join("bad.zip");
        std::fs::write(&bad, bytes).unwrap();
        let empty = sqlite().await;
        let refused = restore(&empty.store, &bad, Logs::MustBeWhole, &|_, _| {}).await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{what}: {refused:?}");
        let (kept, after) = saved(&empty.store, folder.path(), "kept.zip").await;
        assert_eq!(after.rows(), 0, "{what}");
        std::fs::remove_file(kept).unwrap();
    }
    assert_eq!(check(&path).unwrap(), made);
}

/// A broken log is noticed before anything is kept; who needs the data all the same says so.
async fn a_broken_log_is_told_before_anything_is_kept(database: TemporaryDatabase) {
    let folder = tempfile::tempdir().unwrap();
    let source = sqlite().await;
    company(&source.store).await;
    testkit::database::execute(source.store.location(), "UPDATE audit_log SET label = 'x' WHERE sequence = 1").await;
    let (path, made) = saved(&source.store, folder.path(), "one.zip").await;
    let refused = restore(&database.store, &path, Logs::MustBeWhole, &|_, _| {}).await.unwrap_err();
    let told = refused.to_string();
    assert!(told.contains("見本商事") && told.contains("記録1") && told.contains("--accept-broken-log"), "{told}");
    assert_eq!(saved(&database.store, folder.path(), "two.zip").await.1.rows(), 0);
    assert_eq!(restore(&database.store, &path, Logs::MayBeBroken, &|_, _| {}).await.unwrap(), made);
}

/// The archive with one part rewritten (and its zip checksum made right again).
fn changed(path: &Path, part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        if name == part {
            let new = change(text.clone());
            assert_ne!(new, text);
            text = new;
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
