//! ホーム: what to do next.

mod due;
mod facts;
mod levels;
mod risk_steps;
mod show;
mod steps;
mod urgent_steps;

use axum::Router;
use axum::routing::get;

use crate::State;

pub(crate) fn routes() -> Router<State> {
    Router::new().route("/", get(show::show))
}
