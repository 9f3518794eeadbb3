//! Adding, changing, removing; what cannot be used is told.

use app::audit_log::undo;
use app::organization::department;
use app::risk::{
    EventInput, Input, assign_owner, create, edit, find, history, owners, preview_owner, remove, remove_many, version,
};
use app::treatment::ApprovalState;
use app::{AccountId, Error, RiskId, Role, assessment};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::undo::newest;
use super::undo_approval::approved;
use super::{add, add_asset, catalog, control, event, input};

on_both_engines!(
    is_added_and_changed,
    names_every_problem,
    overwrites_nothing,
    is_removed,
    is_owned_by_who_may,
    is_given_to_another_owner,
    keeps_its_department,
    is_known_as_it_was,
    is_named_by_its_weakness
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

async fn is_given_to_another_owner(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (taro, approved) = approved(&company, Role::TopManagement).await;
    let unowned = add(officer, event("受注が止まる")).await;
    let ids = [approved.id, unowned.id, RiskId::new()];
    let (me, him) = (officer.account().unwrap(), taro.account().unwrap());
    let preview = preview_owner(officer, &ids).await.unwrap();
    let told: Vec<_> =
        preview.choices.iter().map(|choice| (choice.owner.account, choice.changed, choice.approvals)).collect();
    assert_eq!((preview.risks, told), (2, vec![(me, 2, 1), (him, 1, 0)]));
    let unknown = assign_owner(officer, catalog(), &ids, AccountId::new()).await.unwrap_err();
    assert!(matches!(&unknown, Error::Invalid { problems } if problems[0].field == "owner"), "{unknown:?}");
    let records = newest(officer).await;
    assert_eq!(assign_owner(officer, catalog(), &ids, me).await.unwrap(), 2);
    assert_eq!(newest(officer).await, records + 2, "each has its own record");
    for id in [approved.id, unowned.id] {
        let content = find(officer, catalog(), id).await.unwrap().risk.content;
        assert_eq!((content.owner, content.owner_name.as_str()), (Some(me), "見本花子"));
    }
    let now = find(officer, catalog(), approved.id).await.unwrap().risk;
    assert_eq!(now.approval, ApprovalState::Stale, "another owner approves anew");
    assert_eq!(now.content.decision, approved.content.decision);
    assert_eq!(assign_owner(officer, catalog(), &ids, me).await.unwrap(), 0, "what stays the same is no change");
}

async fn is_known_as_it_was(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = add(officer, event("受注が止まる")).await;
    let typed = |remarks: &str| Input { remarks: remarks.into(), ..event("受注が止まる") };
    edit(officer, catalog(), risk.id, 1, typed("先")).await.unwrap();
    add(officer, event("出荷が止まる")).await;
    edit(officer, catalog(), risk.id, 2, typed("後")).await.unwrap();
    for (number, remarks) in
        [(1, Some("")), (2, Some("先")), (3, Some("後")), (0, None), (4, None), (i64::MIN, None), (i64::MAX, None)]
    {
        let known = version(officer, catalog(), risk.id, number).await.unwrap();
        assert_eq!(known.as_ref().map(|content| content.remarks.as_str()), remarks, "{number}");
    }
    remove(officer, risk.id, 3).await.unwrap();
    undo(officer, catalog(), newest(officer).await).await.unwrap();
    let back = find(officer, catalog(), risk.id).await.unwrap().risk;
    assert_eq!(version(officer, catalog(), risk.id, back.version).await.unwrap(), Some(back.content));
    assert_eq!(version(officer, catalog(), risk.id, 2).await.unwrap(), None, "that was before it went");
}

async fn is_named_by_its_weakness(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = add_asset(&company.officer, "顧客リスト", "営業部").await;
    for (weaknesses, label) in [
        (vec![], "顧客リスト：脅威は分かっていない"),
        (vec!["鍵がない"], "顧客リスト：脅威は分かっていない（弱点：鍵がない）"),
        (vec!["鍵がない", "窓が開く"], "顧客リスト：脅威は分かっていない（弱点：鍵がないなど）"),
    ] {
        let vulnerabilities = weaknesses.into_iter().map(str::to_owned).collect();
        let typed = Input { title: String::new(), vulnerabilities, ..input(&asset) };
        assert_eq!(add(&company.officer, typed).await.label(), label);
    }
}
