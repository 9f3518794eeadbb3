//! How long a register takes; run by hand:
//! `cargo nextest run -p app --run-ignored only -E 'test(/asset_import::speed/)' --no-capture`

use std::io::Cursor;
use std::time::Instant;

use app::asset::import::{Selection, apply_now};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::registers::{Texts, write_register};

use super::*;

async fn measure(database: TemporaryDatabase, engine: &str) {
    let company = company(&database.store).await;
    let other = company.another("別の会社").await;
    for (context, count) in [(&company.officer, 2_000), (&other, 100_000)] {
        let mut bytes = Cursor::new(Vec::new());
        write_register(&mut bytes, count, Texts::Shared).unwrap();
        let material = Material::File { name: "台帳.xlsx".into(), bytes: bytes.into_inner() };
        for round in ["new", "same"] {
            let begun = Instant::now();
            let id = send(context, material.clone()).await;
            let uploaded = begun.elapsed();
            let seen = ready(context, id).await;
            let previewed = begun.elapsed();
            if seen.counts.new > 0 {
                let report = apply_now(context, &CATALOG, id, &Selection::All, &seen.fingerprint, None).await.unwrap();
                assert_eq!(report.added, u64::from(count));
            } else {
                assert_eq!(seen.counts.unchanged, u64::from(count));
            }
            println!(
                "{engine} {count} lines, {round}: upload {uploaded:?}, preview {:?}, apply {:?}, all {:?}",
                previewed - uploaded,
                begun.elapsed() - previewed,
                begun.elapsed()
            );
        }
    }
}

#[tokio::test]
#[ignore = "measures, asserts no time"]
async fn sqlite() {
    measure(testkit::database::sqlite().await, "SQLite").await;
}

#[tokio::test]
#[ignore = "measures, asserts no time"]
async fn postgres() {
    measure(testkit::database::postgres().await, "PostgreSQL").await;
}
