//! 組織: one company, the tenant of everything else; its departments and its answers (profile).

mod add;
mod criteria;
pub mod department;
mod establish;
mod find;
mod learn_media;
mod overview;
mod profile;
mod rename;
mod restore;
pub(crate) mod row;
mod sample;
mod save;

use method::RiskCriteria;

pub use add::add;
pub use criteria::{CriteriaChoice, LONGEST_REPEAT, choose_criteria, criteria_in_words, set_criteria};
pub(crate) use criteria::{USUAL_REPEAT, criteria_text, organization_criteria_text, parse_criteria, read_criteria};
pub use establish::{Establishment, FirstPerson, establish, is_first_run};
pub(crate) use find::lock;
pub use find::{all, find};
pub(crate) use learn_media::learn_media;
pub use overview::{Overview, PeopleCount, overview};
pub use profile::{NAME_QUESTION, TypedAnswers, answer, answered, type_answers};
pub use rename::{LONGEST_NAME, rename};
pub(crate) use restore::{present, restore};
pub use sample::{load_sample, remove_sample};
pub(crate) use save::state;

use crate::{Error, OrganizationId};

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
    /// After how many months risks are assessed anew, 1..=[`LONGEST_REPEAT`].
    pub repeat_months: u8,
    /// Whether it is the sample company, marked on every screen.
    pub sample: bool,
    /// Counts changes.
    pub version: i64,
}

impl TryFrom<row::organization::Model> for Organization {
    type Error = Error;

    fn try_from(row: row::organization::Model) -> Result<Self, Error> {
        let (criteria, repeat_months) = parse_criteria(&row.criteria)?;
        Ok(Self {
            id: OrganizationId(row.id),
            name: row.name,
            profile: row.profile,
            criteria,
            repeat_months,
            sample: row.sample,
            version: row.version,
        })
    }
}
