//! 時間のかかる処理: how far one's own work in the background is.

mod show;

use axum::Router;
use axum::routing::get;

use crate::State;

pub(crate) fn routes() -> Router<State> {
    Router::new().route("/jobs/{id}", get(show::show))
}
