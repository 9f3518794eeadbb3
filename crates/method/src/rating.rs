//! 評価値: how much of something, 1..=3.

use serde::{Deserialize, Serialize};

/// 評価値: 1 (little) to 3 (much). Shape: an integer in `1..=3`.
///
/// Source: national guideline, risk sheet (edition 3.1 and later).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl Rating {
    /// 1: little.
    pub const LOW: Self = Self(1);
    /// 2: some.
    pub const MEDIUM: Self = Self(2);
    /// 3: much.
    pub const HIGH: Self = Self(3);
    /// All three, ascending.
    pub const ALL: [Self; 3] = [Self::LOW, Self::MEDIUM, Self::HIGH];

    /// The rating of that value; `None` outside `1..=3`.
    pub const fn new(value: u8) -> Option<Self> {
        if matches!(value, 1..=3) { Some(Self(value)) } else { None }
    }

    /// The number, `1..=3`.
    pub const fn value(self) -> u8 {
        self.0
    }

    /// `ceil(numerator / denominator)`, which stays in `1..=3` for a rating over `1..=3`.
    /// A denominator outside `1..=3` counts as the nearest of them.
    pub(crate) const fn ceil_div(numerator: Self, denominator: u8) -> Self {
        let denominator = if denominator == 0 { 1 } else { denominator };
        Self(numerator.0.div_ceil(denominator))
    }
}

impl TryFrom<u8> for Rating {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, Self::Error> {
        Self::new(value).ok_or_else(|| format!("評価値は1〜3です（{value}は使えません）"))
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

impl std::fmt::Display for Rating {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// What information security keeps: 機密性, 完全性, 可用性 (JIS Q 27000).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Property {
    /// 機密性: only those who may, can see it.
    Confidentiality,
    /// 完全性: it is right and whole.
    Integrity,
    /// 可用性: it is there when needed.
    Availability,
}

impl Property {
    /// In the order in which registers list them.
    pub const ALL: [Self; 3] = [Self::Confidentiality, Self::Integrity, Self::Availability];

    /// The Japanese term (JIS Q 27000).
    pub const fn title(self) -> &'static str {
        match self {
            Self::Confidentiality => "機密性",
            Self::Integrity => "完全性",
            Self::Availability => "可用性",
        }
    }
}

/// A set of [`Property`]: which of the three something touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Properties(u8);

impl Properties {
    /// None of the three.
    pub const NONE: Self = Self(0);

    /// This set and `property`.
    #[must_use]
    pub const fn with(self, property: Property) -> Self {
        Self(self.0 | 1 << property as u8)
    }

    /// Whether `property` is in the set.
    pub const fn contains(self, property: Property) -> bool {
        self.0 & (1 << property as u8) != 0
    }

    /// The members in register order.
    pub fn iter(self) -> impl Iterator<Item = Property> {
        Property::ALL.into_iter().filter(move |property| self.contains(*property))
    }
}

impl FromIterator<Property> for Properties {
    fn from_iter<I: IntoIterator<Item = Property>>(members: I) -> Self {
        members.into_iter().fold(Self::NONE, Self::with)
    }
}

/// The three ratings of one asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ratings {
    /// 機密性
    pub confidentiality: Rating,
    /// 完全性
    pub integrity: Rating,
    /// 可用性
    pub availability: Rating,
}

impl Ratings {
    /// The rating of one property.
    pub const fn of(self, property: Property) -> Rating {
        match property {
            Property::Confidentiality => self.confidentiality,
            Property::Integrity => self.integrity,
            Property::Availability => self.availability,
        }
    }

    /// The highest of the three.
    pub fn highest(self) -> Rating {
        self.confidentiality.max(self.integrity).max(self.availability)
    }

    /// The properties that carry the highest rating.
    pub fn deciding(self) -> Properties {
        let highest = self.highest();
        Property::ALL.into_iter().filter(|property| self.of(*property) == highest).collect()
    }
}
