//! 会社の状況の質問 (`profile.toml`).

use serde::Deserialize;

use crate::Certainty;

/// Which table of the profile the answer stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileSection {
    /// `[organization]`: facts that documents print.
    Organization,
    /// `[conditions]`: what decides which clauses apply.
    Conditions,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Words.
    Text,
    /// A whole number.
    Integer,
    /// はい or いいえ.
    YesNo,
    /// A day.
    Date,
    /// One of the choices.
    Choice,
}

/// A question about the company.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Key of the answer in the profile.
    pub id: String,
    /// Where the answer stands.
    pub section: ProfileSection,
    /// What kind of answer.
    pub kind: QuestionKind,
    /// Its name in a few words.
    pub label: String,
    /// The question to the person.
    pub question: String,
    /// Help for answering.
    #[serde(default)]
    pub hint: String,
    /// Least number.
    #[serde(default)]
    pub min: Option<i64>,
    /// The choices.
    #[serde(default)]
    pub choices: Vec<String>,
    /// Whether documents make no sense without it.
    #[serde(default)]
    pub required: bool,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionFile {
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
}
