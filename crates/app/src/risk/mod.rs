//! リスク: what may harm an asset (資産ベース) or the business (事象ベース), analysed and evaluated.
//!
//! A risk is kept as what people said and decided ([`Content`]); every number is computed from it, the
//! subject and the company's answers ([`Analysis`]), and kept beside it for lists to sort and filter by.
//! What numbers depend on changes them in the same transaction ([`follow`]). Rows are locked after the
//! assets that they are about and before the end of the audit log.

mod about;
mod access;
mod analysis;
mod assign_owner;
mod content;
mod contents;
mod convert;
mod create;
mod criteria_preview;
mod describe;
mod edit;
mod existing;
mod explanation;
mod filter;
mod find;
pub(crate) mod follow;
mod heat_map;
mod history;
mod identify;
mod input;
mod knowledge;
mod list;
mod naming;
mod of_assets;
mod owner;
mod remove;
mod report;
mod restore;
pub(crate) mod row;
mod sample;
mod summary;
mod unidentified;
mod version;
pub(crate) mod write;

pub use about::About;
pub(crate) use access::Access;
pub use analysis::{Analysis, Layer, Numbers, Rated, Source};
pub use assign_owner::{OwnerChoice, OwnerPreview, assign_owner, preview_owner};
pub use content::{BusinessEvent, Content, Control, ControlStatus, Subject, Threat, Vulnerability};
pub(crate) use contents::{contents, lock_all, remove_added};
pub use create::{MOST_ASSETS, create, create_many};
pub use criteria_preview::{CriteriaPreview, preview_criteria};
pub(crate) use describe::describe;
pub use edit::edit;
pub use existing::existing;
pub use filter::{Approval, Filter};
pub use find::{Found, find};
pub(crate) use find::{read, read_all};
pub use heat_map::HeatMap;
pub use history::{Change, History, history};
pub use identify::{Identified, Proposal, Proposed, ProposedAsset, identify, propose};
pub(crate) use input::Check;
pub use input::{ControlInput, EventInput, Input};
pub use knowledge::Knowledge;
pub use list::{Line, MOST, Order, Page, Query, Sort, list};
pub use naming::{Named, naming};
pub use of_assets::{Going, going_with};
pub use owner::{Owner, owners, workers};
pub(crate) use owner::{read as eligible, works};
pub use remove::{remove, remove_many};
pub use report::report;
pub(crate) use report::{front, record, reported};
pub(crate) use restore::{Undone, restore};
pub(crate) use sample::add_samples;
pub use summary::{Summary, summary};
pub use unidentified::{MediumCount, unidentified};
pub use version::version;

use crate::treatment::{ApprovalState, Effect, Task, TaskStatus};
use crate::{Instant, RiskId};

/// A risk, computed.
#[derive(Debug, Clone, PartialEq)]
pub struct Risk {
    /// Key.
    pub id: RiskId,
    /// Counts changes, from 1.
    pub version: i64,
    /// What people said and decided.
    pub content: Content,
    /// What it is about.
    pub about: About,
    /// Its numbers.
    pub analysis: Analysis,
    /// How far the owner's approval is.
    pub approval: ApprovalState,
    /// When it was identified.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl Risk {
    /// Asset (or event) and threat, for lists and records: 「顧客リスト：外出先で書類をなくす」. Without a known threat
    /// the first weakness tells risks of one asset apart: 「顧客リスト：脅威は分かっていない（弱点：鍵がない）」.
    pub fn label(&self) -> String {
        label(&self.about.name, &self.content)
    }

    /// Whether the day has come on which it was to be looked at again.
    pub fn is_review_due(&self, today: jiff::civil::Date) -> bool {
        self.content.next_review().is_some_and(|day| day <= today)
    }

    /// Whether a task is done, and nobody has confirmed yet what it changes.
    pub fn is_unconfirmed(&self, task: &Task) -> bool {
        let is_missing = |control: &String| !self.content.is_in_place(control);
        let effect = || self.content.decision.as_ref().and_then(|decision| Effect::of(decision, &self.analysis));
        task.status == TaskStatus::Done
            && (task.control.as_ref().is_some_and(is_missing) || effect().is_some_and(Effect::is_open))
    }

    /// リスクレベル before any work on it was done; as it is now while none is.
    pub fn level_before(&self) -> method::RiskLevel {
        let before = self.content.decision.as_ref().and_then(|decision| decision.before);
        before.map_or(self.analysis.level(), |numbers| numbers.level())
    }
}

/// What stands where no threat is known.
pub(crate) const NO_THREAT: &str = "脅威は分かっていない";

fn label(name: &str, content: &Content) -> String {
    match (content.threat.title.as_str(), content.vulnerabilities.as_slice()) {
        ("", []) => format!("{name}：{NO_THREAT}"),
        ("", [weakness]) => format!("{name}：{NO_THREAT}（弱点：{}）", weakness.title),
        ("", [weakness, ..]) => format!("{name}：{NO_THREAT}（弱点：{}など）", weakness.title),
        (title, _) => format!("{name}：{title}"),
    }
}
