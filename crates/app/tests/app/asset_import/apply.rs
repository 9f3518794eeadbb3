//! Bringing in what was seen, or nothing.

use std::collections::BTreeSet;

use app::Error;
use app::asset::import::{Lines, Selection, discard, waiting};
use app::asset::{Input, edit};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::*;

on_both_engines!(
    a_chosen_part_first_then_the_rest,
    is_recorded_per_asset_and_as_a_whole,
    a_changed_register_is_looked_at_again,
    what_happens_elsewhere_does_not_matter,
    two_at_once_add_nothing_twice,
    can_be_thrown_away,
    departments_are_made_and_known_again,
);

const LINES: [&str; 3] =
    ["営業,い,,営業部,書類,,1,1,1,", "営業,ろ,,営業部,書類,,1,1,1,", "営業,は,,営業部,書類,,1,1,1,"];

async fn names(context: &Context) -> Vec<String> {
    assets(context).await.into_iter().map(|asset| asset.content.line.name).collect()
}

async fn a_chosen_part_first_then_the_rest(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let id = send(context, csv(&LINES)).await;
    let none = bring(context, id, &Selection::Rows(BTreeSet::new())).await.unwrap_err();
    assert!(matches!(none, Error::Invalid { ref problems } if problems[0].field == "row"), "{none:?}");
    let report = bring(context, id, &Selection::Rows([3, 99].into())).await.unwrap();
    assert_eq!((report.added, report.left), (1, 2));
    assert_eq!(names(context).await, ["ろ"]);
    assert_eq!(waiting(context).await.unwrap().len(), 1, "the rest waits");
    assert_eq!(lines(&ready(context, id).await)[1], (3, Lines::Unchanged, "ろ"));
    bring(context, id, &Selection::All).await.unwrap();
    assert_eq!(names(context).await, ["ろ", "い", "は"]);
    assert!(matches!(reading(context, id).await, Reading::Applied));
    assert!(waiting(context).await.unwrap().is_empty());
}

async fn is_recorded_per_asset_and_as_a_whole(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&LINES[..2])).await;
    let before = crate::records::records(&database).await.len();
    import(context, csv(&["営業,い,棚,営業部,書類,,1,1,1,", LINES[2]])).await;
    let records = crate::records::records(&database).await;
    assert_eq!(records[before..], ["changed asset い", "created asset は", "imported import 台帳.csv"]);
}

async fn a_changed_register_is_looked_at_again(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&LINES)).await;
    let id = send(context, csv(&["営業,い,棚,営業部,書類,,1,1,1,"])).await;
    let seen = ready(context, id).await;
    let asset = assets(context).await.remove(0);
    let typed = Input { remarks: "ほかの人".into(), ..Input::from(&asset.content) };
    edit(context, asset.id, asset.version, typed).await.unwrap();
    let stale = apply(context, &CATALOG, id, &Selection::All, &seen.fingerprint).await.unwrap_err();
    assert!(matches!(stale, Error::Stale), "{stale:?}");
    assert_eq!(assets(context).await[0].content.line.remarks, "ほかの人");
    let again = ready(context, id).await;
    assert_ne!(again.fingerprint, seen.fingerprint);
    assert_eq!(again.lines[0].differences()[0].before, "ほかの人");
    bring(context, id, &Selection::All).await.unwrap();
    assert_eq!(assets(context).await[0].content.line.remarks, "棚");
}

async fn what_happens_elsewhere_does_not_matter(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&LINES[1..])).await;
    let id = send(context, csv(&["営業,い,棚,営業部,書類,,1,1,1,"])).await;
    let seen = ready(context, id).await.fingerprint;
    let asset = assets(context).await.remove(0);
    edit(context, asset.id, asset.version, Input { remarks: "別の行".into(), ..Input::from(&asset.content) })
        .await
        .unwrap();
    let applied = apply(context, &CATALOG, id, &Selection::All, &seen).await.unwrap();
    assert!(matches!(applied, Applied::Done(report) if report.added == 1), "{applied:?}");
}

async fn two_at_once_add_nothing_twice(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let (one, two) = (send(context, csv(&LINES)).await, send(context, csv(&LINES)).await);
    let (seen_one, seen_two) = (ready(context, one).await.fingerprint, ready(context, two).await.fingerprint);
    let (first, second) = tokio::join!(
        apply(context, &CATALOG, one, &Selection::All, &seen_one),
        apply(context, &CATALOG, two, &Selection::All, &seen_two),
    );
    let done = [first, second].into_iter().filter(|applied| applied.is_ok()).count();
    assert_eq!((done, names(context).await.len()), (1, 3));
}

async fn can_be_thrown_away(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    let id = send(context, csv(&LINES)).await;
    discard(context, id).await.unwrap();
    assert!(matches!(preview(context, &CATALOG, id).await, Err(Error::NotFound(_))));
    assert!(names(context).await.is_empty());
}

async fn departments_are_made_and_known_again(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let context = &company.officer;
    import(context, csv(&LINES)).await;
    let department = assets(context).await[0].department.unwrap();
    let id = send(context, csv(&["営業,い,,営業 部,書類,,1,1,1,"])).await;
    assert_eq!(ready(context, id).await.counts.unchanged, 1, "the same department in other letters");
    let departments = app::asset::Departments::of(context).await.unwrap();
    assert_eq!(departments.name(department), Some("営業部"));
}
