//! リスク対応: what is decided about a risk, the tasks that carry it out, and the approval of its owner.
//!
//! Everything is part of the risk's content, so that one version, one record and one undoing cover it; the
//! tasks stand in a table beside it for the plan, its board and its calendar.

mod approve;
mod decide;
mod decision;
mod effect;
mod filter;
mod input;
mod plan;
mod progress;
mod report;
mod send_back;
mod suggestion;
mod withdraw;

pub use approve::{Acceptance, approve};
pub use decide::decide;
pub use decision::{Approval, ApprovalState, Decision, Task, TaskStatus};
pub use effect::{Affected, Effect};
pub use filter::Filter;
pub use input::{Input, TaskInput};
pub use plan::{Plan, PlannedTask, Query, TaskSummary, due, plan, task_summary};
pub use progress::{Finished, preview_finish, progress};
pub(crate) use report::approval_of;
pub use report::report;
pub use send_back::send_back;
pub use suggestion::{Suggestion, suggestion};
pub use withdraw::withdraw;
