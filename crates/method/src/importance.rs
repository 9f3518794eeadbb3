//! 重要度: how much it matters that an asset is kept.

use crate::{Asset, Properties, Rating, Ratings, Valuation};

/// The rule that decided the importance of an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ImportanceReason {
    /// It holds personal data of some kind: 3 (the law demands safety control).
    PersonalData,
    /// An incident would threaten the company's survival: 3.
    Survival,
    /// The highest of the three ratings; these properties carry it.
    Highest(Properties),
    /// The register gives one asset value (資産価値).
    AssetValue,
}

/// 重要度 with the rule that decided it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Importance {
    /// 1..=3.
    pub value: Rating,
    /// Which rule decided.
    pub reason: ImportanceReason,
}

/// 重要度 of an asset: 3 if it holds personal data or an incident would threaten survival, else the
/// highest of 機密性・完全性・可用性 (or the register's own 資産価値).
///
/// Source: seminar chapter 9-2; national guideline, risk sheet.
pub fn importance(asset: &Asset) -> Importance {
    let forced = |reason| Importance { value: Rating::HIGH, reason };
    match asset.valuation {
        _ if asset.personal_data.any() => forced(ImportanceReason::PersonalData),
        _ if asset.survival => forced(ImportanceReason::Survival),
        Valuation::Ratings(ratings) => highest(ratings),
        Valuation::AssetValue(value) => Importance { value, reason: ImportanceReason::AssetValue },
    }
}

fn highest(ratings: Ratings) -> Importance {
    Importance { value: ratings.highest(), reason: ImportanceReason::Highest(ratings.deciding()) }
}

impl Importance {
    /// Why, in words for the person who owns the asset: 「個人情報を含むため」.
    pub fn explanation(&self) -> String {
        match self.reason {
            ImportanceReason::PersonalData => "個人情報を含むため".into(),
            ImportanceReason::Survival => "事故が会社の存続に関わるため".into(),
            ImportanceReason::AssetValue => format!("台帳の資産価値が{}のため", self.value),
            ImportanceReason::Highest(properties) => {
                let titles: Vec<_> = properties.iter().map(|property| property.title()).collect();
                if titles.len() == 3 {
                    format!("機密性・完全性・可用性がどれも{}のため", self.value)
                } else {
                    format!("{}が{}で最も高いため", titles.join("と"), self.value)
                }
            }
        }
    }
}
