//! The effect of a plan is confirmed of the whole work, and taken back with it.

use app::Context;
use app::risk::Risk;
use app::treatment::{Input, TaskInput, TaskStatus, decide, preview_finish, progress};
use method::Rating;
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::super::risk::catalog;
use super::{decided, owned, reduce};

on_both_engines!(
    is_kept_by_work_that_begins_later,
    what_was_said_before_comes_back_after_two_confirmations,
    what_was_said_since_is_not_overwritten,
);

async fn say(context: &Context, risk: &Risk, place: usize, status: TaskStatus, confirmed: bool) -> Risk {
    let task = risk.content.decision.as_ref().unwrap().tasks[place].id;
    progress(context, catalog(), risk.id, risk.version, task, status, confirmed).await.unwrap()
}

/// One task without a control, done and confirmed: つけ込みやすさ fell from 3 to 2.
async fn carried_out(context: &Context) -> Risk {
    let mut typed = reduce();
    typed.tasks.truncate(1);
    typed.tasks[0].control = String::new();
    let risk = decided(context, &owned(context).await, typed).await;
    let risk = say(context, &risk, 0, TaskStatus::Done, true).await;
    assert_eq!(risk.analysis.vulnerability.value, Rating::MEDIUM);
    risk
}

async fn is_kept_by_work_that_begins_later(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = carried_out(officer).await;
    let mut more = Input::from(risk.content.decision.as_ref().unwrap());
    more.expected = Some(1);
    more.tasks.push(TaskInput { what: "持ち出しを記録する".into(), ..TaskInput::default() });
    let risk = decide(officer, catalog(), risk.id, risk.version, more).await.unwrap();
    let begun = say(officer, &risk, 1, TaskStatus::Doing, false).await;
    assert_eq!(begun.analysis.vulnerability.value, Rating::MEDIUM, "what was confirmed before stays");
    let whole = say(officer, &begun, 1, TaskStatus::Done, true).await;
    assert_eq!(whole.analysis.vulnerability.value, Rating::LOW);
    let back = say(officer, &whole, 1, TaskStatus::Doing, false).await;
    assert_eq!(back.analysis.vulnerability.value, Rating::MEDIUM, "its own effect alone is taken back");
}

async fn what_was_said_before_comes_back_after_two_confirmations(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let mut typed = reduce();
    typed.tasks[1].what = "持ち出しを記録する".into();
    typed.tasks[1].control = String::new();
    let risk = decided(officer, &owned(officer).await, typed).await;
    let unconfirmed = say(officer, &risk, 0, TaskStatus::Done, false).await;
    let whole = say(officer, &unconfirmed, 1, TaskStatus::Done, true).await;
    let control = say(officer, &whole, 0, TaskStatus::Done, true).await;
    assert_eq!(control.analysis.vulnerability.value, Rating::MEDIUM);
    let back = say(officer, &control, 1, TaskStatus::Doing, false).await;
    assert_eq!(back.content.vulnerability_rating, risk.content.vulnerability_rating);
}

async fn what_was_said_since_is_not_overwritten(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = carried_out(officer).await;
    let task = risk.content.decision.as_ref().unwrap().tasks[0].id;
    let promised = async || preview_finish(officer, catalog(), risk.id, task).await.unwrap().back.unwrap();
    assert_eq!(promised().await.value(), 9);
    let other = app::risk::Input { vulnerability_rating: Some(1), ..app::risk::Input::from(&risk.content) };
    let other = app::risk::edit(officer, catalog(), risk.id, risk.version, other).await.unwrap();
    let promised = promised().await;
    let back = say(officer, &other, 0, TaskStatus::Doing, false).await;
    assert_eq!(promised, back.analysis.level(), "the screen promises what comes about");
    assert_eq!(back.content.vulnerability_rating, Some(Rating::LOW));
}
