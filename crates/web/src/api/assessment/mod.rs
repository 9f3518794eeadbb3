//! リスクアセスメント

mod body;
mod compare;
mod find;
mod list;
mod remove;
mod report;
mod risks;
mod take;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "assessments";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(list::list, take::take))
        .routes(routes!(find::find, remove::remove))
        .routes(routes!(risks::risks))
        .routes(routes!(compare::compare))
        .routes(routes!(report::report))
}
