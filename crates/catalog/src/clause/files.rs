//! 条項 and what they stand in: headings, heads of documents, policies.

use serde::Deserialize;

use super::{Blank, Condition, Template};
use crate::Certainty;

/// 基本方針, 対策基準, 実施手順.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// 基本方針
    BasicPolicy,
    /// 対策基準
    Standard,
    /// 実施手順
    Procedure,
}

impl Tier {
    /// Japanese.
    pub const fn title(self) -> &'static str {
        match self {
            Self::BasicPolicy => "基本方針",
            Self::Standard => "対策基準",
            Self::Procedure => "実施手順",
        }
    }
}

/// 条項: one rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Stable id; edits and reasons hold on to it.
    pub id: String,
    /// Which tier it belongs to.
    pub tier: Tier,
    /// Id of a [`Section`] of the same file and tier.
    pub section: String,
    /// Words in brackets behind 第n条.
    pub title: String,
    /// Id of the responsible role.
    pub role: String,
    /// The rule.
    pub text: Template,
    /// When it applies.
    #[serde(default)]
    pub condition: Condition,
    /// 記録: what remains after doing it.
    #[serde(default)]
    pub record: String,
    /// 頻度: when it is done.
    #[serde(default)]
    pub frequency: String,
    /// One point of advice.
    #[serde(default)]
    pub advice: String,
    /// Why the rule exists, in plain words.
    pub reason: String,
    /// Id of the [`Source`](crate::Source) that the rule comes from; its words are always ours.
    pub source: String,
    /// How far the source says it: `verified` as a rule of its own, `own` made concrete or added by us.
    pub certainty: Certainty,
    /// What it answers.
    pub answers: Answers,
    /// Its blanks.
    #[serde(default, rename = "blank")]
    pub blanks: Vec<Blank>,
}

/// What a clause answers: ids into the other files. At least one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answers {
    /// Threat lines.
    pub lines: Vec<String>,
    /// Threats.
    pub threats: Vec<String>,
    /// Vulnerabilities.
    pub vulnerabilities: Vec<String>,
    /// Controls.
    pub controls: Vec<String>,
    /// Measures.
    pub measures: Vec<String>,
}

/// A heading of a document, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Unique within file and tier.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Which tier's document it stands in; `None` where both tiers stand under it (regulations).
    #[serde(default)]
    pub tier: Option<Tier>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

impl Section {
    /// Whether clauses of that tier may stand under it.
    pub fn takes(&self, tier: Tier) -> bool {
        self.tier.is_none_or(|own| own == tier)
    }
}

/// The head of a document to be drafted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentHead {
    /// kebab-case (dots allowed).
    pub id: String,
    /// 表題
    pub title: String,
    /// 区分
    pub category: String,
    /// 番号
    pub number: String,
    /// 適用範囲
    pub scope: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// A policy: one document of one tier.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// Its head.
    pub policy: DocumentHead,
    /// Its headings.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// Its rules.
    #[serde(rename = "clause")]
    pub clauses: Vec<Clause>,
}
