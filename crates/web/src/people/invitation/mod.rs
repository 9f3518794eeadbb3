//! 招待: inviting, and what the invited see.

mod accept;
mod invite;
mod join;
mod link;
mod open;
mod renew;
mod revoke;
pub(super) mod table;

use axum::Router;
use axum::routing::{get, post};

use crate::State;

pub(super) fn routes() -> Router<State> {
    Router::new()
        .route("/people/invite", get(invite::ask).post(invite::invite))
        .route("/people/invitations/{invitation}/renew", post(renew::renew))
        .route("/people/invitations/{invitation}/revoke", get(revoke::ask).post(revoke::revoke))
        .route("/invitations/{secret}", get(open::open).post(accept::accept))
        .route("/invitations/{secret}/join", post(join::join))
}
