//! 脅威の状況: how likely the company says each threat is.

mod rate;

use axum::Router;
use axum::routing::get;

use crate::State;

pub(crate) fn routes() -> Router<State> {
    Router::new().route("/risks/threats", get(rate::show).post(rate::save))
}
