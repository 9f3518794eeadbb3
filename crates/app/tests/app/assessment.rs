//! リスクアセスメント: snapshots, and what became of the risks between two of them.

use app::assessment::{Input, compare, find, list, next, remove, report, take};
use app::asset;
use app::audit_log::{self, undo};
use app::organization::{CriteriaChoice, choose_criteria};
use app::risk::{self, edit, existing};
use app::{Error, Permission, Role, organization};
use method::RiskCriteria;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::risk::{add, add_asset, catalog, department, event, input};
use crate::documents::column;

on_both_engines!(
    is_taken_and_stays,
    a_removal_is_undone,
    a_removed_one_keeps_no_department,
    two_are_compared,
    each_side_keeps_its_own_bands,
    what_moved_to_another_department_is_not_gone,
    a_default_name_says_of_what_and_counts_only_what_is_there,
    the_next_one_follows_the_last_of_the_same_scope,
    roles_keep_to_what_they_may,
    a_manager_keeps_to_the_department,
    another_organization_sees_nothing,
);

async fn is_taken_and_stays(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    assert!(matches!(take(officer, catalog(), Input::default()).await, Err(Error::Refused(_))), "no risk yet");
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let risk = add(officer, input(&asset)).await;
    let taken = take(officer, catalog(), Input { name: "2026年度".into(), department: None }).await.unwrap();
    let better = risk::Input { vulnerability_rating: Some(1), ..input(&asset) };
    edit(officer, catalog(), risk.id, 1, better).await.unwrap();
    let (found, risks) = find(officer, taken.id).await.unwrap();
    assert_eq!(found, taken);
    assert_eq!((found.name.as_str(), found.scope.as_str(), found.heat_map.total()), ("2026年度", "全社", 1));
    assert_eq!((risks[0].risk, risks[0].level().value()), (risk.id, 9), "as it was on that day");
    assert!(risks[0].explanation.contains("リスクレベル9"));
    assert_eq!(list(officer).await.unwrap(), std::slice::from_ref(&taken));
}

async fn a_removal_is_undone(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    add(officer, input(&asset)).await;
    let newest = async || {
        audit_log::list(officer, &audit_log::Filter::default(), audit_log::Place::Newest, 1).await.unwrap().entries[0]
            .sequence
    };
    let taken = take(officer, catalog(), Input { name: "2026年度".into(), department: None }).await.unwrap();
    let made = newest().await;
    let (before, risks) = find(officer, taken.id).await.unwrap();
    remove(officer, taken.id).await.unwrap();
    let removed = newest().await;
    assert!(matches!(find(officer, taken.id).await, Err(Error::NotFound(_))));
    assert!(matches!(remove(officer, taken.id).await, Err(Error::NotFound(_))), "once");
    assert!(list(officer).await.unwrap().is_empty());
    let error = undo(officer, catalog(), made).await.unwrap_err();
    assert!(error.to_string().contains("この記録のあとで削除されています"), "{error}");
    undo(officer, catalog(), removed).await.unwrap();
    assert_eq!(find(officer, taken.id).await.unwrap(), (before, risks), "all of it is there again");
    assert!(matches!(undo(officer, catalog(), removed).await, Err(Error::Refused(_))), "once");
    let back = newest().await;
    undo(officer, catalog(), back).await.unwrap();
    assert!(matches!(find(officer, taken.id).await, Err(Error::NotFound(_))), "the undoing is undone");
}

async fn a_removed_one_keeps_no_department(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let logistics = organization::department::add(officer, "物流部").await.unwrap().id;
    let mut event = event("出荷が止まる");
    event.event.as_mut().unwrap().department = Some(logistics);
    let risk = add(officer, event).await;
    let taken = take(officer, catalog(), Input { name: String::new(), department: Some(logistics) }).await.unwrap();
    remove(officer, taken.id).await.unwrap();
    let record = audit_log::list(officer, &audit_log::Filter::default(), audit_log::Place::Newest, 1).await.unwrap();
    risk::remove(officer, risk.id, risk.version).await.unwrap();
    organization::department::remove(officer, logistics).await.unwrap();
    undo(officer, catalog(), record.entries[0].sequence).await.unwrap();
    let (back, _) = find(officer, taken.id).await.unwrap();
    assert_eq!((back.department, back.scope.as_str()), (None, "物流部"), "its words stay");
}

async fn two_are_compared(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let falling = add(officer, input(&asset)).await;
    let rising = add(officer, risk::Input { likelihood: Some(1), ..input(&asset) }).await;
    add(officer, event("受注が止まる")).await;
    let going = add(officer, event("出荷が止まる")).await;
    let before = take(officer, catalog(), Input::default()).await.unwrap();
    company.clock.advance(std::time::Duration::from_secs(86_400));
    edit(officer, catalog(), falling.id, 1, risk::Input { likelihood: Some(2), ..input(&asset) }).await.unwrap();
    edit(officer, catalog(), rising.id, 1, risk::Input { likelihood: Some(3), ..input(&asset) }).await.unwrap();
    risk::remove(officer, going.id, 1).await.unwrap();
    let coming = add(officer, event("倉庫が使えない")).await;
    let after = take(officer, catalog(), Input::default()).await.unwrap();
    for (one, other) in [(before.id, after.id), (after.id, before.id)] {
        let compared = compare(officer, one, other).await.unwrap();
        assert_eq!((compared.before.id, compared.after.id), (before.id, after.id), "the earlier one stands first");
        assert_eq!(compared.fallen.iter().map(|moved| moved.after.risk).collect::<Vec<_>>(), [falling.id]);
        assert_eq!(compared.risen.iter().map(|moved| moved.after.risk).collect::<Vec<_>>(), [rising.id]);
        assert_eq!(compared.come.iter().map(|risk| risk.risk).collect::<Vec<_>>(), [coming.id]);
        assert_eq!(compared.gone.iter().map(|risk| risk.risk).collect::<Vec<_>>(), [going.id]);
        assert_eq!(compared.unchanged, 1);
    }
}

async fn each_side_keeps_its_own_bands(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let likely = |likelihood: u8| risk::Input { likelihood: Some(likelihood), ..input(&asset) };
    let rising = add(officer, likely(1)).await;
    let falling = add(officer, likely(2)).await;
    let staying = add(officer, likely(2)).await;
    let before = take(officer, catalog(), Input::default()).await.unwrap();
    company.clock.advance(std::time::Duration::from_secs(86_400));
    edit(officer, catalog(), rising.id, 1, likely(2)).await.unwrap();
    edit(officer, catalog(), falling.id, 1, likely(1)).await.unwrap();
    // From now on only 9 is 高, and 6 alone is 中.
    let own = CriteriaChoice::Own { high: 9, medium: 6 };
    choose_criteria(officer, own, 1).await.unwrap();
    let after = take(officer, catalog(), Input::default()).await.unwrap();
    let compared = compare(officer, before.id, after.id).await.unwrap();
    assert_eq!(compared.banded.iter().map(|moved| moved.after.risk).collect::<Vec<_>>(), [staying.id]);
    let criteria = (compared.before.criteria, compared.after.criteria);
    assert_eq!(criteria, (RiskCriteria::tokyo(), own.criteria().unwrap()));
    let document = report(officer, after.id, Some(before.id), "docx").await.unwrap();
    assert_eq!(column(&document, "前"), ["中 3", "高 6"], "as it was banded then");
    assert_eq!(column(&document, "今回"), ["中 6", "低 3"], "as it is banded now");
}

async fn what_moved_to_another_department_is_not_gone(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let moving = add_asset(officer, "顧客リスト", "営業部").await;
    let staying = add_asset(officer, "見積書", "営業部").await;
    let moved = add(officer, input(&moving)).await;
    let removed = add(officer, input(&staying)).await;
    add(officer, input(&staying)).await;
    let sales = department(officer, "営業部").await;
    let of_sales = Input { department: Some(sales), ..Input::default() };
    let before = take(officer, catalog(), of_sales.clone()).await.unwrap();
    company.clock.advance(std::time::Duration::from_secs(86_400));
    let elsewhere = asset::Input { department: "製造部".into(), ..asset::Input::from(&moving.content) };
    asset::edit(officer, moving.id, moving.version, elsewhere).await.unwrap();
    risk::remove(officer, removed.id, removed.version).await.unwrap();
    organization::department::rename(officer, sales, "営業本部").await.unwrap();
    let after = take(officer, catalog(), of_sales).await.unwrap();
    assert!(before.scope != after.scope && before.has_scope_of(&after), "renamed, it is the same department");
    let ids = |risks: &[app::assessment::AssessedRisk]| risks.iter().map(|risk| risk.risk).collect::<Vec<_>>();
    let compared = compare(officer, before.id, after.id).await.unwrap();
    assert_eq!((ids(&compared.outside), ids(&compared.gone)), (vec![moved.id], vec![removed.id]));
    let found = existing(officer, &[moved.id, removed.id]).await.unwrap();
    assert_eq!(found.into_iter().collect::<Vec<_>>(), [moved.id]);
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    let compared = compare(&manager, before.id, after.id).await.unwrap();
    assert_eq!((compared.outside.len(), compared.gone.len()), (0, 2), "what may not be seen is not told");
    // Moved back, it is still missing in the later one, and was never gone.
    let moving = asset::find(officer, moving.id).await.unwrap().asset;
    let back = asset::Input { department: "営業本部".into(), ..asset::Input::from(&moving.content) };
    asset::edit(officer, moving.id, moving.version, back).await.unwrap();
    for context in [officer, &manager] {
        let compared = compare(context, before.id, after.id).await.unwrap();
        assert_eq!((ids(&compared.outside), ids(&compared.gone)), (vec![moved.id], vec![removed.id]));
    }
}

async fn a_default_name_says_of_what_and_counts_only_what_is_there(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    add(officer, input(&add_asset(officer, "顧客リスト", "営業部").await)).await;
    let sales = department(officer, "営業部").await;
    let of_sales = take(officer, catalog(), Input { department: Some(sales), ..Input::default() }).await.unwrap();
    assert_eq!(of_sales.name, "2026年11月24日の営業部のリスクアセスメント");
    let whole = async || take(officer, catalog(), Input::default()).await.unwrap();
    let first = whole().await;
    assert_eq!(first.name, "2026年11月24日のリスクアセスメント");
    remove(officer, first.id).await.unwrap();
    let again = whole().await;
    assert_eq!(again.name, first.name, "the removed one is not counted");
    let second = whole().await;
    assert_eq!(second.name, "2026年11月24日のリスクアセスメント（2回目）");
    remove(officer, again.id).await.unwrap();
    assert_eq!(whole().await.name, "2026年11月24日のリスクアセスメント（3回目）", "not that of one that is there");
}

async fn the_next_one_follows_the_last_of_the_same_scope(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    add(officer, input(&add_asset(officer, "顧客リスト", "営業部").await)).await;
    let sales = department(officer, "営業部").await;
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    assert_eq!(next(officer, &list(officer).await.unwrap(), 12), None);
    let whole = take(officer, catalog(), Input::default()).await.unwrap();
    company.clock.advance(std::time::Duration::from_secs(86_400));
    let of_sales = take(officer, catalog(), Input { department: Some(sales), ..Input::default() }).await.unwrap();
    for (context, last, on) in [(officer, &whole, "2027-11-24"), (&manager, &of_sales, "2027-11-25")] {
        let found = next(context, &list(context).await.unwrap(), 12).unwrap();
        assert_eq!((&found.last, found.on.to_string().as_str(), found.is_due), (last, on, false));
    }
    company.clock.advance(std::time::Duration::from_secs(364 * 86_400));
    let is_due = async |context: &app::Context| next(context, &list(context).await.unwrap(), 12).unwrap().is_due;
    assert_eq!((is_due(officer).await, is_due(&manager).await), (true, false), "on 2027-11-24");
}

async fn roles_keep_to_what_they_may(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    add(&company.officer, event("受注が止まる")).await;
    let taken = take(&company.officer, catalog(), Input::default()).await.unwrap();
    for role in Role::ALL.into_iter().filter(|role| !role.of_department()) {
        let context = company.with_role(role, None);
        let reads = role.allows(Permission::ReadRisks);
        for result in [
            list(&context).await.map(|_| ()),
            find(&context, taken.id).await.map(|_| ()),
            compare(&context, taken.id, taken.id).await.map(|_| ()),
        ] {
            assert_eq!(result.is_ok(), reads, "{role:?} {result:?}");
        }
        let made = take(&context, catalog(), Input::default()).await;
        assert_eq!(made.is_ok(), role.allows(Permission::EditRisks), "{role:?} {made:?}");
        if !role.allows(Permission::EditRisks) {
            assert!(matches!(remove(&context, taken.id).await, Err(Error::Forbidden)), "{role:?}");
        }
    }
}

async fn a_manager_keeps_to_the_department(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let own = add_asset(&company.officer, "顧客リスト", "営業部").await;
    let other = add_asset(&company.officer, "図面", "製造部").await;
    add(&company.officer, input(&own)).await;
    add(&company.officer, input(&other)).await;
    let whole = take(&company.officer, catalog(), Input::default()).await.unwrap();
    let (sales, factory) = (department(&company.officer, "営業部").await, department(&company.officer, "製造部").await);
    let manager = company.with_role(Role::DepartmentManager, Some(sales));
    assert!(list(&manager).await.unwrap().is_empty());
    assert!(matches!(find(&manager, whole.id).await, Err(Error::NotFound(_))));
    assert!(matches!(take(&manager, catalog(), Input::default()).await, Err(Error::Invalid { .. })));
    let theirs = Input { department: Some(factory), ..Input::default() };
    assert!(matches!(take(&manager, catalog(), theirs).await, Err(Error::Forbidden)));
    let mine = Input { department: Some(sales), ..Input::default() };
    let taken = take(&manager, catalog(), mine).await.unwrap();
    assert_eq!((taken.scope.as_str(), taken.heat_map.total()), ("営業部", 1));
    assert_eq!(list(&manager).await.unwrap(), [taken]);
}

async fn another_organization_sees_nothing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    add(&company.officer, event("受注が止まる")).await;
    let taken = take(&company.officer, catalog(), Input::default()).await.unwrap();
    let other = company.another("隣の会社").await;
    assert!(list(&other).await.unwrap().is_empty());
    assert!(matches!(find(&other, taken.id).await, Err(Error::NotFound(_))));
    assert!(matches!(compare(&other, taken.id, taken.id).await, Err(Error::NotFound(_))));
    assert!(matches!(remove(&other, taken.id).await, Err(Error::NotFound(_))));
    assert!(matches!(take(&other, catalog(), Input::default()).await, Err(Error::Refused(_))));
    assert_eq!(list(&company.officer).await.unwrap().len(), 1);
}
