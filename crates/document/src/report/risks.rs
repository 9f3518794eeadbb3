//! リスク一覧.

use method::RiskCriteria;

use super::{ReportFront, ReportedRisk, front, risk_columns, risk_row};
use crate::Document;
use crate::words::{paragraph, table};

/// What a list of risks is made from.
#[derive(Debug, Clone)]
pub struct RiskList {
    /// Its head.
    pub front: ReportFront,
    /// By what the risks are banded.
    pub criteria: RiskCriteria,
    /// The risks, in the order in which they are to stand.
    pub risks: Vec<ReportedRisk>,
}

/// The list as a document.
pub fn risk_list(list: &RiskList) -> Document {
    let rows = list.risks.iter().enumerate().map(|(place, risk)| risk_row(place, risk, &list.criteria));
    let blocks = vec![
        paragraph(format!(
            "リスク{}件の一覧です。リスクレベルは重要度×被害発生可能性、段階は{}のリスク基準によります。",
            list.risks.len(),
            list.criteria.name()
        )),
        table("", risk_columns(), rows.collect()),
    ];
    Document { front: front(&list.front, "risks", "LST-001", "リスクアセスメント", "リスク一覧"), blocks }
}
