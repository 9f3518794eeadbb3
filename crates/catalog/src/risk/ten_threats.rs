//! 情報セキュリティ10大脅威 (`ten-threats.toml`).

use serde::Deserialize;

use crate::Certainty;

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
    /// Id of its [`Topic`](crate::Topic).
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
    #[serde(rename = "entry")]
    pub entries: Vec<TenThreat>,
}
