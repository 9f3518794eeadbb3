//! Adding, changing, removing; what cannot be used is told.

use app::organization::department;
use app::risk::{EventInput, Input, create, edit, find, history, owners, remove, remove_many};
use app::{Error, assessment};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::{add, add_asset, catalog, control, event, input};

on_both_engines!(
    is_added_and_changed,
    names_every_problem,
    overwrites_nothing,
    is_removed,
    is_owned_by_who_may,
    keeps_its_department
);

async fn is_added_and_changed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let risk = add(&company.officer, input(&asset)).await;
    assert_eq!(risk.label(), "顧客リスト：車に置いたまま盗まれる");
    let titles: Vec<&str> = risk.content.vulnerabilities.iter().map(|found| found.title.as_str()).collect();
    assert_eq!(titles, ["保護されていない保管", "車の鍵を預ける"]);
    let typed = Input { controls: vec![control("7.9", "partial")], remarks: "夏だけ".into(), ..input(&asset) };
    let changed = edit(&company.officer, catalog(), risk.id, 1, typed.clone()).await.unwrap();
    assert_eq!((changed.version, Input::from(&changed.content).remarks.as_str()), (2, "夏だけ"));
    let same = edit(&company.officer, catalog(), risk.id, 2, Input::from(&changed.content)).await.unwrap();
    assert_eq!(same.version, 2, "what stays the same is no change");
    let history = history(&company.officer, catalog(), risk.id).await.unwrap();
    let told: Vec<_> =
        history.changes[0].changes.iter().map(|change| (change.label.as_str(), change.after.as_str())).collect();
    assert_eq!(told, [("管理策", "7.9 構外にある資産のセキュリティ（一部）"), ("備考", "夏だけ")]);
    assert_eq!(history.changes.len(), 2);
}

async fn names_every_problem(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let typed = Input {
        event: Some(EventInput { integrity: Some(7), ..EventInput::default() }),
        line: "nowhere.nothing".into(),
        threat_rating: Some(0),
        controls: vec![control("9.9", "maybe")],
        review_on: "いつか".into(),
        owner: Some(app::AccountId::new()),
        ..Input::default()
    };
    let error = create(&company.officer, catalog(), typed).await.unwrap_err();
    let Error::Invalid { problems } = error else { panic!("{error:?}") };
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_ref()).collect();
    let expected = [
        "name",
        "confidentiality",
        "integrity",
        "availability",
        "threat_rating",
        "line",
        "controls.0.id",
        "controls.0.status",
        "review_on",
        "owner",
    ];
    assert_eq!(fields, expected);
    let nothing = create(&company.officer, catalog(), Input::default()).await.unwrap_err();
    assert!(matches!(&nothing, Error::Invalid { problems } if problems[0].field == "asset"), "{nothing:?}");
}

async fn overwrites_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let one = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let other = add_asset(&company.officer, "図面", "営業部").await;
    let risk = add(&company.officer, input(&one)).await;
    let typed = Input { remarks: "先".into(), ..input(&one) };
    edit(&company.officer, catalog(), risk.id, 1, typed).await.unwrap();
    let late = Input { remarks: "後".into(), ..input(&one) };
    assert!(matches!(edit(&company.officer, catalog(), risk.id, 1, late).await, Err(Error::Stale)));
    assert!(matches!(remove(&company.officer, risk.id, 1).await, Err(Error::Stale)));
    let moved = edit(&company.officer, catalog(), risk.id, 2, input(&other)).await;
    assert!(matches!(moved, Err(Error::Invalid { .. })));
    assert_eq!(find(&company.officer, catalog(), risk.id).await.unwrap().risk.content.remarks, "先");
}

async fn is_removed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let one = add(&company.officer, event("受注が止まる")).await;
    let other = add(&company.officer, event("出荷が止まる")).await;
    remove(&company.officer, one.id, 1).await.unwrap();
    assert!(matches!(find(&company.officer, catalog(), one.id).await, Err(Error::NotFound(_))));
    assert_eq!(remove_many(&company.officer, &[one.id, other.id]).await.unwrap(), 1);
}

async fn is_owned_by_who_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let owners = owners(&company.officer).await.unwrap();
    assert_eq!(owners.iter().map(|owner| owner.name.as_str()).collect::<Vec<_>>(), ["見本花子"]);
    let owned =
        Input { owner: Some(owners[0].account), owner_name: "別の名前".into(), ..event("受注が止まる") };
    let risk = add(&company.officer, owned).await;
    assert_eq!(risk.content.owner_name, "見本花子", "the name is the account's");
    let found = find(&company.officer, catalog(), risk.id).await.unwrap();
    assert!(found.changeable && found.acceptable);
}

async fn keeps_its_department(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let office = department::add(&company.officer, "総務部").await.unwrap().id;
    let mut typed = event("受注が止まる");
    typed.event.as_mut().unwrap().department = Some(office);
    let risk = add(&company.officer, typed).await;
    let of_office = assessment::Input { department: Some(office), ..assessment::Input::default() };
    let taken = assessment::take(&company.officer, catalog(), of_office).await.unwrap();
    let refused = department::remove(&company.officer, office).await.unwrap_err().to_string();
    assert!(refused.contains("事象のリスク1件、アセスメント1件"), "{refused}");
    remove(&company.officer, risk.id, 1).await.unwrap();
    assessment::remove(&company.officer, taken.id).await.unwrap();
    department::remove(&company.officer, office).await.unwrap();
}
