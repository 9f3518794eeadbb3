//! リスク対応 (`treatments.toml`), 用語 (`vocabulary.toml`), readings (`readings.toml`) and worked examples
//! (`worked-examples.toml`).

use std::collections::BTreeMap;

use method::{Relation, RelationCase, Treatment, relation};
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
    /// What others call it: whoever looks for these words finds the term and what says it.
    #[serde(default)]
    pub synonyms: Vec<String>,
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

/// How words with kanji are read, so that somebody who writes kana finds them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Readings {
    /// Id of the [`Source`](crate::Source) of all of them.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
    /// ふりがな by word.
    #[serde(rename = "readings")]
    pub words: BTreeMap<String, String>,
}

/// A risk taken apart into its elements, to learn from (seminar chapter 8-1-1).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkedExample {
    /// kebab-case English.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// 資産
    pub asset: String,
    /// 価値: why the asset matters.
    pub value: String,
    /// 脅威
    pub threat: String,
    /// Ids of the threats meant.
    pub threats: Vec<String>,
    /// リスク
    pub risk: String,
    /// 脆弱性
    pub vulnerability: String,
    /// Ids of the vulnerabilities meant.
    pub vulnerabilities: Vec<String>,
    /// 保護要求事項
    pub protection_requirements: Vec<String>,
    /// Ids of the controls in place.
    pub controls: Vec<String>,
    /// Whether the level is within the criteria or its owner accepted it.
    #[serde(default)]
    pub accepted: bool,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

impl WorkedExample {
    /// How threat, vulnerabilities and controls stand to each other.
    pub const fn relation(&self) -> RelationCase {
        relation(Relation {
            threat_known: !self.threats.is_empty(),
            vulnerabilities: self.vulnerabilities.len(),
            controls_in_place: self.controls.len(),
            accepted: self.accepted,
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WorkedExampleFile {
    #[serde(rename = "example")]
    pub examples: Vec<WorkedExample>,
}
