//! What 高, 中 and 低 mean under some criteria, as a table.

use catalog::Catalog;
use maud::{Markup, html};
use method::RiskCriteria;

use crate::components::{Column, Row, Table};

/// One line a band, worst first.
pub(super) fn table(catalog: &Catalog, criteria: &RiskCriteria) -> Markup {
    let rows = catalog.bands.iter().map(|band| {
        let levels: Vec<String> = criteria.levels(band.id).iter().map(|level| level.value().to_string()).collect();
        Row::new(vec![
            html! { strong { (band.title) } },
            html! { @if levels.is_empty() { "なし" } @else { (levels.join("・")) } },
            html! { (band.acceptance) },
            html! { (band.action) },
        ])
    });
    Table {
        id: "bands",
        caption: "リスクの段階とその意味",
        columns: vec![
            Column::new("段階"),
            Column::new("リスクレベル"),
            Column::new("意味"),
            Column::new("すること").block(),
        ],
        rows: rows.collect(),
        ..Table::default()
    }
    .render()
}
