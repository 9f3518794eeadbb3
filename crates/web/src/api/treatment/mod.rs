//! リスク対応: what is decided about a risk, the owner's approval, the tasks, and the plan of all of them.

mod approve;
mod body;
mod decide;
mod input;
mod people;
mod plan;
mod plan_export;
mod plan_filter;
mod progress;
mod send_back;
mod task;
mod withdraw;

pub(super) use body::{ApprovalBody, DecisionBody};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "treatments";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(decide::decide, withdraw::withdraw))
        .routes(routes!(approve::approve))
        .routes(routes!(send_back::send_back))
        .routes(routes!(task::task, progress::progress))
        .routes(routes!(plan::plan))
        .routes(routes!(plan_export::export))
        .routes(routes!(people::people))
}
