//! 監査ログ: whatever somebody does to the rows, it is found and named.

use app::Error;
use app::asset::{self, Input};
use app::audit_log::{Fault, Verification, verify};
use app::organization::{CriteriaChoice, choose_criteria, load_sample, rename};
use catalog::Catalog;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use testkit::company::{Company, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

on_both_engines!(finds_any_tampering, finds_missing_and_inserted_rows, is_for_readers_of_the_log);

/// Records 1 to 8 of a company: all kinds of states before and after, one of them an undoing.
const RECORDS: i64 = 8;

async fn with_records(database: &TemporaryDatabase) -> Company {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let catalog = Catalog::load().unwrap();
    rename(officer, "見本商事株式会社", 1).await.unwrap();
    choose_criteria(officer, CriteriaChoice::Ipa, 2).await.unwrap();
    let input =
        Input { name: "顧客リスト".into(), medium: "office-pc".into(), asset_value: Some(2), ..Input::default() };
    let asset = asset::create(officer, input).await.unwrap();
    asset::remove(officer, asset.id, 1).await.unwrap();
    app::audit_log::undo(officer, &catalog, 6).await.unwrap();
    // Another organization in the same database, whose log begins with the same numbers.
    load_sample(officer, &catalog).await.unwrap();
    company
}

async fn verified(company: &Company) -> Verification {
    verify(&company.officer).await.unwrap()
}

async fn finds_any_tampering(database: TemporaryDatabase) {
    let company = with_records(&database).await;
    let whole = verified(&company).await;
    assert_eq!((whole.faults.as_slice(), whole.records), ([].as_slice(), RECORDS as u64));
    database.execute("CREATE TABLE kept AS SELECT * FROM audit_log").await;
    let mut runner = TestRunner::deterministic();
    let own = "organization_id <> (SELECT id FROM organization WHERE sample)";
    for _ in 0..150 {
        let (sequence, column, text, number) = tampering().new_tree(&mut runner).unwrap().current();
        let set = changed(column, &text, number);
        database.execute(&format!("UPDATE audit_log SET {set} WHERE {own} AND sequence = {sequence}")).await;
        let found = verified(&company).await;
        let names_it = |fault: &Fault| match fault {
            Fault::Missing { first, last } => (*first..=*last).contains(&sequence),
            Fault::Unlinked { before, sequence: after } => [*before, *after].contains(&sequence),
            other => other.sequence() == Some(sequence),
        };
        assert!(found.faults.iter().any(names_it), "record {sequence}: {set}: {:?}", found.faults);
        assert!(!found.is_whole());
        assert!(found.faults.iter().all(|fault| !fault.to_string().is_empty()));
        database.execute("DELETE FROM audit_log").await;
        database.execute("INSERT INTO audit_log SELECT * FROM kept").await;
    }
    assert!(verified(&company).await.is_whole(), "as it was");
}

/// Which record, which column, and what is put in.
fn tampering() -> impl Strategy<Value = (i64, &'static str, String, i64)> {
    let columns = [
        "organization_id",
        "sequence",
        "at",
        "account_id",
        "actor",
        "channel",
        "request_id",
        "event",
        "entity",
        "entity_id",
        "label",
        "before",
        "after",
        "undoes",
        "previous_hash",
        "hash",
    ];
    (1..=RECORDS, prop::sample::select(columns.to_vec()), "[ -~あ-ん𠮷]{1,6}", 1..1_000_000_i64)
}

/// SQL that gives the column another value than it has.
fn changed(column: &str, text: &str, number: i64) -> String {
    let text = text.replace('\'', "''");
    let other_id = "(SELECT id FROM organization WHERE sample)";
    match column {
        // Moved to another organization, behind its end: where numbers are free.
        "organization_id" => format!("organization_id = {other_id}, sequence = sequence + 1000"),
        "sequence" => format!("sequence = {}", if number % 2 == 0 { -number } else { number + RECORDS }),
        "at" => format!("at = at + {number}"),
        "account_id" if number % 2 == 0 => "account_id = NULL".to_owned(),
        "account_id" => format!("account_id = {other_id}"),
        "request_id" | "entity_id" => format!("{column} = (SELECT id FROM account)"),
        "undoes" => format!("undoes = CASE WHEN undoes IS NULL THEN {} ELSE NULL END", number % 3),
        "before" | "after" if number % 2 == 0 => {
            format!("\"{column}\" = CASE WHEN \"{column}\" IS NULL THEN '{text}' ELSE NULL END")
        }
        "before" | "after" => format!("\"{column}\" = COALESCE(\"{column}\", '') || '{text}'"),
        _ if number % 2 == 0 => format!("{column} = '{text}' || {column}"),
        _ => format!("{column} = CASE WHEN {column} = '' THEN '{text}' ELSE '' END"),
    }
}

async fn finds_missing_and_inserted_rows(database: TemporaryDatabase) {
    let company = with_records(&database).await;
    let own = "organization_id <> (SELECT id FROM organization WHERE sample)";
    database.execute("CREATE TABLE kept AS SELECT * FROM audit_log").await;
    database.execute("CREATE TABLE kept_chain AS SELECT * FROM audit_chain").await;
    let columns = "account_id, at, actor, channel, request_id, event, entity, entity_id, label, \"before\", \"after\", undoes, previous_hash, hash";
    let copied = |from: i64, to: i64| {
        format!(
            "INSERT INTO audit_log (organization_id, sequence, {columns}) SELECT organization_id, {to}, {columns} FROM audit_log WHERE {own} AND sequence = {from}"
        )
    };
    let set = |from: i64, to: i64| format!("UPDATE audit_log SET sequence = {to} WHERE {own} AND sequence = {from}");
    let cases: Vec<(Vec<String>, Vec<Fault>)> = vec![
        (
            vec![format!("DELETE FROM audit_log WHERE {own} AND sequence = 1")],
            vec![Fault::Missing { first: 1, last: 1 }],
        ),
        (
            vec![format!("DELETE FROM audit_log WHERE {own} AND sequence IN (3, 4)")],
            vec![Fault::Missing { first: 3, last: 4 }],
        ),
        (
            vec![format!("DELETE FROM audit_log WHERE {own} AND sequence > 6")],
            vec![Fault::Missing { first: 7, last: 8 }],
        ),
        (vec![format!("DELETE FROM audit_log WHERE {own}")], vec![Fault::Missing { first: 1, last: 8 }]),
        (vec![copied(8, 9)], vec![Fault::Inserted { sequence: 9 }]),
        (vec![copied(1, 0)], vec![Fault::Inserted { sequence: 0 }]),
        (
            vec![set(2, 99), set(3, 2), set(99, 3)],
            vec![
                Fault::Changed { sequence: 2 },
                Fault::Changed { sequence: 3 },
                Fault::Unlinked { before: 3, sequence: 4 },
            ],
        ),
        (vec![format!("DELETE FROM audit_chain WHERE {own}")], vec![Fault::NoEnd]),
        (vec![format!("UPDATE audit_chain SET hash = 'x' WHERE {own}")], vec![Fault::WrongEnd { sequence: 8 }]),
        (
            vec![format!("UPDATE audit_chain SET sequence = 7 WHERE {own}")],
            vec![Fault::Inserted { sequence: 8 }, Fault::WrongEnd { sequence: 7 }],
        ),
        (
            vec![format!("UPDATE audit_log SET hash = 'x' WHERE {own} AND sequence = 4")],
            vec![Fault::Changed { sequence: 4 }, Fault::Unlinked { before: 4, sequence: 5 }],
        ),
    ];
    for (statements, expected) in cases {
        for statement in &statements {
            database.execute(statement).await;
        }
        assert_eq!(verified(&company).await.faults, expected, "{statements:?}");
        for table in ["audit_log", "audit_chain"] {
            let kept = if table == "audit_log" { "kept" } else { "kept_chain" };
            database.execute(&format!("DELETE FROM {table}")).await;
            database.execute(&format!("INSERT INTO {table} SELECT * FROM {kept}")).await;
        }
    }
    let whole = verified(&company).await;
    assert_eq!((whole.is_whole(), whole.end.map(|(sequence, _)| sequence)), (true, Some(RECORDS)));
}

async fn is_for_readers_of_the_log(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    assert!(verify(&company.with_role(app::Role::Auditor, None)).await.unwrap().is_whole());
    assert!(matches!(verify(&company.with_role(app::Role::Consultant, None)).await, Err(Error::Forbidden)));
    // Another organization sees nothing of it: its own log has no end mark, for there is no such organization.
    let elsewhere = verify(&company.elsewhere()).await.unwrap();
    assert_eq!((elsewhere.records, elsewhere.faults), (0, vec![Fault::NoEnd]));
}

#[tokio::test]
async fn what_sqlite_cannot_read_as_its_type_is_named() {
    let database = testkit::database::sqlite().await;
    let company = with_records(&database).await;
    let own = "organization_id <> (SELECT id FROM organization WHERE sample)";
    database.execute(&format!("UPDATE audit_log SET request_id = 'no id' WHERE {own} AND sequence = 3")).await;
    assert_eq!(verified(&company).await.faults, [Fault::Unreadable { sequence: Some(3) }]);
    database.execute(&format!("UPDATE audit_log SET sequence = 'no number' WHERE {own} AND sequence = 3")).await;
    let faults = verified(&company).await.faults;
    assert_eq!(faults, [Fault::Missing { first: 3, last: 3 }, Fault::Unreadable { sequence: None }]);
}
