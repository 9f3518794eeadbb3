//! リスク特定, first step: where the information is kept.

use app::risk::{MediumCount, unidentified};
use app::{Error, Permission};
use axum::extract::State as Shared;
use maud::{Markup, html};

use super::words;
use crate::asset::words as plain;
use crate::components::{ButtonKind, EmptyState, LinkButton};
use crate::components::{Column, Crumb, Row, Table};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn show(person: Person, Shared(state): Shared<State>) -> Result<Markup, Failure> {
    if !person.context.allows(Permission::EditRisks) {
        return Err(Error::Forbidden.into());
    }
    let counts = unidentified(&person.context).await?;
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks")],
        lead: Some(
            html! { p { "情報がどこにあるかで、起こりやすいことが違います。置き場所を1つ選ぶと、起こりやすいことの候補が出ます。" } },
        ),
        ..Page::new("リスクを洗い出す", Section::Risks, &frame)
    };
    let is_empty = counts.iter().all(|count| count.assets == 0);
    Ok(page.render(html! {
        @if is_empty { (no_assets()) } @else { (table(&state, &counts)) }
        p {
            "情報資産を1つずつ見るほかに、" a href="/risks/new-event" { "業務で起きたら困ることから考える（事象ベース）" }
            "やり方もあります。候補にない自社ならではのリスクは、" a href="/risks/new" { "1件ずつ追加" } "できます。"
        }
        (words::what_is_a_risk())
    }))
}

fn no_assets() -> Markup {
    let actions = LinkButton {
        kind: ButtonKind::Primary,
        label: "情報資産を追加する",
        href: "/assets/new",
        ..LinkButton::default()
    };
    EmptyState {
        title: "情報資産台帳がまだ空です。",
        text: "リスクは、守る情報ごとに考えます。先に、台帳に情報資産を入れてください。",
        actions: actions.render(),
    }
    .render()
}

fn table(state: &State, counts: &[MediumCount]) -> Markup {
    let rows = counts.iter().map(|count| {
        let entry = state.catalog.media.iter().find(|entry| entry.id == count.medium);
        let lines = state.catalog.lines.iter().filter(|line| line.medium == count.medium).count();
        let title = count.medium.title();
        Row::new(vec![
            html! {
                @if count.assets == 0 { (title) } @else { a href={ "/risks/identify/" (count.medium.id()) } { (title) } }
                @if let Some(entry) = entry { small { (entry.explanation) } }
            },
            html! { (plain::thousands(count.assets)) "件" },
            html! {
                @if count.without_risks > 0 { b { (plain::thousands(count.without_risks)) "件" } } @else { "0件" }
            },
            html! { (lines) "つ" },
        ])
    });
    Table {
        id: "media",
        caption: "媒体・保存先ごとの情報資産",
        columns: vec![
            Column::new("媒体・保存先"),
            Column::new("情報資産").at_end(),
            Column::new("まだリスクのないもの").labelled("リスクなし").at_end(),
            Column::new("脅威の候補").at_end(),
        ],
        rows: rows.collect(),
        ..Table::default()
    }
    .render()
}
