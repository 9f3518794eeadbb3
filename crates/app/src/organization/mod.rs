//! 組織: one company, the tenant of everything else; its departments and its answers (profile).

mod add;
pub mod department;
mod establish;
pub(crate) mod row;

use method::RiskCriteria;
use serde::{Deserialize, Serialize};

pub use add::add;
pub use establish::{Establishment, FirstPerson, establish, is_first_run};

use crate::{Error, OrganizationId, Result};

/// One company.
#[derive(Debug, Clone, PartialEq)]
pub struct Organization {
    /// Its key.
    pub id: OrganizationId,
    /// 組織名
    pub name: String,
    /// Answers of the profile questions, as the TOML of `sonae profile new`.
    pub profile: String,
    /// リスク基準
    pub criteria: RiskCriteria,
    /// Whether it is the sample company, marked on every screen.
    pub sample: bool,
    /// Counts changes.
    pub version: i64,
}

/// Risk criteria as they are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct StoredCriteria {
    name: String,
    high: u8,
    medium: u8,
}

fn criteria_text(criteria: &RiskCriteria) -> Result<String> {
    let stored =
        StoredCriteria { name: criteria.name().to_owned(), high: criteria.high_from(), medium: criteria.medium_from() };
    Ok(serde_json::to_string(&stored)?)
}

impl TryFrom<row::organization::Model> for Organization {
    type Error = Error;

    fn try_from(row: row::organization::Model) -> Result<Self> {
        let stored: StoredCriteria = serde_json::from_str(&row.criteria)?;
        let criteria = RiskCriteria::own(&stored.name, stored.high, stored.medium)
            .map_err(|error| Error::internal(error.to_string()))?;
        Ok(Self {
            id: OrganizationId(row.id),
            name: row.name,
            profile: row.profile,
            criteria,
            sample: row.sample,
            version: row.version,
        })
    }
}
