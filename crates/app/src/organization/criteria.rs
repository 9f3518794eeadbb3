//! リスク基準: which risk levels the organization can live with.

use method::{Band, RiskCriteria};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Organization, find::lock, save};
use crate::{Context, Error, Permission, Result};

/// The name of criteria of the organization's own.
const OWN: &str = "自社";

/// Criteria to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CriteriaChoice {
    /// 東京都
    Tokyo,
    /// IPA
    Ipa,
    /// The organization's own.
    Own {
        /// The lowest level that is 高.
        high: u8,
        /// The lowest level that is 中.
        medium: u8,
    },
}

impl CriteriaChoice {
    /// Which one the criteria are.
    pub fn of(criteria: &RiskCriteria) -> Self {
        if *criteria == RiskCriteria::tokyo() {
            Self::Tokyo
        } else if *criteria == RiskCriteria::ipa() {
            Self::Ipa
        } else {
            Self::Own { high: criteria.high_from(), medium: criteria.medium_from() }
        }
    }

    fn criteria(self) -> Result<RiskCriteria> {
        match self {
            Self::Tokyo => Ok(RiskCriteria::tokyo()),
            Self::Ipa => Ok(RiskCriteria::ipa()),
            Self::Own { high, medium } => RiskCriteria::own(OWN, high, medium).map_err(|_| {
                Error::invalid(
                    "medium",
                    "『「中」とするリスクレベル』は2以上で、『「高」とするリスクレベル』より小さい値から始めてください。",
                )
            }),
        }
    }
}

/// Chooses other criteria, unless somebody changed the organization since `version` was read. Every risk is
/// banded by them from then on.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::Invalid`] (`medium`) for own
/// criteria out of order; [`Error::Stale`].
pub async fn choose_criteria(context: &Context, choice: CriteriaChoice, version: i64) -> Result<Organization> {
    context.require(Permission::EditOrganization)?;
    let criteria = choice.criteria()?;
    context
        .transaction(async |transaction| {
            let old = lock(transaction, context).await?;
            save::require_version(&old, version)?;
            let new = Organization { criteria: criteria.clone(), ..old.clone() };
            save::save(transaction, context, &old, new, None).await
        })
        .await
}

/// 東京都：高 9・6、中 4・3、低 2・1
pub fn criteria_in_words(criteria: &RiskCriteria) -> String {
    let bands = Band::WORST_FIRST.map(|band| {
        let levels: Vec<String> = criteria.levels(band).iter().map(|level| level.value().to_string()).collect();
        let levels = if levels.is_empty() { "なし".to_owned() } else { levels.join("・") };
        format!("{} {levels}", band.title())
    });
    format!("{}：{}", criteria.name(), bands.join("、"))
}

/// Risk criteria as they are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredCriteria {
    name: String,
    high: u8,
    medium: u8,
}

impl StoredCriteria {
    fn read(self) -> Result<RiskCriteria> {
        RiskCriteria::own(&self.name, self.high, self.medium).map_err(|error| Error::internal(error.to_string()))
    }
}

/// As they are stored.
pub(crate) fn criteria_text(criteria: &RiskCriteria) -> Result<String> {
    let stored =
        StoredCriteria { name: criteria.name().to_owned(), high: criteria.high_from(), medium: criteria.medium_from() };
    Ok(serde_json::to_string(&stored)?)
}

/// From what was stored.
pub(crate) fn parse_criteria(text: &str) -> Result<RiskCriteria> {
    serde_json::from_str::<StoredCriteria>(text)?.read()
}

/// From a snapshot of the audit log.
pub(crate) fn read_criteria(snapshot: &Value) -> Result<RiskCriteria> {
    serde_json::from_value::<StoredCriteria>(snapshot.clone())?.read()
}
