//! 関連規程 (`regulations/*.toml`): one chapter a file, 対策基準 and 実施手順 under the same headings.

use serde::Deserialize;

use crate::{Certainty, Clause, Condition, DocumentHead, Section};

/// A chapter of the regulations: a document of its own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regulation {
    /// `access-control`
    pub id: String,
    /// Number of the chapter.
    pub chapter: u8,
    /// 表題
    pub title: String,
    /// 区分: 組織的対策, 人的対策, 物理的対策 or 技術的対策.
    pub category: String,
    /// 番号
    pub number: String,
    /// 適用範囲
    pub scope: String,
    /// What it protects.
    pub purpose: String,
    /// Which companies need the chapter.
    #[serde(default)]
    pub condition: Condition,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

impl Regulation {
    /// The head of its document.
    pub fn head(&self) -> DocumentHead {
        DocumentHead {
            id: self.id.clone(),
            title: self.title.clone(),
            category: self.category.clone(),
            number: self.number.clone(),
            scope: self.scope.clone(),
            source: self.source.clone(),
            certainty: self.certainty,
        }
    }
}

/// A regulation with its rules.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegulationFile {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// The chapter.
    pub regulation: Regulation,
    /// Its headings; they belong to no tier.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// Its rules of both tiers.
    #[serde(rename = "clause")]
    pub clauses: Vec<Clause>,
}
