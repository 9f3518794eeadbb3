//! Forgetting old jobs.

use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::row;
use crate::store::Store;
use crate::{Instant, Result};

/// How long a job that is over can still be looked at.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Removes jobs that were over long ago; what they did stays, and stays in the audit log.
pub(super) async fn purge(store: &Store, now: Instant) -> Result<()> {
    row::Entity::delete_many().filter(row::Column::FinishedAt.lt(now.minus(KEPT).0)).exec(store.writer()).await?;
    Ok(())
}
