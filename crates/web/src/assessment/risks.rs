//! Tables of risks as they were on the day of a snapshot.

use std::collections::HashSet;

use app::RiskId;
use app::assessment::{AssessedRisk, Moved};
use maud::{Markup, html};
use method::RiskCriteria;

use crate::components::{Column, Row, Table};
use crate::treatment::words::{level, levels};

/// Risks with their levels and what was decided.
pub(super) fn table(
    id: &str,
    caption: &str,
    risks: &[AssessedRisk],
    criteria: &RiskCriteria,
    existing: &HashSet<RiskId>,
) -> Markup {
    let row = |risk: &AssessedRisk| {
        Row::new(vec![
            name(risk, existing),
            levels(risk.level(), risk.residual_level(), criteria),
            html! { @match risk.treatment { Some(treatment) => (treatment.title()), None => "未定" } },
            html! { (risk.owner) },
            html! { small { (risk.explanation) } },
        ])
    };
    Table {
        id,
        caption,
        columns: vec![
            Column::new("リスク"),
            Column::new("その日 → 対応後").unlabelled(),
            Column::new("対応"),
            Column::new("リスク所有者").labelled("所有者"),
            Column::new("計算").block(),
        ],
        rows: risks.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}

/// Risks whose level changed.
pub(super) fn moved(
    id: &str,
    caption: &str,
    risks: &[Moved],
    (before, after): (&RiskCriteria, &RiskCriteria),
    existing: &HashSet<RiskId>,
) -> Markup {
    let row = |moved: &Moved| {
        Row::new(vec![
            name(&moved.after, existing),
            level(before, moved.before.level()),
            level(after, moved.after.level()),
            html! { small { (moved.after.explanation) } },
        ])
    };
    Table {
        id,
        caption,
        columns: vec![Column::new("リスク"), Column::new("前回"), Column::new("今回"), Column::new("計算").block()],
        rows: risks.iter().map(row).collect(),
        ..Table::default()
    }
    .render()
}

/// Leads to the risk where there still is one to be seen.
fn name(risk: &AssessedRisk, existing: &HashSet<RiskId>) -> Markup {
    html! {
        @if existing.contains(&risk.risk) { a href={ "/risks/" (risk.risk) } { (risk.name) } } @else { (risk.name) }
        @if !risk.title.is_empty() { small { (risk.title) } }
    }
}
