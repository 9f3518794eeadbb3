//! 話題 (`topics/*.toml`): what the ten threats are about, and disaster and failure; each with its 対策基準 and 実施手順.

use serde::Deserialize;

use crate::{Certainty, Clause, DocumentHead, Section};

/// What the same threat is called over the years, told once.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// `business-email-compromise`
    pub id: String,
    /// Our short title.
    pub title: String,
    /// What it is and how it hits a small company.
    pub explanation: String,
    /// Where it starts.
    pub start: Vec<String>,
    /// How people notice it.
    pub signs: Vec<String>,
    /// Which companies and people it hits.
    pub targets: String,
    /// What to do first, in order.
    pub first_response: Vec<String>,
    /// 対象とする脅威, the first part of the standard.
    pub target_threats: String,
    /// Ids of the threat lines it means.
    pub lines: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// A topic with its standard and its procedures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicFile {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// The topic.
    pub topic: Topic,
    /// Head of its 対策基準.
    pub standard: DocumentHead,
    /// Head of its 実施手順.
    pub procedure: DocumentHead,
    /// Headings of both.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// Rules of both.
    #[serde(rename = "clause")]
    pub clauses: Vec<Clause>,
}
