//! 台帳の取り込み: send a register, look at what it would do, bring it in.

mod apply;
mod body;
mod discard;
mod find;
mod lines;
mod list;
mod missing;
mod problems;
mod read_again;
mod send;

pub(super) use apply::ReportBody;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "imports";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(list::list, send::send))
        .routes(routes!(find::find, discard::discard))
        .routes(routes!(lines::lines))
        .routes(routes!(problems::problems))
        .routes(routes!(missing::missing))
        .routes(routes!(read_again::read_again))
        .routes(routes!(apply::apply))
}
