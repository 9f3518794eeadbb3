//! What carrying out a plan brings about: the rating that it is expected to lower.

use method::{Rating, Treatment};

use super::Decision;
use crate::risk::{Analysis, Content};

/// Which rating work brings down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

    /// Says it of the risk.
    pub(super) const fn bring_about(self, content: &mut Content) {
        let rating = match self.affected {
            Affected::Threat => &mut content.threat.rating,
            Affected::Vulnerability => &mut content.vulnerability_rating,
            Affected::Likelihood => &mut content.likelihood,
        };
        *rating = Some(self.then);
    }
}
