//! リスクアセスメント: a snapshot of all risks on a day, to be compared with the next.

mod compare;
mod find;
mod list;
mod name;
mod next;
mod remove;
mod report;
mod restore;
pub(crate) mod row;
mod take;

use jiff::civil::Date;
use method::{Medium, Rating, RiskCriteria, RiskLevel, Treatment};
use serde::{Deserialize, Serialize};

pub use compare::{Comparison, Moved, compare};
pub use find::find;
pub use list::{MOST, list};
pub use next::{Next, next};
pub use remove::remove;
pub use report::report;
pub(crate) use restore::{forget_department, present, restore};
pub use take::{Input, take};

use crate::risk::HeatMap;
use crate::{AssessmentId, DepartmentId, Instant, RiskId};

/// What one is about that is about the whole organization.
const WHOLE: &str = "全社";

/// A snapshot. Nothing changes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// Key.
    pub id: AssessmentId,
    /// Its name: 2026年度 定期.
    pub name: String,
    /// 評価日
    pub made_on: Date,
    /// リスク基準 of that day.
    pub criteria: RiskCriteria,
    /// The department that it is about; `None` for the whole organization.
    pub department: Option<DepartmentId>,
    /// What it is about, in words.
    pub scope: String,
    /// How many risks of each importance and likelihood.
    pub heat_map: HeatMap,
    /// Who took it.
    pub made_by: String,
    /// When it was taken.
    pub created_at: Instant,
}

impl Assessment {
    /// Whether it is about the whole organization. One of a department that is no more is not.
    pub fn is_whole(&self) -> bool {
        self.department.is_none() && self.scope == WHOLE
    }

    /// Whether both are about the same: a department stays the same under another name.
    pub fn has_scope_of(&self, other: &Self) -> bool {
        self.department == other.department && (self.department.is_some() || self.scope == other.scope)
    }
}

/// A risk as it was on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssessedRisk {
    /// Which.
    pub risk: RiskId,
    /// Name of the asset or the event.
    pub name: String,
    /// The threat; empty where none is known.
    pub title: String,
    /// Where the asset is kept; absent for an event.
    pub medium: Option<Medium>,
    /// 重要度
    pub importance: Rating,
    /// 被害発生可能性
    pub likelihood: Rating,
    /// The calculation in words.
    pub explanation: String,
    /// 被害発生可能性 that was expected to remain.
    pub residual_likelihood: Option<Rating>,
    /// The decided treatment.
    pub treatment: Option<Treatment>,
    /// リスク所有者
    pub owner: String,
}

impl AssessedRisk {
    /// リスクレベル
    pub const fn level(&self) -> RiskLevel {
        RiskLevel::new(self.importance, self.likelihood)
    }

    /// リスクレベル that was expected to remain.
    pub fn residual_level(&self) -> Option<RiskLevel> {
        self.residual_likelihood.map(|likelihood| RiskLevel::new(self.importance, likelihood))
    }
}
