//! 期限が近いもの: tasks by the day on which they are to be done.

use maud::{Markup, html};

use super::facts::RiskFacts;
use crate::asset::words as plain;
use crate::components::{Column, Row, State as Tone, Table, state};

/// The tasks; nothing where there are none.
pub(super) fn due(facts: &RiskFacts) -> Markup {
    let rows = facts.due.iter().map(|task| {
        Row::new(vec![
            html! {
                @if let Some(day) = task.due_on {
                    span.nowrap { (plain::day(day)) }
                    @if day < facts.today { " " (state(Tone::Error, "期限を過ぎています")) }
                }
            },
            html! {
                @if task.may_progress { a href={ "/risks/" (task.risk) "/tasks/" (task.id) } { (task.what) } }
                @else { a href={ "/risks/" (task.risk) } { (task.what) } }
                small { (task.name) }
            },
            html! { (task.responsible) },
        ])
    });
    html! {
        @if !facts.due.is_empty() {
            section aria-labelledby="due" {
                h2 #due { "期限が近いもの" }
                (Table {
                    id: "due-tasks",
                    caption: "期限が近い対策",
                    columns: vec![Column::new("いつ"), Column::new("なにを").block(), Column::new("だれが")],
                    rows: rows.collect(),
                    ..Table::default()
                }.render())
                p { a href="/treatments" { "対策計画をすべて見る" } }
            }
        }
    }
}
