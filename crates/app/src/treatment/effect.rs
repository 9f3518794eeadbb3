//! What carrying out a plan brings about: the rating that it is expected to lower.

use method::{Rating, Treatment};
use serde::{Deserialize, Serialize};

use super::Decision;
use crate::risk::{Analysis, Content};

/// Which rating work brings down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Affected {
    /// 起こりやすさ: the cause is avoided.
    Threat,
    /// つけ込みやすさ
    Vulnerability,
    /// 被害発生可能性, where that is given directly.
    Likelihood,
}

impl Affected {
    /// The word in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Threat => "threat",
            Self::Vulnerability => "vulnerability",
            Self::Likelihood => "likelihood",
        }
    }

    /// The term.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Threat => "起こりやすさ",
            Self::Vulnerability => "つけ込みやすさ",
            Self::Likelihood => "被害発生可能性",
        }
    }

    /// What is said of the risk about it.
    const fn of(self, content: &mut Content) -> &mut Option<Rating> {
        match self {
            Self::Threat => &mut content.threat.rating,
            Self::Vulnerability => &mut content.vulnerability_rating,
            Self::Likelihood => &mut content.likelihood,
        }
    }
}

/// A rating that work is expected to bring down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effect {
    /// Which.
    pub affected: Affected,
    /// As it is now.
    pub now: Rating,
    /// As it is expected, and never more than now.
    pub then: Rating,
}

impl Effect {
    /// What the decision says comes about once all of its work is done; `None` where it says nothing, or some work is open.
    pub fn of(decision: &Decision, analysis: &Analysis) -> Option<Self> {
        if !decision.is_carried_out() {
            return None;
        }
        let affected = match (analysis.direct, decision.treatment) {
            (true, _) => Affected::Likelihood,
            (false, Treatment::Avoid) => Affected::Threat,
            (false, _) => Affected::Vulnerability,
        };
        let now = match affected {
            Affected::Threat => analysis.threat.value,
            Affected::Vulnerability => analysis.vulnerability.value,
            Affected::Likelihood => analysis.likelihood,
        };
        let then = match decision.treatment {
            // Where its cause stops, it is as if it normally does not happen.
            Treatment::Avoid => Rating::LOW,
            _ => decision.expected?,
        };
        Some(Self { affected, now, then: then.min(now) })
    }

    /// Whether it has still to come about.
    pub fn is_open(self) -> bool {
        self.then < self.now
    }

    /// Says it of the risk, and keeps what was said before.
    pub(super) fn bring_about(self, content: &mut Content) {
        let was = self.affected.of(content).replace(self.then);
        if let Some(decision) = &mut content.decision {
            // Confirmed once more, what was said before the first time is kept.
            let first = decision.replaced.filter(|first| first.affected == self.affected && was == Some(first.by));
            let rating = first.map_or(was, |first| first.rating);
            decision.replaced = Some(Replaced { affected: self.affected, rating, by: self.then });
        }
    }
}

/// What was said of a risk before the effect of a plan took its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Replaced {
    affected: Affected,
    rating: Option<Rating>,
    by: Rating,
}

impl Replaced {
    /// Says it of the risk again, for some of the work is open after all; not where somebody has said otherwise since.
    pub(super) fn come_back(self, content: &mut Content) {
        let rating = self.affected.of(content);
        if *rating == Some(self.by) {
            *rating = self.rating;
        }
    }
}
