//! Where a fact comes from and how sure it is.

use serde::Deserialize;

/// How sure an entry is (`certainty`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Seen in a public source.
    Verified,
    /// Two or more independent sources agree.
    Corroborated,
    /// From memory: to be checked against the original.
    Recalled,
    /// Decided by us.
    Own,
}

impl Certainty {
    /// In words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Verified => "公開資料で確認",
            Self::Corroborated => "複数の資料が一致",
            Self::Recalled => "記憶による（原本で要確認）",
            Self::Own => "Sonae で作成",
        }
    }
}

/// A document that facts were taken from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id, kebab-case.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Which edition.
    pub edition: String,
    /// A remark.
    #[serde(default)]
    pub note: String,
}
