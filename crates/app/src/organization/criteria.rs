//! リスク基準: which risk levels the organization can live with.

use method::{Band, RiskCriteria};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Organization, find::lock, save};
use crate::{Context, Error, Permission, Result};

/// The name of criteria of the organization's own.
const OWN: &str = "自社";
/// After how many months risks are assessed anew, until somebody says otherwise.
pub(crate) const USUAL_REPEAT: u8 = 12;
/// The most months between two assessments.
pub const LONGEST_REPEAT: u8 = 36;

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

    /// The criteria that it stands for.
    ///
    /// # Errors
    /// [`Error::Invalid`] (`medium`) for own bands out of order.
    pub fn criteria(self) -> Result<RiskCriteria> {
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
/// Those of [`set_criteria`].
pub async fn choose_criteria(context: &Context, choice: CriteriaChoice, version: i64) -> Result<Organization> {
    set_criteria(context, choice, None, version).await
}

/// The same together with `repeat`: after how many months risks are assessed anew; `None` leaves it.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::EditOrganization`]; [`Error::Invalid`] (`medium`) for own
/// criteria out of order, (`repeat`) for an interval out of 1..=[`LONGEST_REPEAT`]; [`Error::Stale`].
pub async fn set_criteria(
    context: &Context,
    choice: CriteriaChoice,
    repeat: Option<u8>,
    version: i64,
) -> Result<Organization> {
    context.require(Permission::EditOrganization)?;
    let criteria = choice.criteria()?;
    if repeat.is_some_and(|months| !(1..=LONGEST_REPEAT).contains(&months)) {
        let message = format!("『アセスメントをくり返す間隔』を1〜{LONGEST_REPEAT}か月で選んでください。");
        return Err(Error::invalid("repeat", message));
    }
    context
        .transaction(async |transaction| {
            let old = lock(transaction, context).await?;
            save::require_version(&old, version)?;
            let repeat_months = repeat.unwrap_or(old.repeat_months);
            let new = Organization { criteria: criteria.clone(), repeat_months, ..old.clone() };
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
    /// After how many months risks are assessed anew; rows of before have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    repeat: Option<u8>,
}

impl StoredCriteria {
    fn of(criteria: &RiskCriteria, repeat: Option<u8>) -> Self {
        let (high, medium) = (criteria.high_from(), criteria.medium_from());
        Self { name: criteria.name().to_owned(), high, medium, repeat }
    }

    fn read(self) -> Result<(RiskCriteria, u8)> {
        let criteria = RiskCriteria::own(&self.name, self.high, self.medium);
        let criteria = criteria.map_err(|error| Error::internal(error.to_string()))?;
        Ok((criteria, self.repeat.unwrap_or(USUAL_REPEAT)))
    }
}

/// As they are stored with an assessment.
pub(crate) fn criteria_text(criteria: &RiskCriteria) -> Result<String> {
    Ok(serde_json::to_string(&StoredCriteria::of(criteria, None))?)
}

/// As an organization's are stored, with the interval of its assessments where it is not the usual one.
pub(crate) fn organization_criteria_text(organization: &Organization) -> Result<String> {
    let months = organization.repeat_months;
    let repeat = (months != USUAL_REPEAT).then_some(months);
    Ok(serde_json::to_string(&StoredCriteria::of(&organization.criteria, repeat))?)
}

/// From what was stored: the criteria, and the interval of assessments in months.
pub(crate) fn parse_criteria(text: &str) -> Result<(RiskCriteria, u8)> {
    serde_json::from_str::<StoredCriteria>(text)?.read()
}

/// From a snapshot of the audit log.
pub(crate) fn read_criteria(snapshot: &Value) -> Result<(RiskCriteria, u8)> {
    serde_json::from_value::<StoredCriteria>(snapshot.clone())?.read()
}
