//! The owner's approval, and when it no longer holds.

use app::risk::{self, Filter, Query, find, list, summary};
use app::treatment::{Acceptance, ApprovalState, Input, approve, decide, send_back, withdraw};
use app::{Error, FieldProblem, asset};
use method::RelationCase;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::super::risk::catalog;
use super::{accept, because, decided, owned, reduce};

on_both_engines!(
    a_plan_is_decided_and_approved,
    acceptance_above_the_line_needs_reason_and_day,
    a_day_of_review_lies_ahead,
    goes_stale_when_the_risk_changes,
    is_sent_back_and_withdrawn,
    names_what_is_missing,
);

async fn a_plan_is_decided_and_approved(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let risk = decided(&company.officer, &risk, reduce()).await;
    assert_eq!(risk.approval, ApprovalState::Open);
    assert_eq!(risk.analysis.numbers().residual_level().unwrap().value(), 6);
    let decision = risk.content.decision.as_ref().unwrap();
    assert_eq!(decision.tasks[1].what, "暗号の使用", "a control alone says what is done");
    assert_eq!(decision.tasks[0].cost, Some(12_000));
    assert_eq!(summary(&company.officer).await.unwrap().waiting_for_me, 1);
    let same = decided(&company.officer, &risk, reduce_again(&risk)).await;
    assert_eq!(same.version, risk.version);
    let approved =
        approve(&company.officer, catalog(), risk.id, risk.version, because(&risk, "予算の範囲")).await.unwrap();
    assert_eq!(approved.approval, ApprovalState::Approved);
    assert_eq!(approved.content.next_review(), Some(jiff::civil::date(2027, 3, 31)));
    assert_eq!(summary(&company.officer).await.unwrap().waiting, 0);
    // Another decision is to be approved anew.
    let again = decided(&company.officer, &approved, accept()).await;
    assert_eq!(again.approval, ApprovalState::Open);
}

fn reduce_again(risk: &risk::Risk) -> Input {
    Input::from(risk.content.decision.as_ref().unwrap())
}

async fn acceptance_above_the_line_needs_reason_and_day(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let bare = Input { treatment: "accept".into(), ..Input::default() };
    let error = decide(&company.officer, catalog(), risk.id, risk.version, bare).await.unwrap_err();
    assert!(matches!(&error, Error::Invalid { problems } if problems.len() == 2), "{error:?}");
    let risk = decided(&company.officer, &risk, accept()).await;
    let silent = Acceptance { reason: String::new(), review_on: String::new(), numbers: risk.analysis.numbers() };
    let none = approve(&company.officer, catalog(), risk.id, risk.version, silent).await.unwrap_err();
    let Error::Invalid { problems } = &none else { panic!("{none:?}") };
    assert_eq!(problems.iter().map(|problem| problem.field.as_ref()).collect::<Vec<_>>(), ["reason", "review_on"]);
    let approved =
        approve(&company.officer, catalog(), risk.id, risk.version, because(&risk, "代わりがない")).await.unwrap();
    let found = find(&company.officer, catalog(), risk.id).await.unwrap();
    let accepted = found.risk.analysis.is_accepted(&found.risk.content, &found.knowledge);
    assert_eq!(approved.analysis.relation(accepted), RelationCase::Accepted);
    let exposed = Filter { exposed: true, ..Filter::default() };
    assert!(list(&company.officer, &Query { filter: exposed, ..Query::default() }).await.unwrap().risks.is_empty());
}

async fn a_day_of_review_lies_ahead(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let look_ahead = [FieldProblem::new("review_on", "『見直す日』は、今日より後の日にしてください。")];
    let problems = |error: Error| match error {
        Error::Invalid { problems } => problems,
        other => panic!("{other:?}"),
    };
    let until = |day: &str| Input { review_on: day.into(), ..accept() };
    let (yesterday, today, tomorrow) = ("2026-11-23", "2026-11-24", "2026-11-25");
    let risk = owned(officer).await;
    for day in [yesterday, today] {
        let refused = decide(officer, catalog(), risk.id, risk.version, until(day)).await.unwrap_err();
        assert_eq!(problems(refused), look_ahead, "{day}");
    }
    let risk = decided(officer, &risk, until(tomorrow)).await;
    assert_eq!(risk.content.decision.as_ref().unwrap().review_on, Some(jiff::civil::date(2026, 11, 25)));
    for day in [yesterday, today] {
        let late = Acceptance { review_on: day.into(), ..because(&risk, "代わりがない") };
        let refused = approve(officer, catalog(), risk.id, risk.version, late).await.unwrap_err();
        assert_eq!(problems(refused), look_ahead, "{day}");
    }
    let ahead = Acceptance { review_on: tomorrow.into(), ..because(&risk, "代わりがない") };
    let approved = approve(officer, catalog(), risk.id, risk.version, ahead).await.unwrap();
    assert_eq!(approved.content.next_review(), Some(jiff::civil::date(2026, 11, 25)));
    // Tomorrow begins at 15:00 UTC: the clock stood at 00:00 UTC, 09:00 in Japan.
    company.clock.advance(std::time::Duration::from_secs(15 * 60 * 60));
    let refused = decide(officer, catalog(), risk.id, approved.version, until(tomorrow)).await.unwrap_err();
    assert_eq!(problems(refused), look_ahead, "the day is Japan's");
}

async fn goes_stale_when_the_risk_changes(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let asset_id = risk.content.subject.asset().unwrap();
    let risk = decided(&company.officer, &risk, accept()).await;
    let risk =
        approve(&company.officer, catalog(), risk.id, risk.version, because(&risk, "代わりがない")).await.unwrap();
    let current = asset::find(&company.officer, asset_id).await.unwrap().asset;
    let plain = asset::Input { personal: false, confidentiality: Some(2), ..asset::Input::from(&current.content) };
    asset::edit(&company.officer, asset_id, current.version, plain).await.unwrap();
    let stale = Filter { approval: Some(risk::Approval::Stale), ..Filter::default() };
    let listed = list(&company.officer, &Query { filter: stale, ..Query::default() }).await.unwrap().risks;
    assert_eq!(listed.iter().map(|line| line.id).collect::<Vec<_>>(), [risk.id]);
    let found = find(&company.officer, catalog(), risk.id).await.unwrap().risk;
    assert_eq!(found.approval, ApprovalState::Stale);
    let seen = found.content.approval.as_ref().unwrap().seen;
    assert_eq!((seen.level().value(), found.analysis.level().value()), (9, 6), "what was seen stays as it was");
    // The asset moved the numbers, not the risk's version: what the owner saw before is not what is approved.
    assert_eq!(found.version, risk.version);
    let blind = Acceptance { numbers: seen, ..because(&found, "今も代わりがない") };
    let refused = approve(&company.officer, catalog(), risk.id, found.version, blind).await;
    assert!(matches!(refused, Err(Error::Stale)), "{refused:?}");
    let seeing = because(&found, "今も代わりがない");
    let again = approve(&company.officer, catalog(), risk.id, found.version, seeing).await.unwrap();
    assert_eq!(again.approval, ApprovalState::Approved);
}

async fn is_sent_back_and_withdrawn(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    assert!(matches!(withdraw(&company.officer, catalog(), risk.id, risk.version).await, Err(Error::Refused(_))));
    assert!(matches!(
        approve(&company.officer, catalog(), risk.id, risk.version, because(&risk, "早い")).await,
        Err(Error::Refused(_))
    ));
    let risk = decided(&company.officer, &risk, reduce()).await;
    assert!(send_back(&company.officer, catalog(), risk.id, risk.version, " ").await.is_err());
    let risk = send_back(&company.officer, catalog(), risk.id, risk.version, "期限を早めてください").await.unwrap();
    assert_eq!(risk.content.decision.as_ref().unwrap().sent_back, "期限を早めてください");
    // Whoever decides anew answers the owner; the owner reads what was asked for.
    let again = decided(&company.officer, &risk, accept()).await;
    let decision = again.content.decision.as_ref().unwrap();
    assert_eq!((again.approval, decision.answers.as_str()), (ApprovalState::Open, "期限を早めてください"));
    assert_eq!(decision.sent_back, "");
    let risk = withdraw(&company.officer, catalog(), again.id, again.version).await.unwrap();
    assert_eq!((risk.approval, risk.content.decision), (ApprovalState::None, None));
}

async fn names_what_is_missing(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let mut wrong = reduce();
    wrong.tasks[0].control = "1.1".into();
    wrong.tasks[0].due_on = "そのうち".into();
    wrong.tasks[1].cost = "安い".into();
    let none = Input { treatment: "reduce".into(), ..Input::default() };
    let of = |treatment: &str| Input { treatment: treatment.into(), ..Input::default() };
    let cases = [
        (wrong, vec!["tasks.0.control", "tasks.0.due_on", "tasks.1.cost"]),
        (none, vec!["tasks"]),
        (of("transfer"), vec!["tasks", "means"]),
        (of("avoid"), vec!["tasks", "means"]),
        (of("ignore"), vec!["treatment"]),
    ];
    for (input, expected) in cases {
        let error = decide(&company.officer, catalog(), risk.id, risk.version, input).await.unwrap_err();
        let Error::Invalid { problems } = &error else { panic!("{error:?}") };
        assert_eq!(problems.iter().map(|problem| problem.field.as_ref()).collect::<Vec<_>>(), expected);
    }
}
