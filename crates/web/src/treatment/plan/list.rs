//! The plan as a list, the nearest due day first.

use app::asset::{Departments, today};
use app::treatment::{Plan, PlannedTask, plan};
use axum::extract::{Query, State as Shared};
use catalog::Catalog;
use jiff::civil::Date;
use maud::{Markup, html};
use method::RiskLevel;

use super::address::{Address, PAGE};
use super::views::{View, filter_bar, nothing, page};
use crate::components::{Column, Pager, Row, Table};
use crate::request::Person;
use crate::treatment::words;
use crate::{Failure, State};

pub(super) async fn list(
    person: Person,
    Shared(state): Shared<State>,
    Query(address): Query<Address>,
) -> Result<Markup, Failure> {
    let found = plan(&person.context, &address.query()).await?;
    let departments = Departments::of(&person.context).await?;
    let content = html! {
        @if found.total > 0 || address.is_filtered() { (filter_bar(View::List, &address, &departments, &[])) }
        @if found.tasks.is_empty() { (nothing(View::List, &address)) }
        @else {
            (table(&person, &state.catalog, &found))
            (pager(&address, &found))
        }
    };
    Ok(page(&person, View::List, &address, content))
}

fn table(person: &Person, catalog: &Catalog, found: &Plan) -> Markup {
    let today = today(&person.context);
    Table {
        id: "plan",
        caption: "作業の一覧",
        columns: vec![
            Column::new("すること"),
            Column::new("リスク").block(),
            Column::new("前 → 後").unlabelled(),
            Column::new("だれが").labelled("担当"),
            Column::new("いつまでに").labelled("期限"),
            Column::new("費用").at_end(),
            Column::new("進み具合").unlabelled(),
        ],
        rows: found.tasks.iter().map(|task| Row::new(cells(person, catalog, task, today))).collect(),
        ..Table::default()
    }
    .render()
}

fn cells(person: &Person, catalog: &Catalog, task: &PlannedTask, today: Date) -> Vec<Markup> {
    let criteria = &person.organization.criteria;
    vec![
        what(catalog, task),
        html! {
            a href={ "/risks/" (task.risk) } { (task.name) }
            @if !task.title.is_empty() { small { (task.title) } }
            @if let Some(treatment) = task.treatment { small { "対応：" (treatment.title()) } }
        },
        html! {
            @if let Some(now) = level(task.level) {
                (words::levels(now, task.residual_level.and_then(level), criteria))
            }
        },
        html! { (task.responsible) },
        words::due(task.due_on, task.status, today),
        html! { @if let Some(cost) = task.cost { (words::yen(cost)) } },
        html! {
            (words::progress(task.status, task.unconfirmed))
            @if let Some(day) = task.done_on { small { (words::day(day)) } }
        },
    ]
}

/// What is done; it leads to the task's own screen for whoever may say how far it is.
pub(super) fn what(catalog: &Catalog, task: &PlannedTask) -> Markup {
    let control = catalog.control(&task.control);
    html! {
        @if task.may_progress { a href={ "/risks/" (task.risk) "/tasks/" (task.id) } { (task.what) } }
        @else { (task.what) }
        @if let Some(control) = control { small { "管理策 " (control.id) " " (control.title) } }
    }
}

fn level(value: u8) -> Option<RiskLevel> {
    RiskLevel::ALL.into_iter().find(|level| level.value() == value)
}

fn pager(address: &Address, found: &Plan) -> Markup {
    let (skip, shown) = (address.skip(), found.tasks.len() as u64);
    let next = skip + shown;
    Pager {
        total: Some(found.total),
        first: Some(skip + 1),
        shown,
        page_size: PAGE,
        previous_href: (skip > 0).then(|| address.from(skip.saturating_sub(PAGE)).href(View::List.path())),
        next_href: (next < found.total).then(|| address.from(next).href(View::List.path())),
        more: None,
    }
    .render()
}
