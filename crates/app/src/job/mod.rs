//! Work in the background: what takes longer than a person waits for.
//!
//! A use case [`enqueue`]s a job in its own transaction, so that the job exists exactly if what asked
//! for it does. A [`Runner`] in any process of the installation claims it, runs its [`Work`] as the
//! person who started it (with the roles of that moment), and renews a lease while it runs: the job of
//! a runner that died is claimed again. Work finishes its job in the transaction of its effect
//! ([`Task::finish`]), so that the effect happens once even where two runners believe they hold it.

mod claim;
mod enqueue;
mod find;
mod live;
mod purge;
mod row;
mod run;
mod starter;
mod task;

use serde_json::Value;

pub use enqueue::{Order, enqueue, wake};
pub use find::find;
pub(crate) use find::is_over;
pub use run::{Runner, Running, Work};
pub use task::Task;

use crate::{Error, Instant, JobId, Result};

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has begun it.
    Waiting,
    /// A runner works on it.
    Running,
    /// It has done what it was to do.
    Done,
    /// It did nothing; the message says why.
    Failed,
}

impl State {
    /// The word in the database.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    fn from_id(id: &str) -> Result<Self> {
        [Self::Waiting, Self::Running, Self::Done, Self::Failed]
            .into_iter()
            .find(|state| state.id() == id)
            .ok_or_else(|| Error::internal(format!("no state of jobs: {id}")))
    }

    /// Whether nothing more will happen.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed)
    }
}

/// Work in the background.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its key.
    pub id: JobId,
    /// Which [`Work`] it is.
    pub kind: String,
    /// What it does, in words for people: 「台帳.xlsx」の取り込み.
    pub title: String,
    /// What the work was told.
    pub payload: Value,
    /// How far it is.
    pub state: State,
    /// How many of `total` are done.
    pub done: u64,
    /// Of how many; 0 while that is not known.
    pub total: u64,
    /// What came out, once it is done.
    pub result: Value,
    /// Why it did nothing, in words for people; empty unless it failed.
    pub message: String,
    /// When it was asked for.
    pub created_at: Instant,
    /// When it was over.
    pub finished_at: Option<Instant>,
}
