//! Adding, changing and removing one asset.

use app::asset::{Input, create, edit, find, remove};
use app::{Error, FieldProblem};
use method::{ImportanceReason, Medium, Rating, Valuation};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, department, input};

on_both_engines!(
    keeps_what_was_typed,
    says_all_that_is_wrong,
    changes_what_was_seen,
    one_of_many_edits_wins,
    changing_nothing_is_no_change,
    removes_what_was_seen,
    a_department_is_one_however_it_is_written,
    a_renamed_department_stays_the_same,
    words_for_a_medium_follow_it,
);

async fn keeps_what_was_typed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let typed = Input {
        name: " 髙橋様の𠮷田リスト ".into(),
        name_reading: "タカハシさまノよしだりすと".into(),
        remarks: "一行目\r\n二行目".into(),
        medium_as_written: "営業のNAS".into(),
        my_number: true,
        likelihood: Some(2),
        registered_on: Some("令和7年4月1日".into()),
        review_on: Some("2027.4.1".into()),
        ..input("")
    };
    let created = add(&company.officer, typed).await;
    let found = find(&company.officer, created.id).await.unwrap();
    assert_eq!(found.asset, created);
    assert!(found.changeable);
    let line = &created.content.line;
    assert_eq!(
        (line.name.as_str(), line.remarks.as_str(), created.content.name_reading.as_str()),
        ("髙橋様の𠮷田リスト", "一行目\n二行目", "タカハシさまノよしだりすと")
    );
    assert_eq!((line.medium, line.medium_as_written.as_str()), (Medium::InternalServer, "営業のNAS"));
    assert_eq!(line.registered_on, Some(jiff::civil::date(2025, 4, 1)));
    assert_eq!(created.content.review_on, Some(jiff::civil::date(2027, 4, 1)));
    assert_eq!(created.content.importance().reason, ImportanceReason::PersonalData);
    assert_eq!(created.department, Some(department(&company.officer, "営業部").await));
    assert_eq!((created.version, created.position), (1, 1));
    // What the form shows again is what was kept.
    let again = edit(&company.officer, created.id, 1, Input::from(&created.content)).await.unwrap();
    assert_eq!(again, created);
    // A register that knows one value only keeps it.
    let single =
        Input { confidentiality: None, integrity: None, availability: None, asset_value: Some(2), ..input("値") };
    let single = add(&company.officer, single).await;
    assert_eq!(single.content.line.valuation, Valuation::AssetValue(Rating::MEDIUM));
    assert_eq!(find(&company.officer, single.id).await.unwrap().asset, single);
}

fn fields(error: Error) -> Vec<String> {
    let Error::Invalid { problems } = error else { panic!("{error:?}") };
    problems.into_iter().map(|FieldProblem { field, .. }| field.into_owned()).collect()
}

async fn says_all_that_is_wrong(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let nothing = create(&company.officer, Input::default()).await.unwrap_err();
    assert_eq!(fields(nothing), ["name", "medium", "confidentiality", "integrity", "availability"]);
    let wrong = Input {
        name: "長".repeat(301),
        name_reading: "顧客".into(),
        remarks: "ベル\u{7}".into(),
        medium: "cloud".into(),
        integrity: Some(4),
        likelihood: Some(0),
        registered_on: Some("4月31日".into()),
        review_on: Some("2026-02-30".into()),
        extra: [("知らない列".to_owned(), "値".to_owned())].into(),
        ..input("")
    };
    let wrong = create(&company.officer, wrong).await.unwrap_err();
    assert_eq!(
        fields(wrong),
        [
            "name",
            "name_reading",
            "remarks",
            "medium",
            "integrity",
            "likelihood",
            "registered_on",
            "review_on",
            "extra.知らない列"
        ]
    );
    let contrary = Input { medium_as_written: "書類".into(), ..input("名") };
    assert_eq!(fields(create(&company.officer, contrary).await.unwrap_err()), ["medium_as_written"]);
}

async fn changes_what_was_seen(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let created = add(&company.officer, input("見積書")).await;
    company.clock.advance(std::time::Duration::from_secs(1));
    let changed = edit(&company.officer, created.id, 1, Input { personal: true, ..input("見積書") }).await.unwrap();
    assert_eq!((changed.version, changed.position, changed.created_at), (2, 1, created.created_at));
    assert!(changed.updated_at > created.updated_at);
    assert_eq!(changed.content.importance().value, Rating::HIGH);
    let late = edit(&company.officer, created.id, 1, input("遅い人の名前")).await;
    assert!(matches!(late, Err(Error::Stale)));
    assert_eq!(find(&company.officer, created.id).await.unwrap().asset, changed, "nothing was overwritten");
}

async fn one_of_many_edits_wins(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add(&company.officer, input("見積書")).await;
    for round in 1..=3 {
        let mut people = tokio::task::JoinSet::new();
        for person in 0..8 {
            let (context, id) = (company.officer.clone(), asset.id);
            people.spawn(async move { edit(&context, id, round, input(&format!("{round}-{person}"))).await });
        }
        let results = people.join_all().await;
        let winners: Vec<_> = results.iter().filter_map(|result| result.as_ref().ok()).collect();
        assert_eq!(winners.len(), 1, "{results:?}");
        assert!(results.iter().all(|result| matches!(result, Ok(_) | Err(Error::Stale))), "{results:?}");
        assert_eq!(&find(&company.officer, asset.id).await.unwrap().asset, winners[0]);
    }
}

async fn changing_nothing_is_no_change(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add(&company.officer, input("見積書")).await;
    company.clock.advance(std::time::Duration::from_secs(1));
    let same = edit(&company.officer, asset.id, 1, input("見積書")).await.unwrap();
    assert_eq!(same, asset);
    assert_eq!(app::asset::history(&company.officer, asset.id).await.unwrap().changes.len(), 1);
}

async fn removes_what_was_seen(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add(&company.officer, input("見積書")).await;
    edit(&company.officer, asset.id, 1, input("御見積書")).await.unwrap();
    assert!(matches!(remove(&company.officer, asset.id, 1).await, Err(Error::Stale)));
    remove(&company.officer, asset.id, 2).await.unwrap();
    assert!(matches!(find(&company.officer, asset.id).await, Err(Error::NotFound(_))));
    assert!(matches!(remove(&company.officer, asset.id, 2).await, Err(Error::NotFound(_))));
    let next = add(&company.officer, input("次")).await;
    assert_eq!(next.position, 2, "a place is never given twice");
}

async fn a_department_is_one_however_it_is_written(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let mut people = tokio::task::JoinSet::new();
    for text in ["ＩＴ推進室", "IT 推進室", "it推進室", "営業部", "", "総務部・経理部"] {
        let context = company.officer.clone();
        people.spawn(async move { add(&context, super::input_of("資産", text)).await });
    }
    let assets = people.join_all().await;
    let departments = app::asset::Departments::of(&company.officer).await.unwrap();
    assert_eq!(departments.iter().count(), 3, "{departments:?}");
    let of = |text: &str| assets.iter().find(|asset| asset.content.line.department == text).unwrap().department;
    assert_eq!(of("ＩＴ推進室"), of("it推進室"));
    assert_eq!(of(""), None);
}

async fn a_renamed_department_stays_the_same(database: TemporaryDatabase) {
    use app::asset::{Changes, Departments, Selection, edit_many};
    let company = company(&database.store).await;
    let context = &company.officer;
    let asset = add(context, input("見積書")).await;
    let sales = asset.department.unwrap();
    app::organization::department::rename(context, sales, "営業第一部").await.unwrap();
    assert_eq!(find(context, asset.id).await.unwrap().asset.content.line.department, "営業第一部");
    let changes = Changes { users: Some("全員".into()), ..Changes::default() };
    edit_many(context, &Selection::Chosen(vec![asset.id]), changes).await.unwrap();
    let changed = find(context, asset.id).await.unwrap().asset;
    assert_eq!((changed.department, changed.content.line.department.as_str()), (Some(sales), "営業第一部"));
    let departments = Departments::of(context).await.unwrap();
    assert_eq!(departments.iter().collect::<Vec<_>>(), [(sales, "営業第一部")], "the old name is no new department");
    let told = app::asset::history(context, asset.id).await.unwrap();
    assert_eq!(told.changes[0].differences.len(), 1);
}

async fn words_for_a_medium_follow_it(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let typed = Input { medium_as_written: "営業のNAS".into(), ..input("名簿") };
    let asset = add(&company.officer, typed.clone()).await;
    let moved = Input { medium: "paper".into(), ..typed };
    let moved = edit(&company.officer, asset.id, 1, moved).await.unwrap();
    assert_eq!((moved.content.line.medium, moved.content.line.medium_as_written.as_str()), (Medium::Paper, "書類"));
}
