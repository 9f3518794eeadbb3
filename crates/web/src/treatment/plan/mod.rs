//! リスク対応計画 (対策計画): the tasks of all treatments as a list, a board and a calendar.

mod address;
mod board;
mod calendar;
mod export;
mod list;
mod month;
mod overdue;
mod views;

use axum::Router;
use axum::routing::get;

use crate::State;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/treatments", get(list::list))
        .route("/treatments/board", get(board::board))
        .route("/treatments/calendar", get(calendar::calendar))
        .route("/treatments/export.{format}", get(export::export))
}
