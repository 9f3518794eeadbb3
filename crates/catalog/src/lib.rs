//! What the product knows, as types: loads `catalog/` (embedded in the binary) and checks every
//! cross reference. `docs/adding-to-the-catalog.md` describes the files.

#![forbid(unsafe_code)]

mod check;
mod clause;
mod count;
mod file;
mod load;
mod profile;
mod provenance;
mod risk;

pub use check::Problem;
pub use clause::{
    Answers, Blank, BlankId, BlankKind, BlankValue, Case, CaseFile, Clause, Condition, DocumentHead, Part, PolicyFile,
    Section, Template, Tier, Truth,
};
pub use file::LoadError;
pub use load::Catalog;
pub use profile::{Answer, Measure, Profile, ProfileError, ProfileSection, Question, QuestionKind, Role};
pub use provenance::{Certainty, Source};
pub use risk::{
    BandMeaning, BandPreset, Control, ControlTheme, Level, MediumEntry, RatingCriterion, TenThreat, TenThreatTopic,
    Term, Threat, ThreatLine, ThreatType, TreatmentEntry, Vulnerability, VulnerabilityType, WorkedExample,
};
