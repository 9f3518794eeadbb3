//! One record: what changed, field by field.

use app::audit_log::{self, Entity, Entry, Event, Record};
use axum::extract::{Path, State as Shared};
use maud::{Markup, html};

use super::{number, undoing, words};
use crate::components::{Column, Crumb, EmptyState, Row, Table, description_list};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn show(
    Shared(state): Shared<State>,
    person: Person,
    Path(sequence): Path<String>,
) -> Result<Markup, Failure> {
    let record = audit_log::find(&person.context, &state.catalog, number(&sequence)?).await?;
    let title = words::title(&record.entry);
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("記録", "/audit-log")],
        ..Page::new(&title, Section::AuditLog, &frame)
    };
    Ok(page.render(html! {
        (facts(&record))
        h2 { "変わった内容" }
        (changes(&record))
        (undoing::section(&person.context, &record))
    }))
}

fn facts(record: &Record) -> Markup {
    let entry = &record.entry;
    let mut facts = vec![
        ("日時", html! { (words::exact_moment(entry.at)) }),
        ("だれが", html! { (entry.actor) "（" (entry.channel_title()) "）" }),
        ("対象", thing(entry)),
        ("番号", html! { (entry.sequence) }),
    ];
    if let Some(undone) = entry.undoes {
        facts.push(("取り消した記録", html! { a href={ "/audit-log/" (undone) } { "記録" (undone) } }));
    }
    if record.has_siblings {
        let href = format!("/audit-log?request={}", entry.request);
        facts.push(("まとめて行われた変更", html! { a href=(href) { "いっしょに行われた変更を見る" } }));
    }
    facts.push(("確かめるための値", html! { code { (record.hash) } }));
    description_list(&facts)
}

/// The thing, with the way to all its records and, for an asset, to its own history.
fn thing(entry: &Entry) -> Markup {
    html! {
        (entry.entity_title()) "「" (entry.label) "」 "
        a href={ "/audit-log?thing=" (entry.thing) } { "この対象の記録だけを見る" }
        @if entry.entity == Some(Entity::Asset) && matches!(entry.event, Some(Event::Created | Event::Changed | Event::Removed)) {
            " " a href={ "/assets/" (entry.thing) "/history" } { "情報資産の履歴を見る" }
        }
    }
}

fn changes(record: &Record) -> Markup {
    if record.changes.is_empty() {
        return EmptyState {
            title: "内容の変更はありません。",
            text: "行われたことだけを残す記録です。",
            actions: html! {},
        }
        .render();
    }
    let compares = record.before.is_some() && record.after.is_some();
    let columns = match (compares, record.after.is_some()) {
        (true, _) => vec![Column::new("項目"), Column::new("変更前").block(), Column::new("変更後").block()],
        (false, true) => vec![Column::new("項目"), Column::new("内容").block()],
        (false, false) => vec![Column::new("項目"), Column::new("なくなった内容").block()],
    };
    let value = |text: &str| html! { @if text.is_empty() { "（空欄）" } @else { (text) } };
    let row = |field: &audit_log::FieldChange| {
        let mut cells = vec![html! { (field.label) }];
        if compares {
            cells.extend([value(&field.before), value(&field.after)]);
        } else {
            cells.push(value(if record.after.is_some() { &field.after } else { &field.before }));
        }
        Row::new(cells)
    };
    let rows = record.changes.iter().map(row).collect();
    Table { id: "changes", caption: "変わった内容", columns, rows, ..Table::default() }.render()
}
