//! 記録: what was changed, by whom, and undoing it.

mod export;
mod filter;
mod list;
mod show;
mod undo;
mod undo_together;
mod undoing;
mod verify;
mod words;

use axum::Router;
use axum::routing::{get, post};

use crate::{Failure, State};

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/audit-log", get(list::list))
        .route("/audit-log/export", post(export::export))
        .route("/audit-log/verify", get(verify::verify))
        .route("/audit-log/{sequence}", get(show::show))
        .route("/audit-log/{sequence}/undo", get(undo::ask).post(undo::undo))
        .route("/audit-log/{sequence}/undo-together", get(undo_together::ask).post(undo_together::undo))
}

/// A record's number from the address; what is none names nothing.
fn number(text: &str) -> Result<i64, Failure> {
    text.parse().map_err(|_| app::Error::NotFound("記録").into())
}
