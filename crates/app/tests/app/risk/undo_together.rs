//! Undoing all that one operation did to risks.

use app::asset::{self, Asset};
use app::audit_log::{
    Entity, Filter, Place, Together, find, list as log, preview_together, undo, undo_together, verify,
};
use app::risk::{
    self, Content, Identified, Input, Numbers, Query, Risk, assign_owner, identify, list, propose, remove_many,
};
use app::treatment::{ApprovalState, decide};
use app::{Actor, Context, Error, Permission, RiskId, Role};
use method::Medium;
use testkit::company::{Company, company};
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;
use uuid::Uuid;

use super::undo::{newest, plan, present, state};
use super::undo_advice::remark;
use super::undo_approval::approved;
use super::{add, add_asset, catalog, input};

on_both_engines!(
    what_was_identified_goes_and_comes_back,
    more_than_is_read_at_a_time_goes,
    what_was_removed_comes_back_with_its_numbers_and_approvals,
    an_approval_that_its_giver_took_along_stays_away,
    owners_are_set_back,
    one_that_has_changed_since_holds_all,
    what_is_undone_already_is_passed_over,
    a_risk_that_changed_twice_is_one,
    what_changed_nothing_is_not_undone,
    assets_may_change_at_the_same_moment,
    only_operations_on_risks_alone_are_undone_so,
    only_who_may_undo_does,
);

/// The same person in a request of its own.
fn at_once(context: &Context) -> Context {
    let mut context = context.clone();
    context.request = Uuid::now_v7();
    context
}

/// So many risks of a new asset, of one operation; with the number of its last record.
async fn identified(company: &Company, count: usize) -> (Vec<Risk>, i64) {
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let wanted = Identified { lines: lines(officer, count).await, assets: vec![asset.id], all_without_risks: false };
    assert_eq!(identify(&at_once(officer), catalog(), &wanted).await.unwrap(), count as u64);
    (all(officer).await, newest(officer).await)
}

/// So many threat lines of PCs.
async fn lines(context: &Context, count: usize) -> Vec<String> {
    let proposed = propose(context, catalog(), Medium::OfficePc).await.unwrap().lines;
    proposed.into_iter().take(count).map(|line| line.line).collect()
}

/// Every risk that there is, by its id.
async fn all(context: &Context) -> Vec<Risk> {
    let mut risks = Vec::new();
    for line in list(context, &Query::default()).await.unwrap().risks {
        risks.push(present(context, line.id).await.unwrap());
    }
    risks.sort_by_key(|risk| risk.id);
    risks
}

/// Whatever an undoing has to restore, of each.
fn states(risks: &[Risk]) -> Vec<(RiskId, (Numbers, ApprovalState, Content))> {
    risks.iter().map(|risk| (risk.id, state(risk))).collect()
}

async fn together(context: &Context, sequence: i64) -> Option<u64> {
    find(context, catalog(), sequence).await.unwrap().together
}

fn refused(result: Result<u64, Error>) -> String {
    match result {
        Err(Error::Refused(reason)) => reason,
        other => panic!("{other:?}"),
    }
}

async fn what_was_identified_goes_and_comes_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (before, last) = identified(&company, 3).await;
    for record in [last, last - 1, last - 2] {
        assert_eq!(together(officer, record).await, Some(3), "{record}");
        let told = preview_together(officer, record).await.unwrap();
        assert_eq!(told, Together { removed: 3, ..Together::default() });
    }
    assert_eq!(undo_together(&at_once(officer), catalog(), last - 1).await.unwrap(), 3);
    assert!(all(officer).await.is_empty());
    let undoing = newest(officer).await;
    let entries = log(officer, &Filter::default(), Place::Newest, 3).await.unwrap().entries;
    let undone: Vec<_> = entries.iter().map(|entry| (entry.entity, entry.undoes)).collect();
    let of = |sequence| (Some(Entity::Risk), Some(sequence));
    assert_eq!(undone, [of(last - 2), of(last - 1), of(last)], "the newest was undone first");

    assert_eq!(preview_together(officer, last).await.unwrap(), Together::default());
    let twice = refused(undo_together(officer, catalog(), last).await);
    assert!(twice.contains("もうすべて取り消されています"), "{twice}");
    assert_eq!(newest(officer).await, undoing, "nothing was written");

    // The undoing is undone, and that again.
    let told = preview_together(officer, undoing).await.unwrap();
    assert_eq!(told, Together { brought_back: 3, ..Together::default() });
    assert_eq!(undo_together(&at_once(officer), catalog(), undoing).await.unwrap(), 3);
    assert_eq!(states(&all(officer).await), states(&before));
    assert_eq!(together(officer, last).await, Some(3));
    assert_eq!(undo_together(&at_once(officer), catalog(), last).await.unwrap(), 3);
    assert!(all(officer).await.is_empty());
    assert!(verify(officer).await.unwrap().is_whole());
}

async fn more_than_is_read_at_a_time_goes(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    for number in 0..41 {
        add_asset(officer, &format!("資産{number}"), "営業部").await;
    }
    let wanted = Identified { lines: lines(officer, 5).await, assets: Vec::new(), all_without_risks: true };
    assert_eq!(identify(&at_once(officer), catalog(), &wanted).await.unwrap(), 205);
    let last = newest(officer).await;
    assert_eq!(preview_together(officer, last).await.unwrap().removed, 205);
    assert_eq!(undo_together(&at_once(officer), catalog(), last).await.unwrap(), 205);
    assert!(list(officer, &Query::default()).await.unwrap().risks.is_empty());
}

/// Three risks: approved by another person, who has that role, decided, and open; with that person.
async fn three(company: &Company, role: Role) -> (Context, Vec<Risk>) {
    let officer = &company.officer;
    let (owner, _) = approved(company, role).await;
    let asset = add_asset(officer, "図面", "製造部").await;
    let decided = add(officer, input(&asset)).await;
    decide(officer, catalog(), decided.id, decided.version, plan()).await.unwrap();
    add(officer, Input { title: "水にぬれる".into(), ..input(&asset) }).await;
    (owner, all(officer).await)
}

async fn what_was_removed_comes_back_with_its_numbers_and_approvals(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (_, before) = three(&company, Role::TopManagement).await;
    let ids: Vec<_> = before.iter().map(|risk| risk.id).collect();
    assert_eq!(remove_many(&at_once(officer), &ids).await.unwrap(), 3);
    let record = newest(officer).await;
    let told = preview_together(officer, record).await.unwrap();
    assert_eq!(told, Together { brought_back: 3, ..Together::default() });
    assert_eq!(undo_together(&at_once(officer), catalog(), record).await.unwrap(), 3);
    let after = all(officer).await;
    assert_eq!(states(&after), states(&before));
    assert!(after.iter().any(|risk| risk.approval == ApprovalState::Approved));
}

async fn an_approval_that_its_giver_took_along_stays_away(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (owner, before) = three(&company, Role::SecurityOfficer).await;
    let ids: Vec<_> = before.iter().map(|risk| risk.id).collect();
    remove_many(&at_once(&owner), &ids).await.unwrap();
    let record = newest(officer).await;
    let all_back = Together { brought_back: 3, ..Together::default() };
    assert_eq!(preview_together(&owner, record).await.unwrap(), all_back);
    assert_eq!(preview_together(officer, record).await.unwrap(), Together { without_approval: 1, ..all_back });
    undo_together(&at_once(officer), catalog(), record).await.unwrap();
    let after = all(officer).await;
    let numbers = |risks: &[Risk]| risks.iter().map(|risk| (risk.id, risk.analysis.numbers())).collect::<Vec<_>>();
    assert_eq!(numbers(&after), numbers(&before));
    assert!(after.iter().all(|risk| risk.approval != ApprovalState::Approved));
}

async fn owners_are_set_back(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (_, before) = three(&company, Role::TopManagement).await;
    let ids: Vec<_> = before.iter().map(|risk| risk.id).collect();
    let hanako = officer.account().unwrap();
    assert_eq!(assign_owner(&at_once(officer), catalog(), &ids, hanako).await.unwrap(), 3);
    assert!(all(officer).await.iter().all(|risk| risk.approval != ApprovalState::Approved));
    let record = newest(officer).await;
    let told = preview_together(officer, record).await.unwrap();
    assert_eq!(told, Together { set_back: 3, ..Together::default() });
    assert_eq!(undo_together(&at_once(officer), catalog(), record).await.unwrap(), 3);
    assert_eq!(states(&all(officer).await), states(&before));
}

async fn one_that_has_changed_since_holds_all(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (risks, last) = identified(&company, 5).await;
    let changed = remark(officer, &risks[0], "1回目").await;
    let before = all(officer).await;
    let held = refused(undo_together(&at_once(officer), catalog(), last).await);
    for part in ["リスクが1件", &risks[0].label(), &format!("先に、新しい記録（記録{changed}）から順に")]
    {
        assert!(held.contains(part), "{part}: {held}");
    }
    assert!(!held.contains("など。記録"), "{held}");
    assert_eq!((newest(officer).await, states(&all(officer).await)), (changed, states(&before)), "nothing changes");

    for risk in &risks[1..4] {
        remark(officer, risk, "1回目").await;
    }
    let held = refused(undo_together(&at_once(officer), catalog(), last).await);
    assert!(held.contains("リスクが4件") && held.contains("など。記録"), "{held}");
    assert_eq!(held.matches("」（記録").count(), 3, "three of them are named: {held}");

    // Who follows the advice arrives.
    for record in changed..changed + 4 {
        undo(officer, catalog(), record).await.unwrap();
    }
    assert_eq!(undo_together(&at_once(officer), catalog(), last).await.unwrap(), 5);
    assert!(all(officer).await.is_empty());
}

async fn what_is_undone_already_is_passed_over(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (_, last) = identified(&company, 3).await;
    undo(officer, catalog(), last - 1).await.unwrap();
    let alone = newest(officer).await;
    assert_eq!(all(officer).await.len(), 2);
    assert_eq!(together(officer, last - 1).await, Some(2), "the others");
    assert_eq!(together(officer, alone).await, None);
    undo(officer, catalog(), last).await.unwrap();
    assert_eq!(together(officer, last).await, None, "one is undone by its own record");
    // It stands again.
    undo(officer, catalog(), newest(officer).await).await.unwrap();
    assert_eq!(undo_together(&at_once(officer), catalog(), last - 1).await.unwrap(), 2);
    assert!(all(officer).await.is_empty());
}

async fn a_risk_that_changed_twice_is_one(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let operation = at_once(officer);
    let risk = add(&operation, input(&asset)).await;
    // As it was added in the end, too: the records are undone one after another all the same.
    remark(&operation, &risk, "書き足した").await;
    let last = remark(&operation, &risk, &risk.content.remarks).await;
    assert_eq!(preview_together(officer, last).await.unwrap(), Together { removed: 1, ..Together::default() });
    assert_eq!(together(officer, last).await, Some(3), "changes");
    assert_eq!(undo_together(&at_once(officer), catalog(), last).await.unwrap(), 3);
    assert!(all(officer).await.is_empty());
}

async fn what_changed_nothing_is_not_undone(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (risks, _) = identified(&company, 2).await;
    risk::report(&at_once(officer), catalog(), &risk::Filter::default(), "xlsx").await.unwrap();
    let record = newest(officer).await;
    assert_eq!(together(officer, record).await, None);
    let refused = refused(undo_together(&at_once(officer), catalog(), record).await);
    assert_eq!(refused, "この操作で変わったリスクはありません。");
    assert_eq!(states(&all(officer).await), states(&risks));
}

/// Writes remarks into the asset.
async fn mend(context: &Context, asset: &Asset) -> Result<Asset, Error> {
    let typed = asset::Input { remarks: "直した".into(), ..asset::Input::from(&asset.content) };
    asset::edit(&at_once(context), asset.id, asset.version, typed).await
}

async fn assets_may_change_at_the_same_moment(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let mut assets = Vec::new();
    for number in 0..4 {
        assets.push(add_asset(officer, &format!("資産{number}"), "営業部").await);
    }
    let wanted = Identified { lines: lines(officer, 2).await, assets: Vec::new(), all_without_risks: true };
    assert_eq!(identify(&at_once(officer), catalog(), &wanted).await.unwrap(), 8);
    let ids: Vec<_> = all(officer).await.iter().map(|risk| risk.id).collect();
    assert_eq!(remove_many(&at_once(officer), &ids).await.unwrap(), 8);
    let record = newest(officer).await;
    let undoing = at_once(officer);
    // Nobody waits for one who waits for them.
    let (undone, first, second, third, fourth) = tokio::join!(
        undo_together(&undoing, catalog(), record),
        mend(officer, &assets[0]),
        mend(officer, &assets[1]),
        mend(officer, &assets[2]),
        mend(officer, &assets[3]),
    );
    assert_eq!(undone.unwrap(), 8);
    for mended in [first, second, third, fourth] {
        assert_eq!(mended.unwrap().content.line.remarks, "直した");
    }
    assert_eq!(all(officer).await.len(), 8);
}

async fn only_operations_on_risks_alone_are_undone_so(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let (risks, _) = identified(&company, 3).await;
    let asset = risks[0].content.subject.asset().unwrap();
    asset::remove(&at_once(officer), asset, 1).await.unwrap();
    let removed = newest(officer).await;
    for record in [removed, removed - 1, removed - 3] {
        assert_eq!(together(officer, record).await, None, "{record}");
        assert_eq!(preview_together(officer, record).await.unwrap(), Together::default());
        let other = refused(undo_together(&at_once(officer), catalog(), record).await);
        assert!(other.contains("リスクだけを変えた操作"), "{other}");
    }
    undo(&at_once(officer), catalog(), removed).await.unwrap();
    assert_eq!(states(&all(officer).await), states(&risks), "the asset brings them along");
}

async fn only_who_may_undo_does(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let (risks, last) = identified(&company, 3).await;
    let mut reading = company.officer.clone();
    if let Actor::Person { read_only, .. } = &mut reading.actor {
        *read_only = true;
    }
    let others = Role::ALL.into_iter().filter(|role| *role != Role::SecurityOfficer);
    for context in others.map(|role| company.with_role(role, None)).chain([reading]) {
        let undone = undo_together(&context, catalog(), last).await;
        assert!(matches!(undone, Err(Error::Forbidden)), "{:?}", context.actor);
        assert!(matches!(preview_together(&context, last).await, Err(Error::Forbidden)), "{:?}", context.actor);
        if context.require(Permission::ReadAuditLog).is_ok() {
            assert_eq!(together(&context, last).await, None, "{:?}", context.actor);
        }
    }
    let other = company.another("隣の会社").await;
    for context in [&other, &company.elsewhere()] {
        assert!(matches!(undo_together(context, catalog(), last).await, Err(Error::NotFound(_))));
        assert!(matches!(preview_together(context, last).await, Err(Error::NotFound(_))));
    }
    assert_eq!(states(&all(&company.officer).await), states(&risks));
}
