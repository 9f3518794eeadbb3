//! 人と役割

mod add_role;
mod body;
mod find;
mod list;
mod remove;
mod take_role;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "people";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(find::find, remove::remove))
        .routes(routes!(add_role::add_role))
        .routes(routes!(take_role::take_role))
}
