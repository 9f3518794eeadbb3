//! The plan by how far tasks are. A task is moved with its buttons, which also work on a phone.

use app::asset::{Departments, today};
use app::treatment::{Filter, PlannedTask, Query as Wanted, TaskStatus, plan};
use axum::extract::{Query, State as Shared};
use catalog::Catalog;
use jiff::civil::Date;
use maud::{Markup, html};

use super::address::Address;
use super::list::what;
use super::views::{View, filter_bar, nothing, page};
use crate::components::{Button, Form, LinkButton, thousands};
use crate::request::Person;
use crate::treatment::words;
use crate::{Failure, State};

/// Most cards of a column; the list has them all.
const CARDS: u64 = 50;

pub(super) async fn board(
    person: Person,
    Shared(state): Shared<State>,
    Query(address): Query<Address>,
) -> Result<Markup, Failure> {
    // The columns are by status already.
    let address = Address { status: String::new(), ..address };
    let mut columns = Vec::new();
    for status in TaskStatus::ALL {
        let filter = Filter { status: Some(status), ..address.filter() };
        columns.push((status, plan(&person.context, &Wanted { filter, skip: 0, limit: CARDS }).await?));
    }
    let departments = Departments::of(&person.context).await?;
    let is_empty = columns.iter().all(|(_, found)| found.total == 0);
    let today = today(&person.context);
    let content = html! {
        @if !is_empty || address.is_filtered() { (filter_bar(View::Board, &address, &departments, &[])) }
        @if is_empty { (nothing(View::Board, &address)) }
        @else {
            div.board {
                @for (status, found) in &columns {
                    section aria-labelledby=(status.id()) {
                        h2 id=(status.id()) { (status.title()) " " span.count { (thousands(found.total)) "件" } }
                        @if found.tasks.is_empty() { p.board-empty { "ありません。" } }
                        ul { @for task in &found.tasks { li { (card(&state.catalog, task, today)) } } }
                        @if found.total > found.tasks.len() as u64 {
                            @let rest = Address { status: status.id().to_owned(), ..address.clone() };
                            p { a href=(rest.href(View::List.path())) { "残りを一覧で見る" } }
                        }
                    }
                }
            }
        }
    };
    Ok(page(&person, View::Board, &address, content))
}

fn card(catalog: &Catalog, task: &PlannedTask, today: Date) -> Markup {
    html! {
        p.card-what { (what(catalog, task)) }
        p { a href={ "/risks/" (task.risk) } { (task.name) } " " small { (task.title) } }
        p.card-facts {
            @if !task.responsible.is_empty() { span { (task.responsible) } " " }
            (words::due(task.due_on, task.status, today))
            @if task.unconfirmed { (words::unconfirmed()) }
        }
        @if task.may_progress {
            div.actions { @for status in others(task.status) { (mover(task, *status)) } }
        }
    }
}

/// Where a task can go from here: one step on, one step back.
fn others(status: TaskStatus) -> &'static [TaskStatus] {
    match status {
        TaskStatus::Planned => &[TaskStatus::Doing],
        TaskStatus::Doing => &[TaskStatus::Done, TaskStatus::Planned],
        TaskStatus::Done => &[TaskStatus::Doing],
    }
}

/// The button that moves a task. What finishing it changes besides is confirmed on its own screen.
fn mover(task: &PlannedTask, status: TaskStatus) -> Markup {
    let label = match status {
        TaskStatus::Planned => "未着手に戻す",
        TaskStatus::Doing if task.status == TaskStatus::Done => "実施中に戻す",
        TaskStatus::Doing => "始める",
        TaskStatus::Done => "完了にする",
    };
    let action = format!("/risks/{}/tasks/{}", task.risk, task.id);
    let about = &task.what;
    if status == TaskStatus::Done && task.confirms {
        let href = format!("{action}?back=board&status=done");
        return LinkButton { label, href: &href, about, is_small: true, ..LinkButton::default() }.render();
    }
    Form { action: &action, ..Form::default() }.render(html! {
        input type="hidden" name="seen" value=(task.version);
        input type="hidden" name="back" value="board";
        (Button { label, name: "status", value: status.id(), about, is_small: true, ..Button::default() }.render())
    })
}
