//! リスク一覧.

use jiff::civil::Date;
use method::RiskCriteria;

use super::{ReportFront, ReportedRisk, front, risk_columns, risk_row};
use crate::words::{paragraph, table};
use crate::{Cell, Column, Document};

/// What a list of risks is made from.
#[derive(Debug, Clone)]
pub struct RiskList {
    /// Its head.
    pub front: ReportFront,
    /// By what the risks are banded.
    pub criteria: RiskCriteria,
    /// The risks, in the order in which they are to stand.
    pub risks: Vec<ListedRisk>,
}

/// A risk of the list, with what is still to be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRisk {
    /// The risk.
    pub risk: ReportedRisk,
    /// How far the approval of its treatment is, in words; empty where nothing is decided.
    pub approval: String,
    /// 見直し予定日
    pub review_on: Option<Date>,
}

/// The list as a document.
pub fn risk_list(list: &RiskList) -> Document {
    let rows = list.risks.iter().enumerate().map(|(place, listed)| row(place, listed, &list.criteria));
    let blocks = vec![
        paragraph(format!(
            "リスク{}件の一覧です。リスクレベルは重要度×被害発生可能性、段階は{}のリスク基準によります。",
            list.risks.len(),
            list.criteria.name()
        )),
        table("", columns(), rows.collect()),
    ];
    Document { front: front(&list.front, "risks", "LST-001", "リスクアセスメント", "リスク一覧"), blocks }
}

/// The columns of every report of risks; approval and review stand before the last one, the reason, which is long.
fn columns() -> Vec<Column> {
    let mut columns = risk_columns();
    let reason = columns.len().saturating_sub(1);
    columns.insert(reason, Column::center("見直し予定日", 7));
    columns.insert(reason, Column::center("承認", 4));
    columns
}

fn row(place: usize, listed: &ListedRisk, criteria: &RiskCriteria) -> Vec<Cell> {
    let mut cells = risk_row(place, &listed.risk, criteria);
    let reason = cells.len().saturating_sub(1);
    cells.insert(reason, Cell::day(listed.review_on));
    cells.insert(reason, Cell::plain(&listed.approval));
    cells
}
