//! What was decided about a risk beside the work, and who approved it.

use jiff::civil::Date;
use method::{RiskCriteria, RiskLevel, Treatment};

use super::{ReportedRisk, level, residual, short};
use crate::{Cell, Column};

/// A decision that stands for itself, with tasks or without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedDecision {
    /// The risk, with the decided treatment.
    pub risk: ReportedRisk,
    /// リスクレベル before any work was done; as it is now while none is.
    pub before: RiskLevel,
    /// To whom and by which contract, what stops, or why it is accepted.
    pub what: String,
    /// When it is looked at again.
    pub review_on: Option<Date>,
    /// How far the owner's approval is.
    pub approval: ReportedApproval,
}

/// How far the approval of a treatment is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportedApproval {
    /// The state, in words: 承認待ち, 承認済み.
    pub state: String,
    /// Who approved and on which day; `None` where nobody did, or what was approved is no longer so.
    pub given: Option<(String, Date)>,
}

impl ReportedApproval {
    /// 「承認済み」, then the name and the day on lines of their own.
    pub(super) fn in_words(&self) -> String {
        match &self.given {
            None => self.state.clone(),
            Some((name, on)) => format!("{}\n{name}\n{}", self.state, short(*on)),
        }
    }
}

pub(super) fn decision_columns() -> Vec<Column> {
    vec![
        Column::left("リスク", 14),
        Column::left("リスク所有者", 6),
        Column::center("対応前", 3),
        Column::center("対応", 3),
        Column::left("方法と理由", 15),
        Column::center("見直す日", 8),
        Column::center("対応後", 3),
        Column::center("承認", 8),
    ]
}

pub(super) fn decision_row(decision: &ReportedDecision, criteria: &RiskCriteria) -> Vec<Cell> {
    let risk = &decision.risk;
    vec![
        Cell::plain(risk.in_words()),
        Cell::plain(&risk.owner),
        level(decision.before, criteria),
        Cell::plain(risk.treatment.map_or("", Treatment::title)),
        Cell::plain(&decision.what),
        Cell::day(decision.review_on),
        residual(risk, criteria),
        Cell::plain(decision.approval.in_words()),
    ]
}
