//! リスクレベル: importance times likelihood.

use serde::Serialize;

use crate::Rating;

/// リスクレベル (リスク値): one of 1, 2, 3, 4, 6, 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RiskLevel(u8);

impl RiskLevel {
    /// Every level that can occur, ascending.
    pub const ALL: [Self; 6] = [Self(1), Self(2), Self(3), Self(4), Self(6), Self(9)];

    /// 重要度 × 被害発生可能性. Source: seminar chapter 9-2.
    pub const fn new(importance: Rating, likelihood: Rating) -> Self {
        Self(importance.value() * likelihood.value())
    }

    /// The level of that number; `None` where it cannot occur.
    pub fn from_value(value: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.0 == value)
    }

    /// The number.
    pub const fn value(self) -> u8 {
        self.0
    }
}

impl std::fmt::Display for RiskLevel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
