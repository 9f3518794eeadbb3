//! What was decided, as every screen of a treatment shows it.

use app::risk::Found;
use app::treatment::{Decision, Task};
use catalog::Catalog;
use jiff::civil::Date;
use maud::{Markup, html};
use method::Treatment;

use super::words;
use crate::components::{Column, Row, Table, description_list};

/// Treatment, before and after, and the words around them.
pub(super) fn decision(found: &Found<'_>, decision: &Decision) -> Markup {
    let analysis = &found.risk.analysis;
    let criteria = &found.knowledge.criteria;
    let then = analysis.numbers().residual_level();
    let is_without_effect = decision.treatment == Treatment::Reduce
        && decision.expected.is_none()
        && !analysis.carried_out
        && then == Some(analysis.level());
    let means = match decision.treatment {
        Treatment::Transfer => "だれに、どの契約や保険で",
        _ => "何をやめるか",
    };
    let decided = format!("{}（{}）", decision.decided_by, words::day(decision.decided_at.in_japan().date()));
    let mut entries = vec![
        ("対応", html! { b { (title(found.knowledge.catalog, decision.treatment)) } }),
        (
            "対応の前 → 後",
            html! {
                (words::levels(found.risk.level_before(), then, criteria))
                @if let Some(words) = analysis.residual_explanation(criteria) { p { (words) } }
                @if is_without_effect {
                    p { small { "対策で下がる見込みがあるときは、「対応を変える」で、対応のあとの見込みを選んでください。" } }
                }
            },
        ),
    ];
    let mut add = |name, words: &str| {
        if !words.is_empty() {
            entries.push((name, html! { span.lines { (words) } }));
        }
    };
    add(means, &decision.means);
    add("理由", &decision.reason);
    // What the owner said takes its place.
    if found.risk.content.approval.is_none() {
        add("見直す日", &decision.review_on.map(words::day).unwrap_or_default());
    }
    add("決めた人", &decided);
    description_list(&entries)
}

/// リスク低減, as the catalog calls it.
pub(super) fn title(catalog: &Catalog, treatment: Treatment) -> &str {
    let entry = catalog.treatments.iter().find(|entry| entry.id == treatment);
    entry.map_or(treatment.title(), |entry| entry.title.as_str())
}

/// What is done, by whom, until when. `href` leads to a task's own screen, where the person may say how far it is.
pub(super) fn tasks(
    found: &Found<'_>,
    decision: &Decision,
    today: Date,
    href: impl Fn(&Task) -> Option<String>,
) -> Markup {
    if decision.tasks.is_empty() {
        return html! {};
    }
    let row = |task: &Task| {
        let control = task.control.as_deref().and_then(|id| found.knowledge.catalog.control(id));
        Row::new(vec![
            html! {
                @match href(task) { Some(href) => { a href=(href) { (task.what) } } None => { (task.what) } }
                @if let Some(control) = control { small { "管理策 " (control.id) " " (control.title) } }
            },
            html! { (task.responsible) },
            words::due(task.due_on, task.status, today),
            html! { @if let Some(cost) = task.cost { (words::yen(cost)) } },
            html! {
                (words::progress(task.status, found.risk.is_unconfirmed(task)))
                @if let Some(day) = task.done_on { small { (words::day(day)) } }
            },
        ])
    };
    Table {
        id: "tasks",
        caption: "すること",
        is_caption_shown: true,
        columns: vec![
            Column::new("すること"),
            Column::new("だれが"),
            Column::new("いつまでに"),
            Column::new("費用").at_end(),
            Column::new("進み具合").unlabelled(),
        ],
        rows: decision.tasks.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}
