//! 事例 (`cases/*.toml`): incidents that happened to others, told generally.

use serde::Deserialize;

use crate::Certainty;

/// 事例: one story.
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
    /// Why it happened.
    pub cause: String,
    /// What the company lost.
    pub damage: Damage,
    /// The information that suffered.
    pub assets: Vec<String>,
    /// Id of the [`Topic`](crate::Topic) whose standard and procedures answer it.
    pub topic: String,
    /// Ids of further topics.
    #[serde(default)]
    pub also: Vec<String>,
    /// Ids of the threat lines it is about: they narrow the register to what the case touches.
    pub lines: Vec<String>,
    /// Ids of the threats.
    pub threats: Vec<String>,
    /// Ids of the vulnerabilities.
    pub vulnerabilities: Vec<String>,
    /// Ids of the clauses that would have prevented it.
    pub prevented_by: Vec<String>,
    /// Ids of the clauses that would have shortened it.
    pub shortened_by: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// 被害, each in a sentence or two.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Damage {
    /// お金
    pub money: String,
    /// 時間
    pub time: String,
    /// 信用
    pub trust: String,
}

/// The file of a case.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// The case.
    pub case: Case,
}
