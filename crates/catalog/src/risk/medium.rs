//! 媒体・保存先 (`media.toml`): how registers write the six media.

use method::Medium;
use serde::Deserialize;

use crate::Certainty;

/// One of the six media with the words that registers use for it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediumEntry {
    /// Which medium.
    pub id: Medium,
    /// Japanese title.
    pub title: String,
    /// Words that mean this medium and no other.
    pub synonyms: Vec<String>,
    /// Words that could mean this medium or another: a person is asked.
    #[serde(default)]
    pub ambiguous: Vec<String>,
    /// What belongs to it.
    pub explanation: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MediumFile {
    #[serde(rename = "medium")]
    pub media: Vec<MediumEntry>,
}
