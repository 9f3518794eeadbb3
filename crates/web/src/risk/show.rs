//! One risk, explained.

use app::asset::today;
use app::risk::{Found, find};
use axum::extract::{Path, State as Shared};
use maud::{Markup, html};

use super::{explanation, parts, picture, risk_id, words};
use crate::components::{Crumb, LinkButton};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::{Failure, State};

pub(super) async fn show(
    person: Person,
    Shared(state): Shared<State>,
    Path(id): Path<String>,
) -> Result<Markup, Failure> {
    let found = find(&person.context, &state.catalog, risk_id(&id)?).await?;
    let (risk, knowledge) = (&found.risk, &found.knowledge);
    let band = knowledge.criteria.band(risk.analysis.level());
    let title = risk.label();
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks")],
        beside_title: Some(words::level(&knowledge.criteria, risk.analysis.level())),
        actions: Some(actions(&found)),
        lead: Some(lead(&found)),
        ..Page::new(&title, Section::Risks, &frame)
    };
    Ok(page.render(html! {
        section aria-labelledby="why" {
            h2 #why { "なぜ「" (band.title()) "」なのか" }
            (explanation::why(&risk.analysis, &knowledge.criteria))
            (explanation::how_likely(&risk.analysis, &state.catalog))
        }
        section aria-labelledby="relation" {
            h2 #relation { "脅威から守るものまでの関係" }
            (picture::picture(&found))
        }
        (crate::treatment::panel(&person, &state, &found))
        section aria-labelledby="threat" { h2 #threat { "脅威：何が起きるか" } (parts::threat(&state.catalog, &found)) }
        section aria-labelledby="vulnerabilities" {
            h2 #vulnerabilities { "脆弱性：どこが弱いか" }
            (parts::vulnerabilities(&state.catalog, &found))
        }
        section aria-labelledby="controls" { h2 #controls { "管理策：今ある対策" } (parts::controls(&state.catalog, &found)) }
        section aria-labelledby="subject" { h2 #subject { "何についてのリスクか" } (parts::subject(&found)) (parts::notes(&found, today(&person.context))) }
    }))
}

fn lead(found: &Found<'_>) -> Markup {
    let owner = &found.risk.content.owner_name;
    html! {
        p {
            "リスク所有者：" @if owner.is_empty() { "まだ決まっていません" } @else { (owner) }
            "　最後の変更：" (crate::asset::words::day_of(found.risk.updated_at))
        }
    }
}

fn actions(found: &Found<'_>) -> Markup {
    let id = found.risk.id;
    let link = |label, path: &str| {
        let href = format!("/risks/{id}/{path}");
        LinkButton { label, href: &href, ..LinkButton::default() }.render()
    };
    html! {
        @if found.changeable { (link("編集する", "edit")) }
        (link("変更の履歴", "history"))
        @if found.changeable { (link("削除する", "remove")) }
    }
}
