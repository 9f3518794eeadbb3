//! リスク対応: what can be done with a risk.

use serde::{Deserialize, Serialize};

use crate::{Band, Rating};

/// リスク対応 (seminar chapter 9-2; ISO 31000).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    /// 低減: put controls in place.
    Reduce,
    /// 移転: let others carry it.
    Transfer,
    /// 回避: stop what causes it.
    Avoid,
    /// 受容 (保有): carry it knowingly.
    Accept,
}

impl Treatment {
    /// In the seminar's order.
    pub const ALL: [Self; 4] = [Self::Reduce, Self::Transfer, Self::Avoid, Self::Accept];

    /// 低減, 移転, 回避, 受容.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Reduce => "低減",
            Self::Transfer => "移転",
            Self::Avoid => "回避",
            Self::Accept => "受容",
        }
    }

    /// The id used in the catalog and in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reduce => "reduce",
            Self::Transfer => "transfer",
            Self::Avoid => "avoid",
            Self::Accept => "accept",
        }
    }
}

/// A suggestion, never a decision: low → accept; importance 3 with likelihood 3 → consider avoid;
/// importance 3 with likelihood 1 → consider transfer; else reduce.
///
/// The band comes first: what the organization can live with as it is, it may accept.
pub fn suggested_treatment(importance: Rating, likelihood: Rating, band: Band) -> Treatment {
    match (band, importance, likelihood) {
        (Band::Low, _, _) => Treatment::Accept,
        (_, Rating::HIGH, Rating::HIGH) => Treatment::Avoid,
        (_, Rating::HIGH, Rating::LOW) => Treatment::Transfer,
        _ => Treatment::Reduce,
    }
}

/// Whether accepting a risk whose residual band is `residual` needs an approval with a reason and
/// a review date: everything that is not 低.
pub const fn acceptance_needs_approval(residual: Band) -> bool {
    !matches!(residual, Band::Low)
}
