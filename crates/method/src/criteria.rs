//! リスク基準: which levels the organization can live with.

use serde::{Deserialize, Serialize};

use crate::RiskLevel;

/// The band of a risk level against the organization's risk criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// 低: acceptable as it is.
    Low,
    /// 中: acceptable while watched.
    Medium,
    /// 高: not acceptable.
    High,
}

impl Band {
    /// Worst first, as people read them.
    pub const WORST_FIRST: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The word in addresses and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::WORST_FIRST.into_iter().find(|band| band.id() == id)
    }

    /// 高, 中, 低.
    pub const fn title(self) -> &'static str {
        match self {
            Self::High => "高",
            Self::Medium => "中",
            Self::Low => "低",
        }
    }

    /// What the band means for the organization.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::High => "受容できない",
            Self::Medium => "管理下で受容可能",
            Self::Low => "そのまま受容可能",
        }
    }
}

/// リスク基準: the lowest level of 高 and of 中; everything below is 低.
///
/// Source: seminar chapter 12-2-4 (東京都), national guideline (IPA).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskCriteria {
    name: String,
    high_from: u8,
    medium_from: u8,
}

/// Why own criteria cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CriteriaError {
    /// The lowest 高 must lie above the lowest 中, which must lie above 1, both at most 9.
    Order,
}

impl std::fmt::Display for CriteriaError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("リスク基準は「1 ＜ 中の下限 ＜ 高の下限 ≦ 9」になるように決めてください。")
    }
}

impl std::error::Error for CriteriaError {}

impl RiskCriteria {
    /// 東京都: 9, 6 高 / 4, 3 中 / 2, 1 低.
    pub fn tokyo() -> Self {
        Self { name: "東京都".into(), high_from: 6, medium_from: 3 }
    }

    /// IPA: 9, 6 高 (大) / 4 中 / 3, 2, 1 低 (小).
    pub fn ipa() -> Self {
        Self { name: "IPA".into(), high_from: 6, medium_from: 4 }
    }

    /// The organization's own criteria: levels from `high_from` are 高, from `medium_from` 中.
    ///
    /// # Errors
    /// [`CriteriaError::Order`] unless `1 < medium_from < high_from <= 9`.
    pub fn own(name: &str, high_from: u8, medium_from: u8) -> Result<Self, CriteriaError> {
        if 1 < medium_from && medium_from < high_from && high_from <= 9 {
            Ok(Self { name: name.into(), high_from, medium_from })
        } else {
            Err(CriteriaError::Order)
        }
    }

    /// Whose criteria these are.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The lowest level that is 高, 3..=9.
    pub const fn high_from(&self) -> u8 {
        self.high_from
    }

    /// The lowest level that is 中, 2..=8.
    pub const fn medium_from(&self) -> u8 {
        self.medium_from
    }

    /// The band of a level.
    pub const fn band(&self, level: RiskLevel) -> Band {
        if level.value() >= self.high_from {
            Band::High
        } else if level.value() >= self.medium_from {
            Band::Medium
        } else {
            Band::Low
        }
    }

    /// The levels of a band that can occur, highest first.
    pub fn levels(&self, band: Band) -> Vec<RiskLevel> {
        RiskLevel::ALL.into_iter().rev().filter(|level| self.band(*level) == band).collect()
    }
}
