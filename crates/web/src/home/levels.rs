//! How the risks are spread now, and how that changed from assessment to assessment.

use app::assessment::Assessment;
use app::risk::HeatMap;
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
    let mut whole: Vec<&Assessment> =
        facts.assessments.iter().filter(|assessment| assessment.department.is_none()).collect();
    // They come newest first: the last one of a day says how that day ended.
    whole.dedup_by_key(|assessment| assessment.made_on);
    if whole.is_empty() {
        return html! {};
    }
    // All by the criteria of today: only then does a smaller column mean a smaller risk.
    let summary = &facts.summary;
    let counts = |heat_map: &HeatMap| Band::WORST_FIRST.map(|band| heat_map.band(band, &summary.criteria));
    let then = whole.into_iter().take(SHOWN).rev();
    let then = then.map(|then| TrendPoint { label: plain::day(then.made_on), counts: counts(&then.heat_map) });
    let points: Vec<_> =
        then.chain([TrendPoint { label: "今".to_owned(), counts: counts(&summary.heat_map) }]).collect();
    let rows = points.iter().map(|point| {
        let counts = point.counts.iter().map(|count| html! { (thousands(*count)) "件" });
        Row::new(std::iter::once(html! { (point.label) }).chain(counts).collect())
    });
    html! {
        section aria-labelledby="over-time" {
            h2 #over-time { "リスクの移り変わり" }
            p { "残してあるアセスメントの数字と今の数字を、どちらも今のリスク基準で数えています。「高」が減っていれば、対策が効いています。" }
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
