//! 部署

mod add;
mod list;
mod remove;
mod rename;

use axum::Router;
use axum::routing::get;

use crate::State;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/departments", get(list::list).post(add::add))
        .route("/departments/{department}", get(rename::ask).post(rename::rename))
        .route("/departments/{department}/remove", get(remove::ask).post(remove::remove))
}
