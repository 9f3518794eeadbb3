//! What people said and decided about a risk: the whole of it, as the database keeps it and the audit log
//! shows it. Every number is computed from it ([`Analysis`](super::Analysis)).

use jiff::civil::Date;
use method::{Importance, ImportanceReason, Rating, Ratings, ThreatOrigin};
use serde::{Deserialize, Serialize};

use crate::treatment::{Approval, Decision};
use crate::{AccountId, AssetId, DepartmentId};

/// The content of a risk. Two equal contents are one: writing one over the other changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// What would be harmed.
    pub subject: Subject,
    /// What would harm it.
    pub threat: Threat,
    /// Weaknesses that the threat uses, the most telling first.
    pub vulnerabilities: Vec<Vulnerability>,
    /// The harm: a phrase that 「おそれがある」 can follow; may be empty.
    pub consequence: String,
    /// つけ込みやすさ said of this risk alone; otherwise it follows from the controls.
    pub vulnerability_rating: Option<Rating>,
    /// 被害発生可能性 given directly (quick approach).
    pub likelihood: Option<Rating>,
    /// The company's own controls against it, besides the measures that the profile asks about.
    pub controls: Vec<Control>,
    /// リスク所有者, where it is somebody who can sign in.
    pub owner: Option<AccountId>,
    /// リスク所有者 in words: the person's name, or what the register says.
    pub owner_name: String,
    /// 備考
    pub remarks: String,
    /// 見直し予定日
    pub review_on: Option<Date>,
    /// リスク対応, once decided.
    pub decision: Option<Decision>,
    /// The owner's approval of decision and residual risk.
    pub approval: Option<Approval>,
}

impl Content {
    /// The day on which somebody looks at it again. What the owner said on approving is not put off by another day of the
    /// risk: the nearest of both. What a decision proposed holds where nobody has said anything else.
    pub fn next_review(&self) -> Option<Date> {
        match &self.approval {
            Some(approval) => [self.review_on, approval.review_on].into_iter().flatten().min(),
            None => self.review_on.or_else(|| self.decision.as_ref().and_then(|decision| decision.review_on)),
        }
    }

    /// Whether that Annex A control is in place (実施).
    pub fn is_in_place(&self, id: &str) -> bool {
        self.controls.iter().any(|control| control.is_in_place(id))
    }

    /// Has that Annex A control in place; `title` where it was not there at all.
    pub(crate) fn put_in_place(&mut self, id: String, title: String) {
        match self.controls.iter_mut().find(|known| known.id.as_ref() == Some(&id)) {
            Some(known) => known.status = ControlStatus::Implemented,
            None => self.controls.push(Control { id: Some(id), title, status: ControlStatus::Implemented }),
        }
    }
}

/// What would be harmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Subject {
    /// 資産ベース: a line of the register.
    Asset {
        /// Which.
        id: AssetId,
    },
    /// 事象ベース: something that must not happen to the business.
    Event(BusinessEvent),
}

impl Subject {
    /// The asset that it is, for the asset-based approach.
    pub const fn asset(&self) -> Option<AssetId> {
        match self {
            Self::Asset { id } => Some(*id),
            Self::Event(_) => None,
        }
    }
}

/// 業務で起きたら困ること, rated like an asset (seminar text chapter 12-2-1, event-based approach).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusinessEvent {
    /// What must not happen: 受注のしくみが1日止まる.
    pub name: String,
    /// ふりがな; may be empty.
    pub name_reading: String,
    /// Which work it stops, and whom it concerns.
    pub explanation: String,
    /// 機密性: how bad where what is secret becomes known.
    pub confidentiality: Rating,
    /// 完全性: how bad where something is wrong.
    pub integrity: Rating,
    /// 可用性: how bad where it cannot be used.
    pub availability: Rating,
    /// Whether it would threaten the company's survival.
    pub survival: bool,
    /// The department whose business it is; `None` for the whole company.
    pub department: Option<DepartmentId>,
    /// Assets that it concerns; may be none. One that is gone by now is left out when read.
    pub assets: Vec<AssetId>,
}

impl BusinessEvent {
    /// 重要度, by the same rule as for assets.
    pub fn importance(&self) -> Importance {
        let (confidentiality, integrity, availability) = (self.confidentiality, self.integrity, self.availability);
        let ratings = Ratings { confidentiality, integrity, availability };
        if self.survival {
            Importance { value: Rating::HIGH, reason: ImportanceReason::Survival }
        } else {
            Importance { value: ratings.highest(), reason: ImportanceReason::Highest(ratings.deciding()) }
        }
    }
}

/// What would harm it. Without line, threats and title no threat is known (case 5 of the relations).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Threat {
    /// Id of the catalog's threat line.
    pub line: Option<String>,
    /// What happens.
    pub title: String,
    /// Ids of the catalog's threats behind it.
    pub threats: Vec<String>,
    /// Where it comes from.
    pub origins: Vec<ThreatOrigin>,
    /// 起こりやすさ said of this risk alone; otherwise the line's.
    pub rating: Option<Rating>,
}

impl Threat {
    /// Whether any threat is known.
    pub const fn is_known(&self) -> bool {
        self.line.is_some() || !self.threats.is_empty() || !self.title.is_empty()
    }
}

/// A weakness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vulnerability {
    /// Id in the catalog; `None` for one of the company's own.
    pub id: Option<String>,
    /// What it is.
    pub title: String,
}

/// 管理策: what stands against the risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// Id of the Annex A control; `None` for one of the company's own.
    pub id: Option<String>,
    /// What is done.
    pub title: String,
    /// How far it is done.
    pub status: ControlStatus,
}

impl Control {
    /// Whether it is that Annex A control, and in place (実施).
    pub(super) fn is_in_place(&self, id: &str) -> bool {
        self.status == ControlStatus::Implemented && self.id.as_deref() == Some(id)
    }
}

/// How far a control is in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ControlStatus {
    /// 実施
    Implemented,
    /// 一部
    Partial,
    /// 未実施
    Missing,
}

impl ControlStatus {
    /// From done to not done.
    pub const ALL: [Self; 3] = [Self::Implemented, Self::Partial, Self::Missing];

    /// The word in JSON and forms.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Implemented => "implemented",
            Self::Partial => "partial",
            Self::Missing => "missing",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// 実施, 一部, 未実施
    pub const fn title(self) -> &'static str {
        match self {
            Self::Implemented => "実施",
            Self::Partial => "一部",
            Self::Missing => "未実施",
        }
    }

    /// The つけ込みやすさ that it leaves: 1 where done, 2 in part, 3 where not.
    pub const fn vulnerability(self) -> Rating {
        match self {
            Self::Implemented => Rating::LOW,
            Self::Partial => Rating::MEDIUM,
            Self::Missing => Rating::HIGH,
        }
    }

    /// The status of a measure that the profile rates so.
    pub fn of_rating(rating: Rating) -> Self {
        match rating {
            Rating::LOW => Self::Implemented,
            Rating::MEDIUM => Self::Partial,
            _ => Self::Missing,
        }
    }
}
