//! 招待

mod body;
mod invite;
mod list;
mod renew;
mod revoke;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "invitations";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(list::list, invite::invite))
        .routes(routes!(renew::renew))
        .routes(routes!(revoke::revoke))
}
