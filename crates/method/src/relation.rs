//! The five relations of a risk: threat, controls, vulnerabilities (seminar chapter 8-1-1).

use serde::Serialize;

/// What is known of one risk, to tell its relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Relation {
    /// Whether a threat is known that can exploit the vulnerabilities.
    pub threat_known: bool,
    /// How many vulnerabilities.
    pub vulnerabilities: usize,
    /// How many controls are in place against them.
    pub controls_in_place: usize,
    /// Whether the level is within the criteria, or the risk owner accepted it.
    pub accepted: bool,
}

/// The case of the slides' table, or what the table leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationCase {
    /// Case 1: one vulnerability, one control.
    OneControl,
    /// Case 2: several vulnerabilities, one control.
    OneControlForSeveral,
    /// Case 3: one or more vulnerabilities, several controls in layers (多段).
    Layered,
    /// Case 4: the level is within the criteria or was accepted; no control is needed.
    Accepted,
    /// Case 5: no known threat; watch, no control is needed.
    NoKnownThreat,
    /// 未対応: a threat, a vulnerability, no control, not accepted: the to-do list.
    Exposed,
    /// No vulnerability is named: nothing that a threat could exploit.
    NoVulnerability,
}

/// What becomes of the risk in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// 低減
    Reduced,
    /// 受容
    Accepted,
    /// 不明
    Unknown,
    /// 未対応
    Exposed,
    /// 該当なし
    None,
}

/// Classifies a risk. Cases 4 and 5 ask nothing of the controls: the slides' table prints
/// 「あり」 there while the text says that none is needed, so both classify alike.
///
/// Source: seminar chapter 8-1-1.
pub const fn relation(risk: Relation) -> RelationCase {
    match risk {
        Relation { vulnerabilities: 0, .. } => RelationCase::NoVulnerability,
        Relation { threat_known: false, .. } => RelationCase::NoKnownThreat,
        Relation { accepted: true, .. } => RelationCase::Accepted,
        Relation { controls_in_place: 0, .. } => RelationCase::Exposed,
        Relation { controls_in_place: 1, vulnerabilities: 1, .. } => RelationCase::OneControl,
        Relation { controls_in_place: 1, .. } => RelationCase::OneControlForSeveral,
        _ => RelationCase::Layered,
    }
}

impl RelationCase {
    /// The number in the slides' table, 1..=5.
    pub const fn number(self) -> Option<u8> {
        match self {
            Self::OneControl => Some(1),
            Self::OneControlForSeveral => Some(2),
            Self::Layered => Some(3),
            Self::Accepted => Some(4),
            Self::NoKnownThreat => Some(5),
            Self::Exposed | Self::NoVulnerability => None,
        }
    }

    /// The case in a sentence for people, without its number.
    pub const fn explanation(self) -> &'static str {
        match self {
            Self::OneControl => "1つの対策で、1つの弱点をふさいでいます。",
            Self::OneControlForSeveral => "1つの対策が、いくつかの弱点に効いています。",
            Self::Layered => "いくつかの対策を重ねて、リスクを小さくしています。",
            Self::Accepted => "基準の範囲内か、リスク所有者が引き受けたので、これ以上の対策は要りません。",
            Self::NoKnownThreat => "知られた脅威がないため、今は見守ります。",
            Self::Exposed => "未対応：脅威と弱点があるのに、まだ対策がありません。",
            Self::NoVulnerability => "該当なし：つけ込まれる弱点がありません。",
        }
    }

    /// What becomes of the risk.
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::OneControl | Self::OneControlForSeveral | Self::Layered => Outcome::Reduced,
            Self::Accepted => Outcome::Accepted,
            Self::NoKnownThreat => Outcome::Unknown,
            Self::Exposed => Outcome::Exposed,
            Self::NoVulnerability => Outcome::None,
        }
    }
}
