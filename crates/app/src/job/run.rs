//! The loop that does the work.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use catalog::Catalog;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::{Instant as Moment, MissedTickBehavior, interval, sleep, timeout};
use uuid::Uuid;

use super::claim::{LEASE, claim};
use super::enqueue::arrival;
use super::{State, Task, live, purge::purge, row, starter};
use crate::store::Store;
use crate::{Clock, Context, Error, JobId, OrganizationId, Result};

/// How often a runner looks for jobs of other processes.
const LOOK: Duration = Duration::from_secs(1);
/// How often progress is written.
const BEAT: Duration = Duration::from_secs(3);
/// How long the end of the process waits for a running job.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often old jobs are removed.
const PURGE: Duration = Duration::from_secs(60 * 60);

/// What jobs of one kind do.
#[async_trait]
pub trait Work: Send + Sync + 'static {
    /// The kind, as [`Order::kind`](super::Order) names it.
    fn kind(&self) -> &'static str;

    /// Does it, as the person who started it. What changes anything asks for its permission like any
    /// use case, and calls [`Task::finish`] in its transaction.
    ///
    /// # Errors
    /// Whatever use cases end with: the job has failed, and the error's sentence is shown.
    async fn run(&self, context: &Context, task: &Task) -> Result<()>;
}

/// Runs jobs one after another. `serve` starts one per process.
pub struct Runner {
    store: Store,
    clock: Clock,
    name: Arc<str>,
    works: Vec<Arc<dyn Work>>,
}

/// A runner at work.
#[derive(Debug)]
pub struct Running {
    stop: Arc<Stop>,
    task: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Stop {
    stopping: Arc<AtomicBool>,
    told: Notify,
}

impl Runner {
    /// A runner that knows all work of the application.
    pub fn new(store: Store, clock: Clock, catalog: &Arc<Catalog>) -> Self {
        let runner = Self { store, clock, name: Uuid::now_v7().to_string().into(), works: Vec::new() };
        crate::asset::import::works(catalog).into_iter().fold(runner, Self::with)
    }

    /// The same with further work.
    #[must_use]
    pub fn with(mut self, work: Arc<dyn Work>) -> Self {
        self.works.push(work);
        self
    }

    /// Begins; to be called within a tokio runtime.
    pub fn start(self) -> Running {
        let stop = Arc::new(Stop::default());
        let task = tokio::spawn(self.serve(stop.clone()));
        Running { stop, task }
    }

    /// Runs one job, if there is any; answers which.
    ///
    /// # Errors
    /// [`Error::Database`]. What the work itself ends with belongs to the job.
    pub async fn run_one(&self) -> Result<Option<JobId>> {
        self.next(&Stop::default()).await
    }

    async fn serve(self, stop: Arc<Stop>) {
        let mut purged: Option<Moment> = None;
        while !stop.stopping.load(Ordering::Relaxed) {
            if purged.is_none_or(|at| at.elapsed() > PURGE) {
                purged = Some(Moment::now());
                if let Err(error) = purge(&self.store, self.clock.now()).await {
                    tracing::warn!(?error, "cannot remove old jobs");
                }
            }
            match self.next(&stop).await {
                Ok(Some(_)) => continue,
                Ok(None) => {}
                Err(error) => tracing::error!(?error, "cannot look for jobs"),
            }
            tokio::select! {
                () = arrival() => {}
                () = stop.told.notified() => {}
                () = sleep(LOOK) => {}
            }
        }
    }

    async fn next(&self, stop: &Stop) -> Result<Option<JobId>> {
        let Some(job) = claim(&self.store, &self.name, self.clock.now()).await? else { return Ok(None) };
        let id = JobId(job.id);
        let payload: row::Payload = serde_json::from_str(&job.payload)?;
        let task = Task {
            id,
            organization: OrganizationId(job.organization_id),
            runner: self.name.clone(),
            payload: payload.work,
            live: live::begin(id),
            stopping: stop.stopping.clone(),
        };
        let done = self.perform(&job, &task, stop).await;
        live::end(id);
        match done {
            Ended::Done => self.close(&task, State::Done, String::new()).await?,
            Ended::Failed(error) => {
                tracing::warn!(job = %id, kind = job.kind, ?error, "a job failed");
                self.close(&task, State::Failed, error.to_string()).await?;
            }
            Ended::GivenBack => task.release(&self.store).await?,
            Ended::Lost => tracing::warn!(job = %id, "another runner has taken the job over"),
        }
        Ok(Some(id))
    }

    async fn close(&self, task: &Task, state: State, message: String) -> Result<()> {
        let outcome = row::Outcome { message, ..row::Outcome::default() };
        // Nothing to close where the work has finished its job itself.
        task.close(self.store.writer(), self.clock.now(), state, &outcome).await?;
        Ok(())
    }

    async fn perform(&self, job: &row::Model, task: &Task, stop: &Stop) -> Ended {
        let Some(work) = self.works.iter().find(|work| work.kind() == job.kind).cloned() else {
            return Ended::Failed(Error::internal(format!("no work of the kind {}", job.kind)));
        };
        let context = match starter::context(&self.store, &self.clock, job).await {
            Ok(context) => context,
            Err(error) => return Ended::Failed(error),
        };
        let own = task.clone();
        // In a task of its own, so that its panic is this job's failure alone.
        let mut work = tokio::spawn(async move { work.run(&context, &own).await });
        let ended = tokio::select! {
            ended = &mut work => Some(ended),
            () = self.keep_alive(task) => None,
            () = stop.told.notified() => {
                match timeout(PATIENCE, &mut work).await {
                    Ok(ended) => Some(ended),
                    Err(_) => { work.abort(); return Ended::GivenBack }
                }
            }
        };
        match ended {
            None => {
                work.abort();
                Ended::Lost
            }
            Some(Ok(Ok(()))) => Ended::Done,
            Some(Ok(Err(_))) if task.is_stopping() => Ended::GivenBack,
            Some(Ok(Err(error))) => Ended::Failed(error),
            Some(Err(panic)) => Ended::Failed(Error::internal(panic.to_string())),
        }
    }

    /// Renews the lease until the job is another runner's.
    async fn keep_alive(&self, task: &Task) {
        let mut beats = interval(BEAT);
        beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut told, mut renewed) = ((0, 0), Moment::now());
        loop {
            beats.tick().await;
            let now = task.live.get();
            if now == told && renewed.elapsed() < LEASE / 4 {
                continue;
            }
            match task.beat(&self.store, self.clock.now()).await {
                Ok(true) => (told, renewed) = (now, Moment::now()),
                Ok(false) => match task.is_own(&self.store).await {
                    // The work has finished it and is about to return.
                    Ok(true) => return std::future::pending().await,
                    Ok(false) => return,
                    Err(error) => tracing::warn!(?error, "cannot look at a running job"),
                },
                // The database is away or busy; the work itself will find out.
                Err(error) => tracing::warn!(?error, "cannot renew the lease of a job"),
            }
        }
    }
}

/// How a run of a job ended.
enum Ended {
    Done,
    Failed(Error),
    GivenBack,
    Lost,
}

impl Running {
    /// Takes no further job, waits for the running one a while, then gives it back.
    pub async fn stop(self) {
        self.stop.stopping.store(true, Ordering::Relaxed);
        self.stop.told.notify_one();
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the runner of jobs ended badly");
        }
    }
}
