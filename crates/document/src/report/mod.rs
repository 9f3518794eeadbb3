//! Documents about risks that people have identified, decided and approved: what stands in the database
//! becomes a document. Pure: whoever calls has read it.

mod assessment;
mod decision;
mod plan;
mod risks;
mod task;

use jiff::civil::Date;
use method::{Medium, Rating, RiskCriteria, RiskLevel, Treatment};

pub use assessment::{AssessmentReport, Moves, assessment_report};
pub use decision::{ReportedApproval, ReportedDecision};
pub use plan::{TreatmentPlan, treatment_plan};
pub use risks::{ListedRisk, RiskList, risk_list};
pub use task::{ReportedStatus, ReportedTask};

use crate::{Cell, Column, FrontMatter};

/// What every report's head shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportFront {
    /// 組織
    pub organization: String,
    /// The day that the report is of.
    pub date: Option<Date>,
    /// What it is about: 全社, a department.
    pub scope: String,
}

/// A risk as reports show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedRisk {
    /// Name of the asset or the event.
    pub name: String,
    /// The threat; empty where none is known.
    pub title: String,
    /// Where the asset is kept; `None` for an event.
    pub medium: Option<Medium>,
    /// 重要度
    pub importance: Rating,
    /// 被害発生可能性
    pub likelihood: Rating,
    /// リスクレベル that is expected to remain.
    pub residual_level: Option<RiskLevel>,
    /// The decided treatment.
    pub treatment: Option<Treatment>,
    /// リスク所有者
    pub owner: String,
    /// The calculation in words; may be empty.
    pub explanation: String,
}

impl ReportedRisk {
    /// リスクレベル
    pub const fn level(&self) -> RiskLevel {
        RiskLevel::new(self.importance, self.likelihood)
    }

    /// 「顧客リスト（事務所PC）」, and the threat on a line of its own.
    fn in_words(&self) -> String {
        let place = self.medium.map_or("事象", Medium::title);
        match self.title.as_str() {
            "" => format!("{}（{place}）", self.name),
            title => format!("{}（{place}）\n{title}", self.name),
        }
    }
}

fn front(front: &ReportFront, id: &str, number: &str, category: &str, title: &str) -> FrontMatter {
    FrontMatter {
        id: id.to_owned(),
        organization: front.organization.clone(),
        number: number.to_owned(),
        category: category.to_owned(),
        title: title.to_owned(),
        revised_on: front.date,
        scope: front.scope.clone(),
        state: String::new(),
        contents: false,
        landscape: true,
    }
}

/// Number, words, owner, level, band, treatment, what remains.
fn risk_columns() -> Vec<Column> {
    vec![
        Column::center("No.", 3),
        Column::left("情報資産・事象と脅威", 15),
        Column::left("リスク所有者", 6),
        Column::center("重要度", 3),
        Column::center("可能性", 3),
        Column::center("リスクレベル", 4),
        Column::center("対応", 3),
        Column::center("対応後", 4),
        Column::left("理由", 24),
    ]
}

fn risk_row(place: usize, risk: &ReportedRisk, criteria: &RiskCriteria) -> Vec<Cell> {
    vec![
        Cell::number(i64::try_from(place + 1).unwrap_or(i64::MAX)),
        Cell::plain(risk.in_words()),
        Cell::plain(&risk.owner),
        Cell::number(risk.importance.value()),
        Cell::number(risk.likelihood.value()),
        level(risk.level(), criteria),
        Cell::plain(risk.treatment.map_or("未定", Treatment::title)),
        residual(risk, criteria),
        Cell::plain(&risk.explanation),
    ]
}

/// 「高 9」 in the colours of its band, as on the screens.
fn level(level: RiskLevel, criteria: &RiskCriteria) -> Cell {
    let band = criteria.band(level);
    Cell::plain(format!("{} {level}", band.title())).toned(band.into())
}

/// What is expected to remain; empty where nothing says so.
fn residual(risk: &ReportedRisk, criteria: &RiskCriteria) -> Cell {
    risk.residual_level.map_or_else(Cell::default, |residual| level(residual, criteria))
}

/// 2026/11/30: a cell of a table has no room for the day as heads and sentences write it.
fn short(day: Date) -> String {
    format!("{}/{}/{}", day.year(), day.month(), day.day())
}
