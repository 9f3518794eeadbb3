//! The log, newest first.

use app::audit_log::{self, Entry, Place};
use axum::extract::Query;
use maud::{Markup, html};

use super::filter::Wanted;
use super::words;
use crate::Failure;
use crate::components::{
    Button, Column, EmptyState, FieldErrors, Form, LinkButton, Notice, Pager, Row, State, Table, state,
};
use crate::layout::{Page, Section};
use crate::request::Person;

/// Records on a page.
const SHOWN: u64 = 50;

pub(super) async fn list(person: Person, Query(wanted): Query<Wanted>) -> Result<Markup, Failure> {
    let mut errors = FieldErrors::new();
    let filter = wanted.filter(&mut errors);
    let found = audit_log::list(&person.context, &filter, wanted.place(), SHOWN).await?;
    let people = audit_log::people(&person.context).await?;
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        errors: &errors,
        actions: Some(actions(&wanted)),
        lead: Some(html! {
            p { "だれが、いつ、何を変えたかの記録です。変更の前と後の内容が残り、取り消せるものはここから取り消せます。" }
        }),
        ..Page::new("記録", Section::AuditLog, &frame)
    };
    Ok(page.render(html! {
        (wanted.bar(&people, &errors))
        @if wanted.is_linked() {
            (Notice::information("ひとつの対象か、一度の操作でまとめて行われた変更だけを表示しています。").render())
        }
        @if found.entries.is_empty() { (nothing()) } @else { (table(&found.entries)) (pager(&wanted, &found)) }
    }))
}

fn actions(wanted: &Wanted) -> Markup {
    let verify = LinkButton {
        label: "書き換えがないか確かめる", href: "/audit-log/verify", ..LinkButton::default()
    };
    let export = Button { label: "Excelに書き出す", ..Button::default() };
    html! {
        (verify.render())
        (Form { action: "/audit-log/export", ..Form::default() }.render(html! { (wanted.hidden()) (export.render()) }))
    }
}

fn nothing() -> Markup {
    let clear = LinkButton { label: "条件を消す", href: "/audit-log", ..LinkButton::default() };
    EmptyState {
        title: "条件に合う記録はありません。",
        text: "期間を広げるか、条件を消してください。",
        actions: clear.render(),
    }
    .render()
}

fn table(entries: &[Entry]) -> Markup {
    Table {
        id: "records",
        caption: "記録",
        columns: vec![Column::new("内容"), Column::new("日時"), Column::new("だれが"), Column::new("番号").at_end()],
        rows: entries.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}

fn row(entry: &Entry) -> Row {
    Row::new(vec![
        html! {
            a href={ "/audit-log/" (entry.sequence) } { (words::title(entry)) }
            @if let Some(undone) = entry.undoes {
                " " (state(State::Information, &format!("記録{undone}の取り消し")))
            }
        },
        html! { (words::moment(entry.at)) },
        html! { (entry.actor) @if entry.channel == "api" { small { "APIから" } } },
        html! { (entry.sequence) },
    ])
}

fn pager(wanted: &Wanted, found: &audit_log::Page) -> Markup {
    let ends = found.entries.first().zip(found.entries.last());
    let (newest, oldest) = ends.map(|(first, last)| (first.sequence, last.sequence)).unwrap_or_default();
    Pager {
        shown: found.entries.len() as u64,
        page_size: SHOWN,
        previous_href: found.has_newer.then(|| wanted.href(Place::After(newest))),
        next_href: found.has_older.then(|| wanted.href(Place::Before(oldest))),
        ..Pager::default()
    }
    .render()
}
