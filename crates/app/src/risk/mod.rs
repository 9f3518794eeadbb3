//! リスク: what may harm an asset (資産ベース) or the business (事象ベース), analysed and evaluated.
//!
//! A risk is kept as what people said and decided ([`Content`]); every number is computed from it, the
//! subject and the company's answers ([`Analysis`]), and kept beside it for lists to sort and filter by.
//! What numbers depend on changes them in the same transaction ([`follow`]). Rows are locked after the
//! assets that they are about and before the end of the audit log.

mod about;
mod access;
mod analysis;
mod content;
mod convert;
mod create;
mod criteria_preview;
mod describe;
mod edit;
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
mod owner;
mod remove;
mod report;
mod restore;
pub(crate) mod row;
mod sample;
mod summary;
mod unidentified;
pub(crate) mod write;

pub use about::About;
pub(crate) use access::Access;
pub use analysis::{Analysis, Layer, Numbers, Rated, Source};
pub use content::{BusinessEvent, Content, Control, ControlStatus, Subject, Threat, Vulnerability};
pub use create::create;
pub use criteria_preview::{CriteriaPreview, preview_criteria};
pub(crate) use describe::describe;
pub use edit::edit;
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
pub use owner::{Owner, owners, workers};
pub(crate) use owner::{read as eligible, works};
pub use remove::{remove, remove_many};
pub use report::report;
pub(crate) use report::{front, record, reported};
pub(crate) use restore::restore;
pub(crate) use sample::add_samples;
pub use summary::{Summary, summary};
pub use unidentified::{MediumCount, unidentified};

use crate::treatment::ApprovalState;
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
    /// Asset (or event) and threat, for lists and records: 「顧客リスト：外出先で書類をなくす」.
    pub fn label(&self) -> String {
        label(&self.about, &self.content)
    }

    /// リスクレベル before any work on it was done; as it is now while none is.
    pub fn level_before(&self) -> method::RiskLevel {
        let before = self.content.decision.as_ref().and_then(|decision| decision.before);
        before.map_or(self.analysis.level(), |numbers| numbers.level())
    }
}

fn label(about: &About, content: &Content) -> String {
    match content.threat.title.as_str() {
        "" => about.name.clone(),
        title => format!("{}：{title}", about.name),
    }
}
