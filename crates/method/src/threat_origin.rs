//! Where a threat comes from.

use serde::{Deserialize, Serialize};

/// 脅威の起源 (ISO/IEC 27005; seminar chapter 8-1-2). Several may apply to one threat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ThreatOrigin {
    /// 環境的 (environmental): nature and surroundings.
    #[serde(rename = "E")]
    Environmental,
    /// 意図的 (deliberate): somebody means it.
    #[serde(rename = "D")]
    Deliberate,
    /// 偶発的 (accidental): nobody means it.
    #[serde(rename = "A")]
    Accidental,
}

impl ThreatOrigin {
    /// The letter of ISO/IEC 27005.
    pub const fn letter(self) -> char {
        match self {
            Self::Environmental => 'E',
            Self::Deliberate => 'D',
            Self::Accidental => 'A',
        }
    }

    /// The Japanese term.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Environmental => "環境的",
            Self::Deliberate => "意図的",
            Self::Accidental => "偶発的",
        }
    }

    /// What kind of measure this origin calls for, in our own words (seminar chapter 8-1-2).
    pub const fn measures(self) -> &'static str {
        match self {
            Self::Environmental => "場所を選ぶこと、早く気づくこと、立て直す備えに力を入れます。",
            Self::Deliberate => "決まりと教育で思いとどまらせ、早く見つける仕組みを作ります。",
            Self::Accidental => "二人での確認や入力の制限など、間違えにくい仕組みを作ります。",
        }
    }
}
