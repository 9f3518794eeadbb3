//! Taking a job, so that nobody else takes it.

use std::time::Duration;

use sea_orm::sea_query::{ExprTrait, LockBehavior, LockType};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::{State, row};
use crate::store::Store;
use crate::{Instant, Result};

/// How long a runner is believed to be alive after its last sign.
pub(super) const LEASE: Duration = Duration::from_secs(60);

/// How often a job is begun before it is given up.
const ATTEMPTS: i64 = 3;

/// Takes the oldest job that waits or whose runner died, for `runner`.
///
/// On PostgreSQL the row is locked and rows that others lock are passed over; on SQLite the
/// transaction has the write lock from its beginning. So one job goes to one runner.
pub(super) async fn claim(store: &Store, runner: &str, now: Instant) -> Result<Option<row::Model>> {
    // Looking costs no write lock; most of the time there is nothing.
    if claimable(now).one(store.reader()).await?.is_none() {
        return Ok(None);
    }
    store
        .transaction(async |transaction| {
            let found = claimable(now).lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
            let Some(job) = found.one(transaction).await? else { return Ok(None) };
            let attempts = job.attempts + 1;
            let mut change = job.into_active_model();
            if attempts > ATTEMPTS {
                let message = "途中で何度も止まったため、取りやめました。内容は変わっていません。続くときは管理者に知らせてください。";
                let outcome = row::Outcome { message: message.to_owned(), ..row::Outcome::default() };
                change.state = Set(State::Failed.id().to_owned());
                change.result = Set(serde_json::to_string(&outcome)?);
                change.finished_at = Set(Some(now.0));
                change.update(transaction).await?;
                return Ok(None);
            }
            change.state = Set(State::Running.id().to_owned());
            change.runner = Set(Some(runner.to_owned()));
            change.lease_until = Set(Some(now.plus(LEASE).0));
            change.attempts = Set(attempts);
            change.done = Set(0);
            Ok(Some(change.update(transaction).await?))
        })
        .await
}

fn claimable(now: Instant) -> Select<row::Entity> {
    let waits = row::Column::State.eq(State::Waiting.id());
    let dead = row::Column::State.eq(State::Running.id()).and(row::Column::LeaseUntil.lt(now.0));
    row::Entity::find()
        .filter(Condition::any().add(waits).add(dead))
        .order_by_asc(row::Column::CreatedAt)
        .order_by_asc(row::Column::Id)
        .limit(1)
}
