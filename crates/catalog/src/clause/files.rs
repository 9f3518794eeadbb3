//! Files of clauses: `policies/*.toml` and `cases/*.toml`.

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
    /// Which tier's document it stands in.
    pub tier: Tier,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
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
    /// Its head.
    pub policy: DocumentHead,
    /// Its headings.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
    /// Its rules.
    #[serde(rename = "clause")]
    pub clauses: Vec<Clause>,
}

/// 事例: an incident that happened to others, told generally.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// `ransomware`
    pub id: String,
    /// Its title.
    pub title: String,
    /// Kind and size of business.
    pub business: String,
    /// What happened.
    pub happened: String,
    /// Damage in money, time and trust.
    pub damage: String,
    /// Why it happened.
    pub cause: String,
    /// 対象とする脅威, the first part of the standard.
    pub target_threats: String,
    /// Ids of the threat lines it is about: they narrow the register to what the case touches.
    pub lines: Vec<String>,
    /// Ids of the topics of the ten threats.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// A case with its standard and its procedures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The case.
    pub case: Case,
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
