//! 監査ログ: lists, one record, undoing.

use std::collections::BTreeMap;
use std::time::Duration;

use app::asset::{self, Asset, Input};
use app::audit_log::{self, Effect, Entity, Event, Filter, Later, Place, Undoing, Who, find, list, people, undo};
use app::organization::{CriteriaChoice, choose_criteria, rename};
use app::treatment::{Acceptance, approve, decide};
use app::{Context, Error, Role, assessment, risk, threat, treatment};
use catalog::Catalog;
use testkit::company::{Company, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

on_both_engines!(
    lists_newest_first_page_by_page,
    is_narrowed_by_who_what_and_when,
    tells_what_changed_in_words,
    tells_threat_ratings_in_words,
    tells_days_as_screens_do,
    undoes_changes_of_an_asset,
    undoes_an_undoing,
    says_what_stands_in_the_way,
    undoes_changes_of_the_organization,
    is_for_those_who_may,
    keeps_to_its_organization,
    is_exported,
);

fn input(name: &str) -> Input {
    Input { name: name.into(), medium: "office-pc".into(), asset_value: Some(2), ..Input::default() }
}

async fn changed_asset(context: &Context) -> Asset {
    let asset = asset::create(context, input("顧客リスト")).await.unwrap();
    let changed = Input { risk_owner: "営業部長".into(), medium: "paper".into(), ..input("顧客リスト") };
    asset::edit(context, asset.id, 1, changed).await.unwrap()
}

async fn newest(context: &Context) -> i64 {
    list(context, &Filter::default(), Place::Newest, 1).await.unwrap().entries[0].sequence
}

async fn current(context: &Context, asset: &Asset) -> Option<Asset> {
    match asset::find(context, asset.id).await {
        Ok(found) => Some(found.asset),
        Err(Error::NotFound(_)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

async fn sequences(company: &Company, filter: &Filter, place: Place) -> Vec<i64> {
    let page = list(&company.officer, filter, place, 2).await.unwrap();
    page.entries.iter().map(|entry| entry.sequence).collect()
}

async fn lists_newest_first_page_by_page(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    changed_asset(&company.officer).await;
    rename(&company.officer, "新しい名前", 1).await.unwrap();
    let all = Filter::default();
    assert_eq!(sequences(&company, &all, Place::Newest).await, [5, 4]);
    assert_eq!(sequences(&company, &all, Place::Before(4)).await, [3, 2]);
    assert_eq!(sequences(&company, &all, Place::Before(2)).await, [1]);
    assert_eq!(sequences(&company, &all, Place::After(1)).await, [3, 2]);
    let last = list(&company.officer, &all, Place::Before(2), 2).await.unwrap();
    assert_eq!((last.has_newer, last.has_older), (true, false));
    let middle = list(&company.officer, &all, Place::After(1), 2).await.unwrap();
    assert_eq!((middle.has_newer, middle.has_older), (true, true));
}

async fn is_narrowed_by_who_what_and_when(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let asset = changed_asset(&company.officer).await;
    // The next day begins at 15:00 UTC: the clock stands at 00:00 UTC, 09:00 in Japan.
    company.clock.advance(Duration::from_secs(15 * 60 * 60));
    let operator = company.visitor.operator(company.organization);
    rename(&operator, "新しい名前", 1).await.unwrap();

    let first = company.visitor.now().in_japan().date().yesterday().unwrap();
    let filters = [
        (Filter { who: Some(Who::Operator), ..Filter::default() }, vec![5]),
        (Filter { who: company.officer.account().map(Who::Person), ..Filter::default() }, vec![4, 3]),
        (Filter { entity: Some(Entity::Asset), ..Filter::default() }, vec![4, 3]),
        (Filter { event: Some(Event::Changed), ..Filter::default() }, vec![5, 4]),
        (Filter { entity: Some(Entity::Asset), event: Some(Event::Changed), ..Filter::default() }, vec![4]),
        (Filter { thing: Some(asset.id.0), ..Filter::default() }, vec![4, 3]),
        (Filter { to: Some(first), ..Filter::default() }, vec![4, 3]),
        (Filter { from: Some(first.tomorrow().unwrap()), ..Filter::default() }, vec![5]),
        (Filter { from: Some(first), to: Some(first), event: Some(Event::Removed), ..Filter::default() }, vec![]),
        (Filter { request: Some(operator.request), event: Some(Event::Created), ..Filter::default() }, vec![3, 2]),
    ];
    for (filter, expected) in filters {
        assert_eq!(sequences(&company, &filter, Place::Newest).await, expected, "{filter:?}");
    }
    let people = people(&company.officer).await.unwrap();
    assert_eq!(people, [(company.officer.account().unwrap(), "見本花子".to_owned())]);
}

/// What a record changed: field, before, after.
fn words(record: audit_log::Record) -> Vec<[String; 3]> {
    record.changes.into_iter().map(|field| [field.label, field.before, field.after]).collect()
}

async fn tells_what_changed_in_words(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    changed_asset(&company.officer).await;
    let record = find(&company.officer, &catalog, 4).await.unwrap();
    assert_eq!((record.entry.actor.as_str(), record.entry.event_title()), ("見本花子", "変更"));
    assert_eq!(
        words(record),
        [
            ["リスク所有者".to_owned(), String::new(), "営業部長".to_owned()],
            ["媒体・保存先".to_owned(), "事務所PC".to_owned(), "書類".to_owned()],
            ["保存先の詳しい書き方".to_owned(), "事務所PC".to_owned(), "書類".to_owned()],
        ]
    );
    let role = words(find(&company.officer, &catalog, 2).await.unwrap());
    assert!(role.contains(&["役割".to_owned(), String::new(), "情報セキュリティ責任者".to_owned()]), "{role:?}");
    choose_criteria(&company.officer, CriteriaChoice::Own { high: 4, medium: 2 }, 1).await.unwrap();
    let criteria = words(find(&company.officer, &catalog, 5).await.unwrap());
    assert_eq!(
        criteria,
        [[
            "リスク基準".to_owned(),
            "東京都：高 9・6、中 4・3、低 2・1".to_owned(),
            "自社：高 9・6・4、中 3・2、低 1".to_owned()
        ]]
    );
}

async fn tells_threat_ratings_in_words(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let rated = async |rating: &str, version: i64| {
        let typed = BTreeMap::from([("paper.outside-loss".to_owned(), rating.to_owned())]);
        threat::rate(officer, &catalog, &typed, version).await.unwrap();
        words(find(officer, &catalog, newest(officer).await).await.unwrap())
    };
    let label = "起こりやすさ「書類：外出先で書類をなくす・盗まれる」";
    assert_eq!(rated("3", 1).await, [[label, "", "3"]]);
    assert_eq!(rated("1", 2).await, [[label, "3", "1"]]);
    assert_eq!(rated("", 3).await, [[label, "1", ""]]);
}

async fn tells_days_as_screens_do(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let says = async |label: &str, day: &str| {
        let told = words(find(officer, &catalog, newest(officer).await).await.unwrap());
        assert!(told.contains(&[label.to_owned(), String::new(), day.to_owned()]), "{told:?}");
    };
    let event = crate::risk::event("受注が止まる");
    let typed = risk::Input { owner: officer.account(), review_on: "2027-02-10".into(), ..event };
    let added = crate::risk::add(officer, typed).await;
    says("見直し予定日", "2027/2/10").await;
    let accepted = treatment::Input {
        treatment: "accept".into(),
        reason: "代わりがない".into(),
        review_on: "2027-03-31".into(),
        ..treatment::Input::default()
    };
    let decided = decide(officer, &catalog, added.id, added.version, accepted).await.unwrap();
    says("受容：見直す日", "2027/3/31").await;
    let numbers = decided.analysis.numbers();
    let acceptance = Acceptance { reason: "代わりがない".into(), review_on: "2027-04-30".into(), numbers };
    approve(officer, &catalog, added.id, decided.version, acceptance).await.unwrap();
    says("承認：見直す日", "2027/4/30").await;
    assessment::take(officer, &catalog, assessment::Input::default()).await.unwrap();
    says("評価日", "2026/11/24").await;
}

async fn undoes_changes_of_an_asset(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let asset = changed_asset(officer).await;
    assert_eq!(
        find(officer, &catalog, 4).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::SetBack, without_approval: false }
    );
    undo(officer, &catalog, 4).await.unwrap();
    let back = current(officer, &asset).await.unwrap();
    assert_eq!((back.content.line.risk_owner.as_str(), back.version), ("", 3));
    let record = find(officer, &catalog, 5).await.unwrap();
    assert_eq!((record.entry.undoes, record.entry.event), (Some(4), Some(Event::Changed)));
    let undone = find(officer, &catalog, 4).await.unwrap();
    assert_eq!((undone.undone_by, undone.undoing), (Some(5), Undoing::Done(5)));

    asset::remove(officer, asset.id, 3).await.unwrap();
    assert_eq!(
        find(officer, &catalog, 6).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::BringBack, without_approval: false }
    );
    undo(officer, &catalog, 6).await.unwrap();
    assert_eq!(current(officer, &asset).await.unwrap().content, back.content, "with the same id");

    let other = asset::create(officer, input("見積書")).await.unwrap();
    let created = newest(officer).await;
    assert_eq!(
        find(officer, &catalog, created).await.unwrap().undoing,
        Undoing::Possible { effect: Effect::Remove, without_approval: false }
    );
    undo(officer, &catalog, created).await.unwrap();
    assert!(current(officer, &other).await.is_none());
    assert!(audit_log::verify(officer).await.unwrap().is_whole());
}

async fn undoes_an_undoing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let asset = changed_asset(officer).await;
    undo(officer, &catalog, 4).await.unwrap();
    undo(officer, &catalog, 5).await.unwrap();
    assert_eq!(current(officer, &asset).await.unwrap().content, asset.content);
    let first = find(officer, &catalog, 4).await.unwrap();
    assert_eq!(
        (first.undone_by, first.undoing),
        (None, Undoing::Possible { effect: Effect::SetBack, without_approval: false }),
        "it stands again"
    );
    undo(officer, &catalog, 4).await.unwrap();
    assert_eq!(current(officer, &asset).await.unwrap().content.line.risk_owner, "");
    assert_eq!(find(officer, &catalog, 4).await.unwrap().undone_by, Some(7));
}

async fn says_what_stands_in_the_way(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    let asset = changed_asset(officer).await;
    let later = Input { risk_owner: "総務部長".into(), medium: "paper".into(), ..input("顧客リスト") };
    asset::edit(officer, asset.id, 2, later).await.unwrap();
    let Undoing::Overtaken(overtaken) = find(officer, &catalog, 4).await.unwrap().undoing else { panic!() };
    assert_eq!((overtaken.exists, overtaken.later), (true, vec![Later { sequence: 5, instead: None }]));
    let field = &overtaken.differences[0];
    assert_eq!(
        (field.label.as_str(), field.before.as_str(), field.after.as_str()),
        ("リスク所有者", "営業部長", "総務部長")
    );
    let refused = undo(officer, &catalog, 4).await.unwrap_err().to_string();
    assert!(
        refused.contains("『リスク所有者』が「営業部長」から「総務部長」に") && refused.contains("記録5"),
        "{refused}"
    );
    assert_eq!(newest(officer).await, 5, "nothing was written");

    undo(officer, &catalog, 5).await.unwrap();
    undo(officer, &catalog, 4).await.unwrap();
    asset::remove(officer, asset.id, 5).await.unwrap();
    let refused = undo(officer, &catalog, 4).await.unwrap_err().to_string();
    assert!(refused.contains("削除されています"), "{refused}");
    let never = undo(officer, &catalog, 1).await.unwrap_err().to_string();
    assert!(never.contains("組織を作った記録"), "{never}");
    assert!(matches!(undo(officer, &catalog, 999).await, Err(Error::NotFound(_))));
}

async fn undoes_changes_of_the_organization(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (officer, catalog) = (&company.officer, Catalog::load().unwrap());
    rename(officer, "新しい名前", 1).await.unwrap();
    choose_criteria(officer, CriteriaChoice::Ipa, 2).await.unwrap();
    // The name can be set back although the criteria have changed since: the record speaks of the name alone.
    undo(officer, &catalog, 3).await.unwrap();
    let organization = app::organization::find(officer).await.unwrap();
    assert_eq!((organization.name.as_str(), organization.criteria.name()), ("見本商事", "IPA"));
    undo(officer, &catalog, 4).await.unwrap();
    assert_eq!(app::organization::find(officer).await.unwrap().criteria.name(), "東京都");
    rename(officer, "三番目の名前", 5).await.unwrap();
    let refused = undo(officer, &catalog, 5).await.unwrap_err().to_string();
    assert!(refused.contains("『組織名』が「見本商事」から「三番目の名前」に"), "{refused}");
}

async fn is_for_those_who_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    changed_asset(&company.officer).await;
    for role in Role::ALL {
        let context = company.with_role(role, None);
        let reads = role.allows(app::Permission::ReadAuditLog);
        let allowed = |result: Result<(), Error>, may: bool| match result {
            Ok(()) => assert!(may, "{role:?}"),
            Err(Error::Forbidden) => assert!(!may, "{role:?}"),
            Err(other) => panic!("{role:?}: {other:?}"),
        };
        allowed(list(&context, &Filter::default(), Place::Newest, 1).await.map(|_| ()), reads);
        allowed(find(&context, &catalog, 4).await.map(|_| ()), reads);
        allowed(people(&context).await.map(|_| ()), reads);
        if role != Role::SecurityOfficer {
            allowed(undo(&context, &catalog, 4).await, false);
        }
    }
}

async fn keeps_to_its_organization(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    changed_asset(&company.officer).await;
    let elsewhere = company.elsewhere();
    assert!(list(&elsewhere, &Filter::default(), Place::Newest, 10).await.unwrap().entries.is_empty());
    assert!(people(&elsewhere).await.unwrap().is_empty());
    assert!(matches!(find(&elsewhere, &catalog, 4).await, Err(Error::NotFound(_))));
    assert!(matches!(undo(&elsewhere, &catalog, 4).await, Err(Error::NotFound(_))));
}

async fn is_exported(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let catalog = Catalog::load().unwrap();
    changed_asset(&company.officer).await;
    let filter = Filter { entity: Some(Entity::Asset), ..Filter::default() };
    let bytes = audit_log::export(&company.officer, &catalog, &filter).await.unwrap();
    assert_eq!(&bytes[..2], b"PK");
    let recorded = find(&company.officer, &catalog, 5).await.unwrap();
    assert_eq!(recorded.entry.label, "記録（Excel、2件）");
    assert!(matches!(recorded.undoing, Undoing::Never(_)));
    let employee = company.with_role(Role::Employee, None);
    assert!(matches!(audit_log::export(&employee, &catalog, &filter).await, Err(Error::Forbidden)));
}
