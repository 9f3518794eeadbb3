//! How the risks are spread now, and how that changed from assessment to assessment.

use app::assessment::Assessment;
use app::risk::HeatMap;
use app::{Context, Permission, Scope};
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

/// Snapshots of the same part of the organization, the newest first, one a day.
struct Course<'a> {
    assessments: Vec<&'a Assessment>,
    /// The department, where it is not the whole organization.
    department: Option<&'a str>,
    /// Whether the numbers of now are about the same.
    goes_on: bool,
}

impl<'a> Course<'a> {
    /// That of the whole organization, or of the one department whose snapshots the person sees; a snapshot of a
    /// department is no step on the whole organization's way.
    fn of(context: &Context, all: &'a [Assessment]) -> Option<Self> {
        let first = all.first()?;
        let mut course = match context.scope(Permission::ReadRisks).ok()? {
            Scope::Organization => {
                let whole = all.iter().filter(|one| one.is_whole());
                Self { assessments: whole.collect(), department: None, goes_on: true }
            }
            Scope::Departments(_) if all.iter().any(|one| one.department != first.department) => return None,
            Scope::Departments(own) => Self {
                assessments: all.iter().collect(),
                department: Some(first.scope.as_str()),
                goes_on: own.iter().all(|department| Some(*department) == first.department),
            },
        };
        // The last one of a day says how that day ended.
        course.assessments.dedup_by_key(|one| one.made_on);
        (!course.assessments.is_empty()).then_some(course)
    }

    /// In words, which numbers these are.
    const fn explanation(&self) -> &'static str {
        if self.goes_on {
            "残してあるアセスメントの数字と今の数字を、どちらも今のリスク基準で数えています。"
        } else {
            "残してあるアセスメントの数字を、どれも今のリスク基準で数えています。"
        }
    }
}

/// The columns over time with the same numbers as a table; nothing before the first assessment.
pub(super) fn over_time(context: &Context, facts: &RiskFacts) -> Markup {
    let Some(course) = Course::of(context, &facts.assessments) else { return html! {} };
    // All by the criteria of today: only then does a smaller column mean a smaller risk.
    let summary = &facts.summary;
    let point = |label: String, heat_map: &HeatMap| {
        let counts = Band::WORST_FIRST.map(|band| heat_map.band(band, &summary.criteria));
        TrendPoint { label, counts }
    };
    let then = course.assessments.iter().take(SHOWN).rev().map(|then| point(plain::day(then.made_on), &then.heat_map));
    let now = course.goes_on.then(|| point("今".to_owned(), &summary.heat_map));
    let points: Vec<_> = then.chain(now).collect();
    html! {
        section aria-labelledby="over-time" {
            h2 #over-time { @if let Some(department) = course.department { (department) "の" } "リスクの移り変わり" }
            p {
                (course.explanation())
                "「高」は、対策が進むと減りますが、リスクを削除したときなどにも減ります。何が変わったかは、2回のアセスメントを比べると分かります。"
            }
            div.trend { (PreEscaped(trend(&points))) }
            details.definition {
                summary { "数字で見る" }
                div { (numbers(&points)) }
            }
            p { a href="/assessments" { "アセスメントの結果を見る・比べる" } }
        }
    }
}

fn numbers(points: &[TrendPoint]) -> Markup {
    let rows = points.iter().map(|point| {
        let counts = point.counts.iter().map(|count| html! { (thousands(*count)) "件" });
        Row::new(std::iter::once(html! { (point.label) }).chain(counts).collect())
    });
    Table {
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
    }
    .render()
}
