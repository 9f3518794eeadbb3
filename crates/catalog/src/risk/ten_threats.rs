//! 情報セキュリティ10大脅威 (`ten-threats.toml`).

use serde::Deserialize;

use crate::Certainty;

/// What the same threat is called over the years, explained once.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TenThreatTopic {
    /// `ransomware`
    pub id: String,
    /// Our short title.
    pub title: String,
    /// What it is and how it hits a small company.
    pub explanation: String,
    /// Ids of the threat lines it means.
    pub lines: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// One rank of one year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TenThreat {
    /// Year of the list.
    pub year: u16,
    /// 1..=10
    pub rank: u8,
    /// Title in that year's list.
    pub title: String,
    /// Id of its [`TenThreatTopic`].
    pub topic: String,
    /// Year in which it was first chosen.
    #[serde(default)]
    pub first_selected: Option<u16>,
    /// How often in a row, in the list's words.
    #[serde(default)]
    pub streak: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TenThreatFile {
    #[serde(rename = "topic")]
    pub topics: Vec<TenThreatTopic>,
    #[serde(rename = "entry")]
    pub entries: Vec<TenThreat>,
}
