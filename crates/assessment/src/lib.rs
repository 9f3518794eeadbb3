//! Assessment: assets x catalog x the company's answers become risks, each explained. Pure.
//!
//! A risk here is one asset and one threat line of its medium (`catalog/threat-lines.toml`). Lines
//! are rated once ([`Assessor::new`]); an asset then costs a few multiplications, so a register of
//! 100,000 lines streams through.

#![forbid(unsafe_code)]

mod assessor;
mod explanation;
mod line_rating;
mod summary;

pub use assessor::{AssessedAsset, Assessor, LikelihoodSource, Risk};
pub use explanation::{likelihood_reason, threat_words};
pub use line_rating::{LineRating, RatedBy, StatedThreat, UnmatchedThreat};
pub use summary::{HeatMap, Summary};
