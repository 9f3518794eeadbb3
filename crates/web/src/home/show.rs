//! The first screen of a signed-in person: what to do next, and what there is.

use app::asset::{Review, Summary};
use app::organization::Overview;
use app::{Context, Permission};
use axum::extract::State as Shared;
use catalog::Catalog;
use maud::{Markup, html};

use super::facts::Facts;
use super::steps::{Step, next_steps};
use super::{due, levels};
use crate::components::{ButtonKind, Column, EmptyState, LinkButton, Row, Table, Task, tasks};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

/// Most things to do at once: more would not be read.
const MOST: usize = 5;

pub(super) async fn show(Shared(state): Shared<State>, person: Person) -> Result<Markup, Failure> {
    let facts = Facts::read(&person, &state).await?;
    let frame = person.frame();
    let page = Page { notices: person.notices(), ..Page::new("ホーム", Section::Home, &frame) };
    let has_risks = facts.risks.as_ref().is_some_and(|risks| risks.summary.heat_map.total() > 0);
    let left = html! {
        section aria-labelledby="next" {
            h2 #next { "次にやること" }
            (to_do(&next_steps(&person.context, &facts, person.organization.sample), &person.context))
        }
        @if let Some(risks) = &facts.risks { (due::due(risks)) }
    };
    let right = html! {
        @if let Some(risks) = &facts.risks { (levels::now(risks)) (levels::over_time(&person.context, risks)) }
    };
    Ok(page.render(html! {
        // Before the first risk there is nothing to stand beside.
        @if has_risks { div.columns { div { (left) } div { (right) } } } @else { (left) }
        @if let Some(assets) = &facts.overview.assets && assets.total() > 0 { (register(&state.catalog, assets)) }
        (others(&facts.overview))
    }))
}

fn to_do(steps: &[Step], context: &Context) -> Markup {
    if steps.is_empty() {
        let text = match context.allows(Permission::ReadAssets) {
            true => "台帳の見直しの時期が来たものなど、することができると、ここに出ます。",
            false => "あなたにお願いすることができると、ここに出ます。",
        };
        return EmptyState { title: "今、することはありません。", text, actions: html! {} }.render();
    }
    let (first, rest) = steps.split_at(steps.len().min(MOST));
    let all: Vec<Task<'_>> = first
        .iter()
        .enumerate()
        .map(|(position, step)| Task {
            title: &step.title,
            text: &step.text,
            action: LinkButton {
                kind: if position == 0 { ButtonKind::Primary } else { ButtonKind::Secondary },
                label: step.label,
                href: step.href,
                ..LinkButton::default()
            }
            .render(),
        })
        .collect();
    html! {
        (tasks(&all))
        @if !rest.is_empty() { p { "ほかに、することが" (rest.len()) "件あります。上のものを終えると、順に出ます。" } }
    }
}

fn register(catalog: &Catalog, assets: &Summary) -> Markup {
    let rows = ["3", "2", "1"].into_iter().zip(assets.by_importance).map(|(value, count)| {
        let level = catalog.importance_levels.iter().find(|level| level.value.to_string() == value);
        Row::new(vec![
            html! { "重要度 " (value) },
            html! {
                @if count == 0 { "0件" }
                @else { a href={ "/assets?importance=" (value) } { (count) "件" span.visually-hidden { "（重要度 " (value) "）" } } }
            },
            html! { @if let Some(level) = level { (level.title) } },
        ])
    });
    html! {
        section aria-labelledby="assets" {
            h2 #assets { "情報資産台帳" }
            p {
                "全部で" a href="/assets" { (assets.total()) "件" } "あります。"
                @if assets.review_due > 0 {
                    "見直しの予定日が来ているものが"
                    a href={ "/assets?review=" (Review::Due.id()) } { (assets.review_due) "件" } "あります。"
                }
            }
            (Table {
                id: "importance",
                caption: "重要度ごとの件数",
                columns: vec![Column::new("重要度"), Column::new("件数"), Column::new("意味").block()],
                rows: rows.collect(),
                ..Table::default()
            }.render())
        }
    }
}

fn others(overview: &Overview) -> Markup {
    html! {
        @if overview.answered.is_some() || overview.people.is_some() {
            section aria-labelledby="company" {
                h2 #company { "組織" }
                ul {
                    @if let Some((answered, all)) = overview.answered {
                        li { a href="/organization" { "会社の状況の質問" } "：" (all) "問のうち" (answered) "問に回答済み" }
                    }
                    @if let Some(people) = &overview.people {
                        li {
                            a href="/people" { "組織の人" } "：" (people.members) "人"
                            @if people.invited > 0 { "（ほかに返事を待っている招待が" (people.invited) "件）" }
                        }
                    }
                }
            }
        }
    }
}
