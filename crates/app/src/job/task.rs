//! A job in the hands of its runner.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, UpdateMany};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::claim::LEASE;
use super::live::Live;
use super::{State, row};
use crate::store::{Store, Transaction};
use crate::{Error, Instant, JobId, OrganizationId, Result};

/// What work sees of its job.
#[derive(Debug, Clone)]
pub struct Task {
    /// The job.
    pub id: JobId,
    pub(super) organization: OrganizationId,
    pub(super) runner: Arc<str>,
    pub(super) payload: Value,
    pub(super) live: Arc<Live>,
    pub(super) stopping: Arc<AtomicBool>,
}

impl Task {
    /// What the work was told.
    ///
    /// # Errors
    /// [`Error::Internal`] where it is of another form.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_value(self.payload.clone())?)
    }

    /// Says how far it is; cheap, the database is told now and then.
    pub fn progress(&self, done: u64, total: u64) {
        self.live.set(done, total);
    }

    /// Whether the process is about to end. Work that would still take long gives up; it is begun again.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// Finishes the job in the transaction of its effect.
    ///
    /// # Errors
    /// [`Error::Internal`] where another runner has taken the job over in the meantime: the
    /// transaction must not be committed.
    pub async fn finish(&self, transaction: &Transaction, now: Instant, result: &impl Serialize) -> Result<()> {
        let outcome = row::Outcome { result: serde_json::to_value(result)?, message: String::new() };
        if self.close(transaction, now, State::Done, &outcome).await? {
            return Ok(());
        }
        Err(Error::internal(format!("job {} was taken over by another runner", self.id)))
    }

    /// Ends the job; `false` where it is not (or no longer) this runner's.
    pub(super) async fn close(
        &self,
        connection: &impl ConnectionTrait,
        now: Instant,
        state: State,
        outcome: &row::Outcome,
    ) -> Result<bool> {
        let (done, total) = self.live.get();
        let done = if state == State::Done { total } else { done };
        let change = self
            .own()
            .col_expr(row::Column::State, Expr::value(state.id()))
            .col_expr(row::Column::Result, Expr::value(serde_json::to_string(outcome)?))
            .col_expr(row::Column::Done, Expr::value(signed(done)))
            .col_expr(row::Column::Total, Expr::value(signed(total)))
            .col_expr(row::Column::FinishedAt, Expr::value(now.0));
        Ok(change.exec(connection).await?.rows_affected == 1)
    }

    /// Whether the job is still this runner's; `true` also where the work has just finished it.
    pub(super) async fn is_own(&self, store: &Store) -> Result<bool> {
        let row = row::Entity::find_by_id((self.organization.0, self.id.0)).one(store.reader()).await?;
        Ok(row.is_some_and(|row| row.runner.as_deref() == Some(&*self.runner)))
    }

    /// Gives the job back untouched, for another runner or a later start.
    pub(super) async fn release(&self, store: &Store) -> Result<()> {
        let change = self
            .own()
            .col_expr(row::Column::State, Expr::value(State::Waiting.id()))
            .col_expr(row::Column::Runner, Expr::value(None::<String>))
            .col_expr(row::Column::LeaseUntil, Expr::value(None::<i64>))
            .col_expr(row::Column::Attempts, Expr::col(row::Column::Attempts).sub(1));
        change.exec(store.writer()).await?;
        Ok(())
    }

    /// Renews the lease and tells how far the job is; `false` where it is no longer this runner's.
    pub(super) async fn beat(&self, store: &Store, now: Instant) -> Result<bool> {
        let (done, total) = self.live.get();
        let change = self
            .own()
            .col_expr(row::Column::LeaseUntil, Expr::value(now.plus(LEASE).0))
            .col_expr(row::Column::Done, Expr::value(signed(done)))
            .col_expr(row::Column::Total, Expr::value(signed(total)));
        Ok(change.exec(store.writer()).await?.rows_affected == 1)
    }

    fn own(&self) -> UpdateMany<row::Entity> {
        row::Entity::update_many()
            .filter(row::Column::OrganizationId.eq(self.organization.0))
            .filter(row::Column::Id.eq(self.id.0))
            .filter(row::Column::State.eq(State::Running.id()))
            .filter(row::Column::Runner.eq(&*self.runner))
    }
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
