//! Tasks: the plan, and what finishing one changes.

use app::Actor;
use app::risk::{Risk, find};
use app::treatment::{
    Acceptance, Affected, ApprovalState, Filter, Input, Query, TaskStatus, approve, plan, preview_finish, progress,
    report, task_summary,
};
use app::{AccountId, Context, Error, Role};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::super::risk::catalog;
use super::{decided, owned, reduce};

on_both_engines!(
    a_done_task_lowers_the_level,
    the_last_task_brings_about_what_was_expected,
    what_was_before_is_kept_and_an_effect_is_confirmed_later,
    the_plan_is_narrowed,
    a_narrowed_plan_is_written_out,
    who_was_asked_says_how_far_it_is,
);

async fn a_done_task_lowers_the_level(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    // The level follows from the controls alone.
    let typed = app::risk::Input { vulnerability_rating: None, ..app::risk::Input::from(&risk.content) };
    let risk = app::risk::edit(&company.officer, catalog(), risk.id, risk.version, typed).await.unwrap();
    let risk = decided(&company.officer, &risk, Input { expected: None, ..reduce() }).await;
    assert_eq!(risk.analysis.level().value(), 9);
    let numbers = risk.analysis.numbers();
    let acceptance = Acceptance { reason: "計画どおり".into(), review_on: "2027-03-31".into(), numbers };
    let risk = approve(&company.officer, catalog(), risk.id, risk.version, acceptance).await.unwrap();
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let preview = preview_finish(&company.officer, catalog(), risk.id, task).await.unwrap();
    assert_eq!((preview.level.value(), preview.then.value()), (9, 6), "the other control is still to come");
    assert_eq!((preview.effect, preview.others_open), (None, true));
    assert!(preview.control.unwrap().starts_with("7.9 "));
    let doing =
        progress(&company.officer, catalog(), risk.id, risk.version, task, TaskStatus::Doing, false).await.unwrap();
    assert_eq!(doing.analysis.level().value(), 9);
    let done =
        progress(&company.officer, catalog(), risk.id, doing.version, task, TaskStatus::Done, true).await.unwrap();
    assert_eq!(done.analysis.level().value(), 6, "half of a plan is not the whole");
    assert_eq!(done.approval, ApprovalState::Approved, "work that bears fruit was approved with the plan");
    let other = done.content.decision.as_ref().unwrap().tasks[1].id;
    let whole =
        progress(&company.officer, catalog(), risk.id, done.version, other, TaskStatus::Done, true).await.unwrap();
    assert_eq!(whole.analysis.level().value(), 3);
    let task = &done.content.decision.as_ref().unwrap().tasks[0];
    assert_eq!((task.status, task.done_on.is_some()), (TaskStatus::Done, true));
    let stale = progress(&company.officer, catalog(), risk.id, risk.version, task.id, TaskStatus::Planned, false).await;
    assert!(matches!(stale, Err(Error::Stale)));
}

async fn the_last_task_brings_about_what_was_expected(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = owned(officer).await;
    let mut typed = reduce();
    typed.tasks.truncate(1);
    typed.tasks[0].control = String::new();
    let risk = decided(officer, &risk, typed).await;
    assert_eq!(risk.analysis.numbers().residual_level().unwrap().value(), 6);
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let preview = preview_finish(officer, catalog(), risk.id, task).await.unwrap();
    let effect = preview.effect.unwrap();
    assert_eq!(
        (preview.control, effect.affected == Affected::Likelihood, effect.now.value(), effect.then.value()),
        (None, false, 3, 2)
    );
    assert_eq!((preview.level.value(), preview.then.value()), (9, 6));
    // Nobody has confirmed that it works.
    let told = progress(officer, catalog(), risk.id, risk.version, task, TaskStatus::Done, false).await.unwrap();
    assert_eq!(told.analysis.level().value(), 9);
    let again = progress(officer, catalog(), risk.id, told.version, task, TaskStatus::Doing, false).await.unwrap();
    let approval =
        Acceptance {
            reason: "予算の範囲".into(), review_on: "2027-03-31".into(), numbers: again.analysis.numbers()
        };
    let approved = approve(officer, catalog(), risk.id, again.version, approval).await.unwrap();
    let done = progress(officer, catalog(), risk.id, approved.version, task, TaskStatus::Done, true).await.unwrap();
    assert_eq!((done.analysis.level().value(), done.approval), (6, ApprovalState::Approved));
    let planned = &plan(officer, &Query::default()).await.unwrap().tasks[0];
    assert_eq!((planned.level, planned.residual_level), (9, Some(6)), "what it was before stays readable");
}

/// Work may be done before anybody approves or confirms: what was before is kept, the effect waits to be confirmed.
async fn what_was_before_is_kept_and_an_effect_is_confirmed_later(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let mut typed = reduce();
    typed.tasks.truncate(1);
    typed.tasks[0].control = String::new();
    let risk = decided(officer, &owned(officer).await, typed.clone()).await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let say = async |risk: &Risk, status, confirmed| {
        progress(officer, catalog(), risk.id, risk.version, task, status, confirmed).await.unwrap()
    };
    let doing = say(&risk, TaskStatus::Doing, false).await;
    assert!(plan(officer, &Query::default()).await.unwrap().tasks[0].confirms, "the last task asks for its effect");
    let unconfirmed = say(&doing, TaskStatus::Done, false).await;
    assert_eq!((unconfirmed.analysis.level().value(), unconfirmed.level_before().value()), (9, 9));
    let preview = preview_finish(officer, catalog(), risk.id, task).await.unwrap();
    assert!(preview.effect.unwrap().is_open(), "it can still be confirmed");
    assert!(unconfirmed.is_unconfirmed(&preview.task), "and everybody sees that it is not");
    assert!(plan(officer, &Query::default()).await.unwrap().tasks[0].unconfirmed);
    let set_back = say(&unconfirmed, TaskStatus::Doing, false).await;
    assert_eq!(set_back.content.decision.as_ref().unwrap().before, None, "nothing has changed");
    let unconfirmed = say(&set_back, TaskStatus::Done, false).await;
    let confirmed = say(&unconfirmed, TaskStatus::Done, true).await;
    assert_eq!((confirmed.analysis.level().value(), confirmed.level_before().value()), (6, 9));
    assert_eq!(confirmed.analysis.vulnerability.source, app::risk::Source::Achieved);
    assert!(!plan(officer, &Query::default()).await.unwrap().tasks[0].unconfirmed);
    let layers: Vec<&str> = confirmed.analysis.layers.iter().map(|layer| layer.title.as_str()).collect();
    assert!(layers.contains(&"持ち出しを許可制にする"), "{layers:?}");
    // Who decides anew keeps the work and what was before it.
    typed.tasks[0].id = Some(task);
    typed.reason = "予算の都合".into();
    let anew = decided(officer, &confirmed, typed).await;
    assert_eq!(anew.level_before().value(), 9);
    let back = say(&anew, TaskStatus::Doing, false).await;
    assert_eq!(
        (back.analysis.level().value(), back.level_before().value()),
        (9, 9),
        "the effect was confirmed of the whole work"
    );
}

async fn the_plan_is_narrowed(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let mut typed = reduce();
    typed.tasks[0].due_on = "2026-11-01".into();
    typed.tasks[1].responsible_account = company.officer.account();
    let risk = decided(&company.officer, &risk, typed).await;
    let whole = plan(&company.officer, &Query::default()).await.unwrap();
    assert_eq!(whole.total, 2);
    assert_eq!(whole.tasks[0].what, "持ち出しを許可制にする", "the nearest day comes first");
    assert_eq!((whole.tasks[0].level, whole.tasks[0].residual_level), (9, Some(6)));
    assert_eq!(whole.tasks[0].version, risk.version);
    let found = async |filter| {
        let page = plan(&company.officer, &Query { filter, ..Query::default() }).await.unwrap();
        page.tasks.iter().map(|task| task.what.clone()).collect::<Vec<_>>()
    };
    assert_eq!(found(Filter { overdue: true, ..Filter::default() }).await, ["持ち出しを許可制にする"]);
    assert_eq!(found(Filter { mine: true, ..Filter::default() }).await, ["暗号の使用"]);
    let january = Filter {
        from: Some(jiff::civil::date(2027, 1, 1)),
        to: Some(jiff::civil::date(2027, 1, 31)),
        ..Filter::default()
    };
    assert_eq!(found(january).await, ["暗号の使用"]);
    assert!(found(Filter { status: Some(TaskStatus::Done), ..Filter::default() }).await.is_empty());
    let summary = task_summary(&company.officer).await.unwrap();
    assert_eq!((summary.open, summary.overdue, summary.mine), (2, 1, 1));
}

/// The same company seen by another account.
fn as_account(context: &Context, account: AccountId, role: Role) -> Context {
    let mut context = context.clone();
    context.actor = Actor::Person { account, name: "別の人".into(), roles: vec![(role, None)], read_only: false };
    context
}

async fn a_narrowed_plan_is_written_out(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = owned(officer).await;
    let mut typed = reduce();
    typed.tasks[0].due_on = "2026-11-01".into();
    decided(officer, &risk, typed).await;
    let open = super::super::risk::add_asset(officer, "図面", "製造部").await;
    super::super::risk::add(officer, super::super::risk::input(&open)).await;
    let whole = report(officer, catalog(), &Filter::default(), "xlsx").await.unwrap();
    assert_eq!(whole.front.scope, "全社");
    let text = format!("{:?}", whole.blocks);
    for part in ["持ち出しを許可制にする", "管理策 8.24", "まだ対応を決めていないリスク", "図面"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let late = Filter { overdue: true, ..Filter::default() };
    let narrowed = report(officer, catalog(), &late, "xlsx").await.unwrap();
    assert_eq!(narrowed.front.scope, "次の作業だけ（期限を過ぎている）");
    let text = format!("{:?}", narrowed.blocks);
    assert!(text.contains("持ち出しを許可制にする") && !text.contains("8.24") && !text.contains("図面"), "{text}");
}

async fn who_was_asked_says_how_far_it_is(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let risk = owned(&company.officer).await;
    let mut typed = reduce();
    typed.tasks[0].responsible_account = company.officer.account();
    let risk = decided(&company.officer, &risk, typed).await;
    let tasks = &risk.content.decision.as_ref().unwrap().tasks;
    let administrator = company.with_role(Role::SystemAdministrator, None);
    let at = risk.version;
    let moved = progress(&administrator, catalog(), risk.id, at, tasks[0].id, TaskStatus::Doing, false).await.unwrap();
    let other =
        progress(&administrator, catalog(), risk.id, moved.version, tasks[1].id, TaskStatus::Doing, false).await;
    assert!(matches!(other, Err(Error::Forbidden)), "not asked of this person");
    let stranger = as_account(&company.officer, AccountId::new(), Role::SystemAdministrator);
    let foreign = progress(&stranger, catalog(), risk.id, moved.version, tasks[0].id, TaskStatus::Done, true).await;
    assert!(matches!(foreign, Err(Error::Forbidden)));
    assert!(!find(&administrator, catalog(), risk.id).await.unwrap().changeable);
}
