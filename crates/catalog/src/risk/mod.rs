//! Threats, vulnerabilities, controls and what joins them.

mod control;
mod criteria;
mod join;
mod medium;
mod ten_threats;
mod threat;
mod threat_line;
mod vulnerability;
mod word;

pub(crate) use control::ControlFile;
pub use control::{Control, ControlTheme};
pub(crate) use criteria::CriteriaFile;
pub use criteria::{BandMeaning, BandPreset, Level, RatingCriterion};
pub use join::Join;
pub(crate) use join::JoinFile;
pub use medium::MediumEntry;
pub(crate) use medium::MediumFile;
pub use ten_threats::TenThreat;
pub(crate) use ten_threats::TenThreatFile;
pub(crate) use threat::ThreatFile;
pub use threat::{Threat, ThreatType};
pub use threat_line::ThreatLine;
pub(crate) use threat_line::ThreatLineFile;
pub(crate) use vulnerability::VulnerabilityFile;
pub use vulnerability::{Vulnerability, VulnerabilityType};
pub use word::{Readings, Term, TreatmentEntry, WorkedExample};
pub(crate) use word::{TreatmentFile, VocabularyFile, WorkedExampleFile};
