//! What a plan promises is what it brings about, and what was approved is asked again only for a reason.

use app::organization::{self, CriteriaChoice, choose_criteria};
use app::people::{NewRole, add_role};
use app::risk::{self, Approval, Filter, Query, Risk, find, list, summary, workers};
use app::treatment::{
    Acceptance, Affected, ApprovalState, Input, TaskInput, TaskStatus, approve, decide, preview_finish, progress,
    send_back,
};
use app::{Context, DepartmentId, Error, Role};
use method::Rating;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use crate::people_of_tests::{colleague, signed_in_as};

use super::super::risk::{add, add_asset, catalog};
use super::{because, decided, owned, reduce};

on_both_engines!(
    controls_bring_about_what_was_forecast,
    what_is_avoided_normally_does_not_happen,
    other_criteria_may_ask_for_more,
    what_was_sent_back_waits_for_whoever_decides,
    tasks_go_to_people_who_see_the_risk,
);

async fn finish(context: &Context, risk: &Risk, place: usize) -> Risk {
    let task = risk.content.decision.as_ref().unwrap().tasks[place].id;
    progress(context, catalog(), risk.id, risk.version, task, TaskStatus::Done, true).await.unwrap()
}

/// Whatever the company has answered: the level after the last task is the one that was approved.
async fn controls_bring_about_what_was_forecast(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let asset = add_asset(officer, "顧客リスト", "営業部").await;
    let owner = risk::owners(officer).await.unwrap()[0].account;
    let line = catalog().lines.iter().find(|line| line.id == "office-pc.ransomware").unwrap();
    let controls: Vec<String> = { line.measures.iter() }
        .filter_map(|id| catalog().measures.iter().find(|measure| measure.id == *id)?.controls.first().cloned())
        .chain(["8.24".to_owned()])
        .take(3)
        .collect();
    for answer in [None, Some(Rating::HIGH), Some(Rating::MEDIUM)] {
        let organization = organization::find(officer).await.unwrap();
        let mut profile = organization.answers(catalog()).unwrap();
        for measure in line.measures.iter().take(2) {
            profile.set_measure(measure, answer);
        }
        organization::answer(officer, catalog(), profile, organization.version).await.unwrap();
        let typed =
            risk::Input { asset: Some(asset.id), line: line.id.clone(), owner: Some(owner), ..risk::Input::default() };
        let mut risk = add(officer, typed).await;
        let task = |control: &String| TaskInput { control: control.clone(), ..TaskInput::default() };
        let plan = Input { treatment: "reduce".into(), tasks: controls.iter().map(task).collect(), ..Input::default() };
        risk = decided(officer, &risk, plan).await;
        let promised = risk.analysis.numbers().residual_level().unwrap();
        risk = approve(officer, catalog(), risk.id, risk.version, because(&risk, "計画どおり")).await.unwrap();
        for place in 0..controls.len() {
            risk = finish(officer, &risk, place).await;
            assert_eq!(risk.approval, ApprovalState::Approved, "{answer:?}: work makes no approval stale");
        }
        assert_eq!(risk.analysis.level(), promised, "{answer:?}");
    }
}

async fn what_is_avoided_normally_does_not_happen(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let mut plan = reduce();
    plan.tasks.truncate(1);
    plan.tasks[0].control = String::new();
    let plan = Input { treatment: "avoid".into(), means: "車で運ぶのをやめる".into(), expected: None, ..plan };
    let risk = decided(officer, &owned(officer).await, plan).await;
    let promised = risk.analysis.numbers().residual_level().unwrap();
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let effect = preview_finish(officer, catalog(), risk.id, task).await.unwrap().effect.unwrap();
    assert_eq!((effect.affected, effect.now, effect.then), (Affected::Threat, Rating::HIGH, Rating::LOW));
    let done = finish(officer, &risk, 0).await;
    assert_eq!((done.analysis.level(), promised.value()), (promised, 3));
}

/// What was accepted without a word, because it lay within the criteria, does not stay so where it no longer does.
async fn other_criteria_may_ask_for_more(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = decided(officer, &owned(officer).await, Input { expected: Some(1), ..reduce() }).await;
    assert_eq!(risk.analysis.numbers().residual_level().unwrap().value(), 3);
    choose_criteria(officer, CriteriaChoice::Ipa, 1).await.unwrap();
    let silent = Acceptance { reason: String::new(), review_on: String::new(), numbers: risk.analysis.numbers() };
    let approved = approve(officer, catalog(), risk.id, risk.version, silent).await.unwrap();
    assert_eq!(approved.approval, ApprovalState::Approved);
    let state = async || {
        let found = find(officer, catalog(), risk.id).await.unwrap().risk.approval;
        let listed = list(officer, &Query::default()).await.unwrap().risks[0].approval;
        assert_eq!(found, listed, "the list says the same");
        (found, summary(officer).await.unwrap().waiting_for_me)
    };
    choose_criteria(officer, CriteriaChoice::Tokyo, 2).await.unwrap();
    assert_eq!(state().await, (ApprovalState::Stale, 1), "3 is above the line of 東京都");
    choose_criteria(officer, CriteriaChoice::Ipa, 3).await.unwrap();
    assert_eq!(state().await, (ApprovalState::Approved, 0));
}

async fn what_was_sent_back_waits_for_whoever_decides(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = decided(officer, &owned(officer).await, reduce()).await;
    let approved = approve(officer, catalog(), risk.id, risk.version, because(&risk, "予算の範囲")).await.unwrap();
    let back = send_back(officer, catalog(), risk.id, approved.version, "期限を早めてください").await.unwrap();
    assert_eq!((back.approval, &back.content.approval), (ApprovalState::SentBack, &None), "an approval falls with it");
    let told = summary(officer).await.unwrap();
    assert_eq!((told.sent_back, told.waiting, told.waiting_for_me), (1, 0, 0));
    let filter = Filter { approval: Some(Approval::SentBack), ..Filter::default() };
    let listed = list(officer, &Query { filter, ..Query::default() }).await.unwrap().risks;
    assert_eq!(listed.iter().map(|line| line.id).collect::<Vec<_>>(), [risk.id]);
    let mut plan = reduce();
    plan.tasks[0].due_on = "2026-12-01".into();
    let anew = decided(officer, &back, plan).await;
    assert_eq!((anew.approval, summary(officer).await.unwrap().waiting_for_me), (ApprovalState::Open, 1));
}

async fn tasks_go_to_people_who_see_the_risk(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let sales: DepartmentId = add_asset(officer, "顧客リスト", "営業部").await.department.unwrap();
    let email = colleague(&database.store, &company).await;
    let account = signed_in_as(&company.visitor, email).await.account.id;
    // Of sales, and of the whole company.
    let mut offered = [false, false];
    for (role, department, expected) in [
        (Role::Auditor, None, [false, false]),
        (Role::DepartmentManager, Some(sales), [true, false]),
        (Role::TopManagement, None, [true, true]),
    ] {
        let people = workers(officer).await.unwrap();
        let of = |department| people.iter().any(|person| person.account == account && person.covers(department));
        assert_eq!([of(Some(sales)), of(None)], offered, "before {role:?}");
        add_role(officer, NewRole { account, role: Some(role), department }).await.unwrap();
        offered = expected;
    }
    assert!(workers(officer).await.unwrap().iter().any(|person| person.account == account && person.covers(None)));
    let mut plan = reduce();
    plan.tasks[0].responsible_account = Some(app::AccountId::new());
    let risk = owned(officer).await;
    let refused = decide(officer, catalog(), risk.id, risk.version, plan).await.unwrap_err();
    assert!(matches!(&refused, Error::Invalid { problems } if problems.len() == 1), "{refused:?}");
}
