//! The plan as a month: what is due on which day. On a phone the days with work stand below each other.

use app::asset::{Departments, today};
use app::treatment::{Filter, Plan, PlannedTask, Query as Wanted, plan};
use axum::extract::Query;
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;

use super::address::Address;
use super::month::{Month, WEEKDAYS, column};
use super::overdue::Overdue;
use super::views::{View, filter_bar, page};
use crate::Failure;
use crate::request::Person;
use crate::treatment::words;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Shown {
    month: String,
}

pub(super) async fn calendar(
    person: Person,
    Query(address): Query<Address>,
    Query(shown): Query<Shown>,
) -> Result<Markup, Failure> {
    let today = today(&person.context);
    let overdue = Overdue::among(&person.context, address.filter()).await?;
    let chosen = Month::parse(&shown.month);
    // Whoever looks for what is overdue finds it at once.
    let oldest = overdue.as_ref().filter(|_| address.filter().overdue).map(|overdue| overdue.first);
    let month = chosen.or(oldest).unwrap_or_else(|| Month::of(today));
    let kept = chosen.map(Month::id);
    let kept: Vec<_> = kept.iter().map(|month| ("month", month.as_str())).collect();
    let (from, to) = month.ends();
    let filter = Filter { from: Some(from), to: Some(to), ..address.filter() };
    let found = plan(&person.context, &Wanted { filter, ..Wanted::default() }).await?;
    let departments = Departments::of(&person.context).await?;
    let content = html! {
        (filter_bar(View::Calendar, &address, &departments, &kept))
        @if let Some(overdue) = &overdue { (overdue.line(&address)) }
        (months(&address, month, Month::of(today)))
        (weeks(month, &found, today))
        @if found.tasks.is_empty() { p { "この月が期限の作業はありません。" } }
        @if found.total > found.tasks.len() as u64 {
            p { "作業が多いため、はじめの" (found.tasks.len()) "件だけを表示しています。残りは一覧で見られます。" }
        }
        p { small { "期限を決めていない作業は、「一覧」にあります。" } }
    };
    Ok(page(&person, View::Calendar, &address, content))
}

/// The month, the ways to its neighbours, and the way to this month.
fn months(address: &Address, month: Month, now: Month) -> Markup {
    let start = address.from(0).href(View::Calendar.path());
    let mark = if start.contains('?') { '&' } else { '?' };
    let href = |month: Month| format!("{start}{mark}month={}", month.id());
    html! {
        nav.months aria-label="月" {
            @if let Some(before) = month.away(-1) { a href=(href(before)) rel="prev" { "前の月" } }
            h2 { (month.title()) }
            @if let Some(after) = month.away(1) { a href=(href(after)) rel="next" { "次の月" } }
            @if month != now { a href=(href(now)) { "今月へ" } }
        }
    }
}

fn weeks(month: Month, found: &Plan, today: Date) -> Markup {
    html! {
        table.calendar role="table" {
            caption.visually-hidden { (month.title()) "が期限の作業" }
            thead role="rowgroup" { tr role="row" { @for day in WEEKDAYS { th role="columnheader" scope="col" { (day) } } } }
            tbody role="rowgroup" {
                @for week in month.weeks() {
                    tr.is-free[is_free(week, found, today)] role="row" { @for day in week { (cell(day, found, today)) } }
                }
            }
        }
    }
}

/// Whether a phone has nothing to show of that week.
fn is_free(week: [Option<Date>; 7], found: &Plan, today: Date) -> bool {
    week.into_iter().flatten().all(|day| day != today && found.tasks.iter().all(|task| task.due_on != Some(day)))
}

fn cell(day: Option<Date>, found: &Plan, today: Date) -> Markup {
    let Some(day) = day else { return html! { td.is-outside role="cell" {} } };
    let due: Vec<&PlannedTask> = found.tasks.iter().filter(|task| task.due_on == Some(day)).collect();
    let weekday = WEEKDAYS[column(day.weekday())];
    html! {
        td.is-free[due.is_empty()].is-today[day == today] role="cell" {
            time.calendar-day datetime=(day) {
                (day.day()) span.calendar-weekday { "日（" (weekday) "）" }
                @if day == today { span.calendar-today { "今日" } }
            }
            @if !due.is_empty() { ul { @for task in due { li { (entry(task, today)) } } } }
        }
    }
}

fn entry(task: &PlannedTask, today: Date) -> Markup {
    let href = match task.may_progress {
        true => format!("/risks/{}/tasks/{}", task.risk, task.id),
        false => format!("/risks/{}", task.risk),
    };
    let overdue = task.due_on.is_some_and(|due| words::is_overdue(due, task.status, today));
    html! {
        a href=(href) { (task.what) }
        @if !task.responsible.is_empty() { small { (task.responsible) } }
        @if overdue { (words::late()) } @else { (words::progress(task.status, task.unconfirmed)) }
    }
}
