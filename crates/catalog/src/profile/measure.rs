//! 対策の状況の質問 (`measures.toml`).

use serde::Deserialize;

use crate::Certainty;

/// A question on the state of one kind of control; the answer is a vulnerability rating:
/// 1 `full`, 2 `partial`, 3 `none`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Key of the answer in the profile's `[measures]`.
    pub id: String,
    /// Its name in a few words.
    pub title: String,
    /// The question to the person.
    pub question: String,
    /// What answer 1 means.
    pub full: String,
    /// What answer 2 means.
    pub partial: String,
    /// What answer 3 means.
    pub none: String,
    /// Ids of the Annex A controls it stands for.
    pub controls: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureFile {
    #[serde(rename = "measure")]
    pub measures: Vec<Measure>,
}
