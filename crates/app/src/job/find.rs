//! Looking at a job.

use sea_orm::{ConnectionTrait, EntityTrait};

use super::{Job, State, live, row};
use crate::{Actor, Context, Error, Instant, JobId, Result};

/// A job of one's own, as far as it is now.
///
/// # Errors
/// [`Error::NotFound`] where the organization has no such job, or somebody else started it.
pub async fn find(context: &Context, id: JobId) -> Result<Job> {
    let row = row::Entity::find_by_id((context.organization.0, id.0)).one(context.reader()).await?;
    let row = row.ok_or(Error::NotFound("処理"))?;
    let own = row.account_id.is_some() && row.account_id == context.account().map(|account| account.0);
    if !own && !matches!(context.actor, Actor::Operator) {
        return Err(Error::NotFound("処理"));
    }
    let mut job = Job::try_from(row)?;
    if job.state == State::Running
        && let Some((done, total)) = live::of(id)
    {
        (job.done, job.total) = (done, total);
    }
    Ok(job)
}

/// Whether nothing more will happen to a job; also where it is long gone.
pub(crate) async fn is_over(connection: &impl ConnectionTrait, context: &Context, id: JobId) -> Result<bool> {
    let row = row::Entity::find_by_id((context.organization.0, id.0)).one(connection).await?;
    row.map_or(Ok(true), |row| Ok(State::from_id(&row.state)?.is_over()))
}

impl TryFrom<row::Model> for Job {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        let payload: row::Payload = serde_json::from_str(&row.payload)?;
        let outcome: row::Outcome = serde_json::from_str(&row.result)?;
        Ok(Self {
            id: JobId(row.id),
            kind: row.kind,
            title: payload.title,
            payload: payload.work,
            state: State::from_id(&row.state)?,
            done: u64::try_from(row.done).unwrap_or(0),
            total: u64::try_from(row.total).unwrap_or(0),
            result: outcome.result,
            message: outcome.message,
            created_at: Instant(row.created_at),
            finished_at: row.finished_at.map(Instant),
        })
    }
}
