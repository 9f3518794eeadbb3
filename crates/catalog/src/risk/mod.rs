//! Threats, vulnerabilities, controls and what joins them.

mod control;
mod criteria;
mod medium;
mod ten_threats;
mod threat;
mod threat_line;
mod vulnerability;
mod word;

pub use control::{Control, ControlTheme};
pub use criteria::{BandMeaning, BandPreset, Level, RatingCriterion};
pub use medium::MediumEntry;
pub use ten_threats::{TenThreat, TenThreatTopic};
pub use threat::{Threat, ThreatType};
pub use threat_line::ThreatLine;
pub use vulnerability::{Vulnerability, VulnerabilityType};
pub use word::{Term, TreatmentEntry};
pub(crate) use control::ControlFile;
pub(crate) use criteria::CriteriaFile;
pub(crate) use medium::MediumFile;
pub(crate) use ten_threats::TenThreatFile;
pub(crate) use threat::ThreatFile;
pub(crate) use threat_line::ThreatLineFile;
pub(crate) use vulnerability::VulnerabilityFile;
pub(crate) use word::{TreatmentFile, VocabularyFile};
