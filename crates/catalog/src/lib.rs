//! What the product knows, as types: loads `catalog/` (embedded in the binary) and checks every
//! cross reference. `docs/adding-to-the-catalog.md` describes the files.

#![forbid(unsafe_code)]

mod check;
mod clause;
mod count;
mod file;
mod find;
mod index;
mod load;
mod misread;
mod practice;
mod profile;
mod prose;
mod provenance;
mod risk;

pub use check::Problem;
pub use clause::{
    Answers, Blank, BlankId, BlankKind, BlankValue, Clause, Condition, DocumentHead, Part, PolicyFile, Section,
    Template, Tier, Truth,
};
pub use count::Coverage;
pub use file::LoadError;
pub use find::ClauseFile;
pub use index::{Detail, Entry, Item, Kind, Link, LinkGroup, Passage, Piece, Wanted};
pub use load::Catalog;
pub use misread::Misread;
pub use practice::{
    AnswerChoice, Case, CaseFile, Check, CheckGroup, Damage, Field, FieldKind, Form, FormFile, FormKind, Guideline,
    GuidelineFile, Page, PageFile, Point, Regulation, RegulationFile, ScoreBand, Situation, Topic, TopicFile,
};
pub use profile::{
    Answer, Measure, Profile, ProfileError, ProfileSection, Question, QuestionKind, Role, UnusableProfile,
};
pub use provenance::{Certainty, Source};
pub use risk::{
    BandMeaning, BandPreset, Control, ControlTheme, Join, Level, MediumEntry, RatingCriterion, Readings, TenThreat,
    Term, Threat, ThreatLine, ThreatType, TreatmentEntry, Vulnerability, VulnerabilityType, WorkedExample,
};
