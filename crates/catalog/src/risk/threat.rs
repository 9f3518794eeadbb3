//! 脅威 (`threats.toml`).

use method::{Medium, Property, ThreatOrigin};
use serde::Deserialize;

use crate::Certainty;

/// A kind of threat: 物理的損害, 自然事象, …
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThreatType {
    /// Two letters, the front of the threats' ids.
    pub code: String,
    /// Japanese title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// 脅威: potential cause of an unwanted incident.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threat {
    /// `PD-01`
    pub id: String,
    /// Code of its [`ThreatType`].
    #[serde(rename = "type")]
    pub kind: String,
    /// Japanese title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// Where it comes from.
    pub origins: Vec<ThreatOrigin>,
    /// Which media it touches (our join).
    pub media: Vec<Medium>,
    /// Which properties it harms (our join).
    pub properties: Vec<Property>,
    /// What it is, in plain words.
    pub explanation: String,
    /// A remark on the sources.
    #[serde(default)]
    pub note: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ThreatFile {
    #[serde(rename = "type")]
    pub types: Vec<ThreatType>,
    #[serde(rename = "threat")]
    pub threats: Vec<Threat>,
}
