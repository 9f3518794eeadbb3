//! Asking for work, in the transaction of what asks for it.

use std::sync::LazyLock;

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::Value;
use tokio::sync::Notify;

use super::{State, row};
use crate::store::Transaction;
use crate::{Context, JobId, Result};

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Order {
    /// Which [`Work`](super::Work).
    pub kind: &'static str,
    /// What it does, in words for people.
    pub title: String,
    /// What the work is told.
    pub payload: Value,
}

/// Wakes the runner of this process; those of other processes look by themselves.
static ARRIVAL: LazyLock<Notify> = LazyLock::new(Notify::new);

/// Asks for a job. The caller has asked for the permission, and calls [`wake`] after its transaction.
///
/// # Errors
/// [`Error::Database`](crate::Error::Database).
pub async fn enqueue(transaction: &Transaction, context: &Context, order: Order) -> Result<JobId> {
    let id = JobId::new();
    let payload = row::Payload {
        title: order.title,
        channel: context.channel.id().to_owned(),
        request: context.request,
        work: order.payload,
    };
    let row = row::ActiveModel {
        organization_id: Set(context.organization.0),
        id: Set(id.0),
        kind: Set(order.kind.to_owned()),
        payload: Set(serde_json::to_string(&payload)?),
        state: Set(State::Waiting.id().to_owned()),
        done: Set(0),
        total: Set(0),
        result: Set(serde_json::to_string(&row::Outcome::default())?),
        account_id: Set(context.account().map(|account| account.0)),
        actor: Set(context.actor_name().to_owned()),
        created_at: Set(context.now().0),
        runner: Set(None),
        lease_until: Set(None),
        attempts: Set(0),
        finished_at: Set(None),
    };
    row::Entity::insert(row).exec_without_returning(transaction).await?;
    Ok(id)
}

/// Tells the runner of this process that there is work: it begins at once instead of within a second.
pub fn wake() {
    ARRIVAL.notify_one();
}

/// Waits for [`wake`].
pub(super) async fn arrival() {
    ARRIVAL.notified().await;
}
