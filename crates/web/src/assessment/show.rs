//! One snapshot: how the risks were spread, the worst, and what became of them since another.

use std::collections::HashSet;

use app::assessment::{self, AssessedRisk, Assessment};
use app::{Permission, RiskId};
use axum::extract::{Path, Query};
use maud::{Markup, html};
use method::Band;
use serde::Deserialize;

use super::bands::bands;
use super::{assessment_id, compare, risks};
use crate::asset::words::day;
use crate::components::{Choice, Crumb, FieldErrors, LinkButton, SelectField, Width, thousands};
use crate::layout::{Page, Section};
use crate::request::Person;
use crate::risk::heat_map_table;
use crate::{Failure, download};

/// Most risks of a table on the screen; the files have them all.
const SHOWN: usize = 200;
/// How many of the worst stand first.
const WORST: usize = 10;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Since {
    /// The snapshot to compare with; empty for none.
    pub(super) since: String,
}

pub(super) async fn show(
    person: Person,
    Path(id): Path<String>,
    Query(wanted): Query<Since>,
) -> Result<Markup, Failure> {
    let id = assessment_id(&id)?;
    let (assessment, all) = assessment::find(&person.context, id).await?;
    let others = assessment::list(&person.context).await?;
    let since = wanted.since.parse().ok().filter(|since| *since != id);
    let comparison = match since {
        Some(since) => Some(compare::Compared::read(&person.context, since, id).await?),
        None => None,
    };
    let listed: Vec<RiskId> = all.iter().take(SHOWN).map(|risk| risk.risk).collect();
    let existing = app::risk::existing(&person.context, &listed).await?;
    let frame = person.frame();
    let page = Page {
        notices: person.notices(),
        breadcrumbs: &[Crumb::link("リスク", "/risks"), Crumb::link("リスクアセスメント", "/assessments")],
        actions: actions(&person, &assessment),
        lead: Some(lead(&assessment)),
        ..Page::new(&assessment.name, Section::Risks, &frame)
    };
    let query = since.map(|since| format!("since={since}")).unwrap_or_default();
    Ok(page.render(html! {
        (download::links("結果報告書", &format!("/assessments/{id}/report"), &query))
        section aria-labelledby="spread" { h2 #spread { "リスクの分布" } (bands(&assessment)) (heat_map_table(&assessment.heat_map, &assessment.criteria, false)) }
        section aria-labelledby="since" {
            h2 #since { "ほかの回と比べる" }
            (choose(&assessment, &others, &wanted.since))
            @if let Some(comparison) = &comparison { (comparison.markup()) }
        }
        (worst(&assessment, &all, &existing))
        section aria-labelledby="all-title" {
            h2 #all-title { "すべてのリスク" }
            (everything(&assessment, &all, &existing))
        }
    }))
}

fn lead(assessment: &Assessment) -> Markup {
    html! {
        p {
            "評価日：" (day(assessment.made_on)) "　範囲：" (assessment.scope)
            "　リスク基準：" (assessment.criteria.name()) "　作った人：" (assessment.made_by)
        }
    }
}

/// Removing, for those who may take such a one.
fn actions(person: &Person, assessment: &Assessment) -> Option<Markup> {
    let scope = person.context.scope(Permission::EditRisks).ok()?;
    let href = format!("/assessments/{}/remove", assessment.id);
    let remove = LinkButton { label: "削除する", href: &href, ..LinkButton::default() };
    scope.covers(assessment.department).then(|| remove.render())
}

/// The other snapshots to compare with.
fn choose(shown: &Assessment, all: &[Assessment], since: &str) -> Markup {
    // The day and the scope only where a name says too little: on a phone there is room for a name.
    let mut names = HashSet::new();
    let doubled: HashSet<&str> =
        all.iter().map(|other| other.name.as_str()).filter(|name| !names.insert(*name)).collect();
    let label = |other: &Assessment| match doubled.contains(other.name.as_str()) {
        true => format!("{}（{}、{}）", other.name, day(other.made_on), other.scope),
        false => other.name.clone(),
    };
    let others = all.iter().filter(|other| other.id != shown.id);
    let others: Vec<(String, String)> = others.map(|other| (other.id.to_string(), label(other))).collect();
    let choices: Vec<_> = others.iter().map(|(id, label)| Choice::new(id, label)).collect();
    let select = SelectField {
        name: "since",
        label: "比べる回",
        value: since,
        empty: "比べない",
        choices: &choices,
        width: Width::Full,
        ..SelectField::default()
    };
    html! {
        @if choices.is_empty() { p { "比べられる回は、まだありません。次のアセスメントを残すと、ここで比べられます。" } }
        @else {
            form.filter-bar.compare-bar method="get" action={ "/assessments/" (shown.id) "#since" } {
                (select.render(&FieldErrors::new()))
                button.button type="submit" { "比べる" }
            }
        }
    }
}

/// The worst of those above the acceptance line.
fn worst(assessment: &Assessment, all: &[AssessedRisk], existing: &HashSet<RiskId>) -> Markup {
    let above = |risk: &&AssessedRisk| assessment.criteria.band(risk.level()) == Band::High;
    let worst: Vec<AssessedRisk> = all.iter().filter(above).take(WORST).cloned().collect();
    html! {
        section aria-labelledby="worst-title" {
            h2 #worst-title { "先に手を打つリスク" }
            @if worst.is_empty() { p { "「高」のリスクは、ありませんでした。" } }
            @else {
                p { "「高」のリスクを、リスクレベルの大きい順に" (worst.len()) "件までまとめています。" }
                (risks::table("worst", "先に手を打つリスク", &worst, &assessment.criteria, existing))
            }
        }
    }
}

fn everything(assessment: &Assessment, all: &[AssessedRisk], existing: &HashSet<RiskId>) -> Markup {
    let shown = all.get(..SHOWN).unwrap_or(all);
    html! {
        details.all-risks {
            summary { (thousands(all.len() as u64)) "件を見る" }
            @if all.len() > SHOWN { p { "はじめの" (SHOWN) "件です。すべては、Excelの結果報告書にあります。" } }
            (risks::table("all", "すべてのリスク", shown, &assessment.criteria, existing))
        }
    }
}
