//! ガイドライン (`guidelines/*.toml`) and their items as checks (点検項目).

use serde::Deserialize;

use crate::{Certainty, Condition};

/// A published guideline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guideline {
    /// `self-check`
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Which edition.
    pub edition: String,
    /// When, as `2023-04-26` or as far as known; empty where not known.
    #[serde(default)]
    pub published: String,
    /// Whom it is for.
    pub audience: String,
    /// What it is for.
    pub purpose: String,
    /// How to use it, in order.
    pub steps: Vec<String>,
    /// What it brings a small company.
    pub explanation: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// A way to answer the checks of a guideline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerChoice {
    /// `done`, `partial`, `none` or `unknown`.
    pub id: String,
    /// In the guideline's words.
    pub title: String,
    /// Its points, where the guideline counts.
    #[serde(default)]
    pub score: Option<i16>,
}

/// What a total of points means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreBand {
    /// Least total.
    pub from: i16,
    /// Greatest total.
    pub to: i16,
    /// What it means.
    pub title: String,
    /// What to do next.
    pub next: String,
}

/// A part of a guideline's checks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckGroup {
    /// Unique within the guideline.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

/// 点検項目: an item of a guideline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// `self-check.01`
    pub id: String,
    /// Its number in the guideline.
    pub number: String,
    /// Id of its [`CheckGroup`].
    pub group: String,
    /// Its title.
    pub title: String,
    /// Id of the role that answers; empty where anybody can.
    #[serde(default)]
    pub role: String,
    /// Which companies it asks.
    #[serde(default)]
    pub condition: Condition,
    /// What it means.
    pub meaning: String,
    /// Why it is needed.
    pub why: String,
    /// What a small company does.
    pub how: String,
    /// Ids of the profile's measures that ask the same.
    #[serde(default)]
    pub measures: Vec<String>,
    /// Ids of the Annex A controls.
    #[serde(default)]
    pub controls: Vec<String>,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
    /// 自社の状況, ready to choose from.
    #[serde(rename = "situation")]
    pub situations: Vec<Situation>,
}

/// 自社の状況: how it may stand in a company.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Id of the [`AnswerChoice`] it comes to.
    pub answer: String,
    /// The company's state in a sentence.
    pub text: String,
    /// Ids of the clauses to begin with.
    #[serde(default)]
    pub clauses: Vec<String>,
}

/// A guideline with its checks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidelineFile {
    /// Path under `catalog/`.
    #[serde(skip)]
    pub path: String,
    /// The guideline.
    pub guideline: Guideline,
    /// How its checks are answered.
    #[serde(default, rename = "answer")]
    pub answers: Vec<AnswerChoice>,
    /// What totals mean.
    #[serde(default, rename = "band")]
    pub bands: Vec<ScoreBand>,
    /// Parts of its checks.
    #[serde(default, rename = "group")]
    pub groups: Vec<CheckGroup>,
    /// Its checks, in the guideline's order.
    #[serde(default, rename = "check")]
    pub checks: Vec<Check>,
}
