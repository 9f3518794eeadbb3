//! Rating criteria and bands (`criteria.toml`): what each number means, in words.

use method::{Band, Property, Rating};
use serde::Deserialize;

use crate::Certainty;

/// When to give a property that rating.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatingCriterion {
    /// 機密性, 完全性 or 可用性.
    pub property: Property,
    /// 1..=3
    pub value: Rating,
    /// When to give it.
    pub meaning: String,
    /// What such information is.
    pub examples: Vec<String>,
    /// The same as a question to the person who rates.
    pub question: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// What a value of a scale means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// 1..=3
    pub value: Rating,
    /// In a few words.
    pub title: String,
    /// In plain words.
    pub explanation: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// Published risk criteria.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandPreset {
    /// `tokyo` or `ipa`
    pub id: String,
    /// Whose criteria.
    pub title: String,
    /// Levels of 高.
    pub high: Vec<u8>,
    /// Levels of 中.
    pub medium: Vec<u8>,
    /// Levels of 低.
    pub low: Vec<u8>,
    /// A remark on the sources.
    #[serde(default)]
    pub note: String,
    /// In plain words.
    #[serde(default)]
    pub explanation: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// What a band means and asks for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandMeaning {
    /// Which band.
    pub id: Band,
    /// 高, 中, 低
    pub title: String,
    /// Whether it can be accepted.
    pub acceptance: String,
    /// What to do.
    pub action: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CriteriaFile {
    pub rating_criterion: Vec<RatingCriterion>,
    pub importance_level: Vec<Level>,
    pub threat_level: Vec<Level>,
    pub vulnerability_level: Vec<Level>,
    pub likelihood_level: Vec<Level>,
    pub band_preset: Vec<BandPreset>,
    pub band: Vec<BandMeaning>,
}
