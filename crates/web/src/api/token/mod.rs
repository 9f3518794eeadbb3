//! APIトークン. A token makes no more of them: `app::token::create` refuses that through this door, so there
//! is no address for it.

mod list;
mod revoke;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "tokens";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(list::list)).routes(routes!(revoke::revoke))
}
