//! What was decided about a risk, the tasks that carry it out, and the owner's approval.

use jiff::civil::Date;
use method::{Band, Rating, RiskCriteria, RiskLevel, Treatment};
use serde::{Deserialize, Serialize};

use super::effect::Replaced;
use crate::risk::{Content, Numbers};
use crate::{AccountId, Instant, TaskId};

/// リスク対応 as a person decided it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// 低減, 移転, 回避, 受容.
    pub treatment: Treatment,
    /// Why; required for 受容.
    pub reason: String,
    /// 移転: to whom, by which contract or insurance. 回避: what stops. Empty otherwise.
    pub means: String,
    /// The rating expected once all tasks are done: つけ込みやすさ, or 被害発生可能性 where that is given
    /// directly. `None` lets it follow from the tasks' controls.
    pub expected: Option<Rating>,
    /// 受容: until when; the day on which it is looked at again.
    pub review_on: Option<Date>,
    /// What is done, by whom, until when.
    pub tasks: Vec<Task>,
    /// The risk's numbers before the work changed them; `None` while it has changed nothing.
    #[serde(default)]
    pub before: Option<Numbers>,
    /// Who decided.
    pub decided_by: String,
    /// When.
    pub decided_at: Instant,
    /// What the owner asked to change when sending it back; empty otherwise.
    pub sent_back: String,
    /// What the owner asked to change of the decision before, which this one answers; empty where nobody asked.
    #[serde(default)]
    pub answers: String,
    /// The rating that the confirmed effect of the work took the place of.
    #[serde(default)]
    pub(crate) replaced: Option<Replaced>,
}

impl Decision {
    /// Whether both decide the same; what the tasks have come to, who decided and when do not count.
    pub fn is_same(&self, other: &Self) -> bool {
        let tasks = |decision: &Self| -> Vec<Task> {
            let plain = |task: &Task| Task { status: TaskStatus::Planned, done_on: None, ..task.clone() };
            decision.tasks.iter().map(plain).collect()
        };
        let rest = |decision: &Self| Self {
            tasks: Vec::new(),
            before: None,
            decided_by: String::new(),
            decided_at: Instant(0),
            sent_back: String::new(),
            answers: String::new(),
            replaced: None,
            ..decision.clone()
        };
        rest(self) == rest(other) && tasks(self) == tasks(other)
    }
}

/// One piece of work of a treatment plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its key.
    pub id: TaskId,
    /// What is done.
    pub what: String,
    /// Id of the Annex A control that it puts in place, where it is one.
    pub control: Option<String>,
    /// Who does it, in words.
    pub responsible: String,
    /// The same, where it is somebody who can sign in: may say how far it is.
    pub responsible_account: Option<AccountId>,
    /// Until when.
    pub due_on: Option<Date>,
    /// Yen.
    pub cost: Option<i64>,
    /// How far it is.
    pub status: TaskStatus,
    /// When it was done.
    pub done_on: Option<Date>,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskStatus {
    /// 未着手
    Planned,
    /// 実施中
    Doing,
    /// 完了
    Done,
}

impl TaskStatus {
    /// In the order of a board.
    pub const ALL: [Self; 3] = [Self::Planned, Self::Doing, Self::Done];

    /// The word in database, JSON and forms.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Doing => "doing",
            Self::Done => "done",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.id() == id)
    }

    /// 未着手, 実施中, 完了
    pub const fn title(self) -> &'static str {
        match self {
            Self::Planned => "未着手",
            Self::Doing => "実施中",
            Self::Done => "完了",
        }
    }
}

impl Decision {
    /// Whether it asks for work, and all of it is done.
    pub fn is_carried_out(&self) -> bool {
        !self.tasks.is_empty() && self.tasks.iter().all(|task| task.status == TaskStatus::Done)
    }

    /// Whether finishing that task finishes all of the work (and has not yet).
    pub fn is_last(&self, id: TaskId) -> bool {
        let open = |task: &&Task| task.status != TaskStatus::Done;
        let mut open = self.tasks.iter().filter(open);
        open.next().is_some_and(|task| task.id == id) && open.next().is_none()
    }

    /// Whether both plan the same work for the same effect.
    pub(super) fn plans_the_same(&self, other: &Self) -> bool {
        let ids = |decision: &Self| decision.tasks.iter().map(|task| task.id).collect::<Vec<_>>();
        self.treatment == other.treatment && self.expected == other.expected && ids(self) == ids(other)
    }

    /// What the owner asked to change, last.
    pub(super) fn wish(&self) -> String {
        if self.sent_back.is_empty() { self.answers.clone() } else { self.sent_back.clone() }
    }

    /// Whether some of the work is still to be done.
    pub fn is_open(&self) -> bool {
        self.tasks.iter().any(|task| task.status != TaskStatus::Done)
    }

    /// Whether any of the work is done, or has changed the risk's numbers and was set back.
    pub(crate) fn is_felt(&self) -> bool {
        self.is_begun() || self.before.is_some()
    }

    /// Whether any of the work is done.
    pub(crate) fn is_begun(&self) -> bool {
        self.tasks.iter().any(|task| task.status == TaskStatus::Done)
    }
}

/// The owner's approval, with the numbers that were seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Who approved.
    pub account: AccountId,
    /// The name at that time.
    pub name: String,
    /// When.
    pub at: Instant,
    /// Why; required for accepting what lies above the line.
    pub reason: String,
    /// When it is looked at again; required likewise.
    pub review_on: Option<Date>,
    /// The numbers that were approved.
    pub seen: Numbers,
    /// Whether the risk was given to another owner since: it does not hold again where it is given back.
    #[serde(default)]
    pub(crate) ended: bool,
}

impl Approval {
    /// Whether somebody else owns the risk, or has owned it since.
    pub fn is_of_former_owner(&self, owner: Option<AccountId>) -> bool {
        self.ended || owner != Some(self.account)
    }

    /// Whether it still covers a risk of those numbers. What was accepted is accepted as it was; where
    /// something is done, the work bears fruit: numbers that are no worse were approved with it.
    fn holds(&self, treatment: Treatment, numbers: &Numbers) -> bool {
        if treatment == Treatment::Accept {
            return self.seen == *numbers;
        }
        numbers.importance <= self.seen.importance
            && numbers.likelihood <= self.seen.likelihood
            && numbers.residual_likelihood <= self.seen.residual_likelihood
    }

    /// Whether it says what accepting such a residual risk asks for: above the acceptance line a reason, and when it is
    /// looked at again. Other criteria may ask for more than those of its day.
    fn suffices(&self, numbers: &Numbers, criteria: &RiskCriteria) -> bool {
        let above = numbers.residual_level().is_some_and(|level| criteria.band(level) != Band::Low);
        !above || (!self.reason.is_empty() && self.review_on.is_some())
    }
}

/// How far the approval of a risk's treatment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ApprovalState {
    /// Nothing is decided.
    None,
    /// Decided; the owner has not approved. Below the acceptance line nobody needs to.
    Open,
    /// Approved, and still so.
    Approved,
    /// Approved, but the risk is no longer what was approved: to be approved again.
    Stale,
    /// The owner wants another decision.
    SentBack,
}

impl ApprovalState {
    /// All.
    pub const ALL: [Self; 5] = [Self::None, Self::Open, Self::Approved, Self::Stale, Self::SentBack];

    /// The word in database and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Stale => "stale",
            Self::SentBack => "sent-back",
        }
    }

    /// The one of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// Whether anybody has to approve: the level, or what is expected to remain of it, lies above the acceptance line.
    pub fn is_needed(level: RiskLevel, residual: Option<RiskLevel>, criteria: &RiskCriteria) -> bool {
        let above = |level| criteria.band(level) != Band::Low;
        above(level) || residual.is_some_and(above)
    }

    /// Whether the owner has still to approve.
    pub fn is_waiting(self, level: RiskLevel, residual: Option<RiskLevel>, criteria: &RiskCriteria) -> bool {
        matches!(self, Self::Open | Self::Stale) && Self::is_needed(level, residual, criteria)
    }

    /// The state of a content whose numbers are now `numbers`, under those criteria. Another owner has to approve anew.
    pub fn of(content: &Content, numbers: &Numbers, criteria: &RiskCriteria) -> Self {
        let Some(decision) = &content.decision else { return Self::None };
        match &content.approval {
            None if !decision.sent_back.is_empty() => Self::SentBack,
            None => Self::Open,
            Some(approval)
                if !approval.is_of_former_owner(content.owner)
                    && approval.holds(decision.treatment, numbers)
                    && approval.suffices(numbers, criteria) =>
            {
                Self::Approved
            }
            Some(_) => Self::Stale,
        }
    }
}
