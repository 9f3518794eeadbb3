//! 部署

mod add;
mod body;
mod list;
mod remove;
mod rename;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) use body::DepartmentBody;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "departments";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(list::list, add::add)).routes(routes!(
        list::find,
        rename::rename,
        remove::remove
    ))
}
