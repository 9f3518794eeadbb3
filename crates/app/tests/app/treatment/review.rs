//! The day of review comes, the owner changes, half of the work is done.

use std::time::Duration;

use app::people::{NewRole, add_role};
use app::risk::{self, Filter, Query, edit, list, summary};
use app::treatment::{
    Acceptance, ApprovalState, TaskStatus, approve, plan, preview_finish, progress, suggestion, withdraw,
};
use app::{Context, Role};
use method::{Rating, Treatment};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::super::risk::{add, add_asset, catalog, input};
use super::{accept, because, decided, owned, reduce};
use crate::people_of_tests::{colleague, signed_in_as};

on_both_engines!(
    the_owner_accepts_once_more_when_the_day_comes,
    a_day_goes_with_its_decision,
    another_owner_approves_anew,
    half_of_a_plan_does_no_more_than_the_whole,
    no_control_is_asked_for_where_no_threat_is_known,
);

const DAY: u64 = 86_400;

async fn due(context: &Context) -> (u64, u64) {
    let found = summary(context).await.unwrap();
    (found.review_due, found.review_due_for_me)
}

async fn the_owner_accepts_once_more_when_the_day_comes(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = decided(officer, &owned(officer).await, accept()).await;
    let risk = approve(officer, catalog(), risk.id, risk.version, because(&risk, "代わりがない")).await.unwrap();
    assert_eq!(due(officer).await, (0, 0));
    company.clock.advance(Duration::from_secs(200 * DAY));
    assert_eq!(due(officer).await, (1, 1));
    // Another day of the risk's own does not put off what the owner has to look at.
    let later = risk::Input { review_on: "2028-01-01".into(), ..risk::Input::from(&risk.content) };
    let risk = edit(officer, catalog(), risk.id, risk.version, later).await.unwrap();
    assert_eq!((risk.approval, due(officer).await), (ApprovalState::Approved, (1, 1)));
    let again = Acceptance { review_on: "2027-12-01".into(), ..because(&risk, "今も代わりがない") };
    let again = approve(officer, catalog(), risk.id, risk.version, again).await.unwrap();
    assert_eq!(again.content.approval.as_ref().unwrap().reason, "今も代わりがない");
    assert_eq!(due(officer).await, (0, 0));
    assert_eq!(again.content.next_review(), Some(jiff::civil::date(2027, 12, 1)), "the nearest of both");
}

async fn a_day_goes_with_its_decision(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = decided(officer, &owned(officer).await, accept()).await;
    let listed = list(officer, &Query::default()).await.unwrap().risks;
    assert_eq!(listed[0].review_on, Some(jiff::civil::date(2027, 3, 31)), "before anybody approves, too");
    let risk = withdraw(officer, catalog(), risk.id, risk.version).await.unwrap();
    assert_eq!(risk.content.next_review(), None);
    company.clock.advance(Duration::from_secs(200 * DAY));
    assert_eq!(due(officer).await, (0, 0));
}

async fn another_owner_approves_anew(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let email = colleague(&database.store, &company).await;
    let account = signed_in_as(&company.visitor, email).await.account.id;
    add_role(officer, NewRole { account, role: Some(Role::TopManagement), department: None }).await.unwrap();
    let risk = decided(officer, &owned(officer).await, accept()).await;
    let risk = approve(officer, catalog(), risk.id, risk.version, because(&risk, "代わりがない")).await.unwrap();
    let other = risk::Input { owner: Some(account), ..risk::Input::from(&risk.content) };
    let risk = edit(officer, catalog(), risk.id, risk.version, other).await.unwrap();
    assert_eq!(risk.approval, ApprovalState::Stale);
    assert!(risk.content.approval.is_some(), "what the first one said stays readable");
    let back = risk::Input { owner: officer.account(), ..risk::Input::from(&risk.content) };
    let risk = edit(officer, catalog(), risk.id, risk.version, back).await.unwrap();
    assert_eq!(risk.approval, ApprovalState::Stale, "nobody is made to approve by getting the risk back");
    let risk = approve(officer, catalog(), risk.id, risk.version, because(&risk, "今も代わりがない")).await.unwrap();
    assert_eq!(risk.approval, ApprovalState::Approved);
}

async fn half_of_a_plan_does_no_more_than_the_whole(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let mut typed = reduce();
    typed.tasks[1].what = "鍵の決まりを作る".into();
    typed.tasks[1].control = String::new();
    // What follows from controls, not what somebody has said.
    let risk = owned(officer).await;
    let computed = risk::Input { vulnerability_rating: None, ..risk::Input::from(&risk.content) };
    let risk = edit(officer, catalog(), risk.id, risk.version, computed).await.unwrap();
    let risk = decided(officer, &risk, typed).await;
    assert_eq!((risk.analysis.level().value(), risk.analysis.numbers().residual_level().unwrap().value()), (9, 6));
    let task = |place: usize| risk.content.decision.as_ref().unwrap().tasks[place].id;
    let half = progress(officer, catalog(), risk.id, risk.version, task(0), TaskStatus::Done, true).await.unwrap();
    assert!(half.analysis.vulnerability.value >= Rating::MEDIUM);
    assert_eq!(half.analysis.numbers().residual_level().unwrap().value(), 6, "what was forecast is still ahead");
    let planned = plan(officer, &app::treatment::Query::default()).await.unwrap().tasks;
    let levels: Vec<_> = planned.iter().map(|task| (task.level, task.residual_level)).collect();
    assert_eq!(levels, [(9, Some(6)); 2], "both lines of one plan say the same");
    let mut now = progress(officer, catalog(), risk.id, half.version, task(1), TaskStatus::Done, true).await.unwrap();
    assert_eq!(now.analysis.level().value(), 6);
    // The control stays in place where its task is set back; that makes the risk no smaller than the whole plan did.
    for place in [0, 1] {
        let promised = preview_finish(officer, catalog(), risk.id, task(place)).await.unwrap().back.unwrap();
        now = progress(officer, catalog(), risk.id, now.version, task(place), TaskStatus::Doing, false).await.unwrap();
        assert_eq!((now.analysis.level(), now.analysis.level().value()), (promised, 6));
    }
}

async fn no_control_is_asked_for_where_no_threat_is_known(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let unknown =
        risk::Input { asset: Some(asset.id), vulnerabilities: input(&asset).vulnerabilities, ..risk::Input::default() };
    let risk = add(officer, unknown).await;
    assert_eq!((risk.analysis.threat_known, risk.analysis.level().value()), (false, 3));
    let exposed = Filter { exposed: true, ..Filter::default() };
    assert!(list(officer, &Query { filter: exposed, ..Query::default() }).await.unwrap().risks.is_empty());
    assert_eq!(summary(officer).await.unwrap().exposed, 0);
    let found = risk::find(officer, catalog(), risk.id).await.unwrap();
    assert_eq!(suggestion(&found.risk.analysis, &found.knowledge).treatment, Treatment::Accept);
}
