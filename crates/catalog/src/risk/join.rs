//! 媒体 × 脅威 × 脆弱性 × 管理策 (`joins/*.toml`).

use serde::Deserialize;

use crate::Certainty;

/// One way in which a threat line comes true: which threat, through which weakness, answered by what.
/// The rows of a line stand in the order of their importance.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// Id of the threat line.
    pub line: String,
    /// Id of the threat.
    pub threat: String,
    /// Id of the vulnerability.
    pub vulnerability: String,
    /// Ids of the Annex A controls that answer it, most effective first.
    pub controls: Vec<String>,
    /// Why these belong together.
    pub reason: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct JoinFile {
    #[serde(rename = "join")]
    pub joins: Vec<Join>,
}
