//! リスク対応 (`treatments.toml`) and 用語 (`vocabulary.toml`).

use method::Treatment;
use serde::Deserialize;

use crate::Certainty;

/// One of the four treatments, explained.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentEntry {
    /// Which.
    pub id: Treatment,
    /// Japanese title.
    pub title: String,
    /// What it means.
    pub explanation: String,
    /// What a company does.
    pub example: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TreatmentFile {
    #[serde(rename = "treatment")]
    pub treatments: Vec<TreatmentEntry>,
}

/// A term of the field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// kebab-case English.
    pub id: String,
    /// Japanese term.
    pub title: String,
    /// English term.
    pub title_en: String,
    /// ふりがな
    pub reading: String,
    /// What it means, in plain words.
    pub explanation: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VocabularyFile {
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
}
