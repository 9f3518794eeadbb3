//! 管理策 (`controls/*.toml`): the 93 of ISO/IEC 27001:2022 Annex A.

use serde::Deserialize;

use crate::Certainty;

/// The theme of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ControlTheme {
    /// 5 組織的管理策
    Organizational,
    /// 6 人的管理策
    People,
    /// 7 物理的管理策
    Physical,
    /// 8 技術的管理策
    Technological,
}

/// 管理策: a measure that modifies risk. Attributes carry the names of ISO/IEC 27002:2022 Table A.1.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Control {
    /// `8.13`
    pub id: String,
    /// Japanese title.
    pub title: String,
    /// English title.
    pub title_en: String,
    /// A recalled wording of the JIS, to be checked.
    #[serde(default)]
    pub title_recalled: String,
    /// Wordings of other sources.
    #[serde(default)]
    pub title_variants: Vec<String>,
    /// Its theme.
    pub theme: ControlTheme,
    /// Whether the 2022 edition brought it.
    #[serde(default)]
    pub new_in_2022: bool,
    /// 予防, 検知, 是正
    pub control_types: Vec<String>,
    /// 機密性, 完全性, 可用性
    pub properties: Vec<String>,
    /// 識別, 防御, 検知, 対応, 復旧
    pub concepts: Vec<String>,
    /// Operational capabilities.
    pub capabilities: Vec<String>,
    /// Security domains.
    pub domains: Vec<String>,
    /// Section of the seminar's text with an example procedure.
    #[serde(default)]
    pub tokyo_procedure: String,
    /// What it asks for, in plain words.
    pub explanation: String,
    /// A remark on the sources.
    #[serde(default)]
    pub note: String,
    /// Id of the [`Source`](crate::Source) of its facts.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ControlFile {
    #[serde(rename = "control")]
    pub controls: Vec<Control>,
}
