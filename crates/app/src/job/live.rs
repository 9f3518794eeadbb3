//! How far the jobs of this process are, to the moment: the database is told seldom, and on SQLite not
//! at all while a job writes in one long transaction.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use crate::JobId;

/// How far one job is.
#[derive(Debug, Default)]
pub(super) struct Live {
    done: AtomicU64,
    total: AtomicU64,
}

impl Live {
    pub(super) fn set(&self, done: u64, total: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// (done, total)
    pub(super) fn get(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}

static RUNNING: LazyLock<Mutex<HashMap<JobId, Arc<Live>>>> = LazyLock::new(Mutex::default);

/// A job that begins here.
pub(super) fn begin(id: JobId) -> Arc<Live> {
    let live = Arc::new(Live::default());
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).insert(id, live.clone());
    live
}

/// A job that is over here.
pub(super) fn end(id: JobId) {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
}

/// How far a job is, if it runs here.
pub(super) fn of(id: JobId) -> Option<(u64, u64)> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner).get(&id).map(|live| live.get())
}
