//! The method: ratings, importance, likelihood, risk level, bands, treatments and relations.
//!
//! Pure and small: no input, no output, nothing of ours below it. The source is the seminar of the
//! Tokyo government (chapters 8 and 9) with the national guideline's risk sheet; terms follow
//! JIS Q 27000. Every number that a person sees on a document is computed here.

#![forbid(unsafe_code)]

mod asset;
mod criteria;
mod importance;
mod likelihood;
mod medium;
mod rating;
mod relation;
mod risk_level;
mod threat_origin;
mod treatment;

pub use asset::{Asset, PersonalData, Valuation};
pub use criteria::{Band, CriteriaError, RiskCriteria};
pub use importance::{Importance, ImportanceReason, importance};
pub use likelihood::{combined_vulnerability, likelihood};
pub use medium::Medium;
pub use rating::{Properties, Property, Rating, Ratings};
pub use relation::{Outcome, Relation, RelationCase, relation};
pub use risk_level::RiskLevel;
pub use threat_origin::ThreatOrigin;
pub use treatment::{Treatment, acceptance_needs_approval, suggested_treatment};
