//! How the risks are spread now, and how that changed from assessment to assessment.

use app::assessment::Assessment;
use chart::{TrendPoint, trend};
use maud::{Markup, PreEscaped, html};
use method::Band;

use super::facts::RiskFacts;
use crate::asset::words as plain;
use crate::components::{Column, Row, Table, thousands};
use crate::risk::heat_map;

/// Assessments that are shown.
const SHOWN: usize = 5;

/// The heat map, whose cells open their risks; nothing where there is no risk.
pub(super) fn now(facts: &RiskFacts) -> Markup {
    html! {
        @if facts.summary.heat_map.total() > 0 {
            section aria-labelledby="distribution" {
                h2 #distribution { "リスクの分布" }
                (heat_map(&facts.summary.heat_map, &facts.summary.criteria))
            }
        }
    }
}

/// The columns over time with the same numbers as a table; nothing before the first assessment.
pub(super) fn over_time(facts: &RiskFacts) -> Markup {
    if facts.assessments.is_empty() {
        return html! {};
    }
    // An assessment of a department is no step on the whole organization's way.
    let whole = facts.assessments.iter().filter(|assessment| assessment.department.is_none());
    let mut points: Vec<_> = whole.take(SHOWN).map(point).collect();
    if points.is_empty() {
        return html! {};
    }
    points.reverse();
    let summary = &facts.summary;
    let counts = Band::WORST_FIRST.map(|band| summary.heat_map.band(band, &summary.criteria));
    points.push(TrendPoint { label: "今".to_owned(), counts });
    let rows = points.iter().map(|point| {
        let counts = point.counts.iter().map(|count| html! { (thousands(*count)) "件" });
        Row::new(std::iter::once(html! { (point.label) }).chain(counts).collect())
    });
    html! {
        section aria-labelledby="over-time" {
            h2 #over-time { "リスクの移り変わり" }
            p { "残してあるアセスメントの結果と、今の件数です。「高」が減っていれば、対策が効いています。" }
            div.trend { (PreEscaped(trend(&points))) }
            details.definition {
                summary { "数字で見る" }
                div {
                    (Table {
                        id: "trend",
                        caption: "段階ごとの件数の移り変わり",
                        columns: vec![
                            Column::new("いつ"),
                            Column::new("高").at_end(),
                            Column::new("中").at_end(),
                            Column::new("低").at_end(),
                        ],
                        rows: rows.collect(),
                        ..Table::default()
                    }.render())
                }
            }
            p { a href="/assessments" { "アセスメントの結果を見る・比べる" } }
        }
    }
}

fn point(assessment: &Assessment) -> TrendPoint {
    let counts = Band::WORST_FIRST.map(|band| assessment.heat_map.band(band, &assessment.criteria));
    TrendPoint { label: plain::day(assessment.made_on), counts }
}
