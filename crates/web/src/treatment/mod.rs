//! リスク対応: the decision about one risk, its approval, its tasks; and the plan of all tasks.

mod approval;
mod approval_page;
mod approval_state;
mod choices;
mod conflict;
mod decide;
mod form;
mod panel;
mod plan;
mod posted;
mod send_back;
mod summary;
mod task;
mod task_rows;
mod withdraw;
pub(crate) mod words;

use app::{Error, TaskId};
use axum::Router;
use axum::routing::{get, post};

pub(crate) use panel::panel;

use crate::risk::risk_id;
use crate::{Failure, State};

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/risks/{id}/treatment", get(decide::form).post(decide::save))
        .route("/risks/{id}/treatment/withdraw", get(withdraw::ask).post(withdraw::withdraw))
        .route("/risks/{id}/approval", get(approval::show).post(approval::approve))
        .route("/risks/{id}/approval/send-back", post(send_back::send_back))
        .route("/risks/{id}/tasks/{task}", get(task::show).post(task::progress))
        .merge(plan::routes())
}

/// The task that an address names.
fn task_id(text: &str) -> Result<TaskId, Failure> {
    text.parse().map_err(|_| Error::NotFound("作業").into())
}
