//! All addresses: each capability brings its own.

use axum::Router;

use crate::{State, account, asset, audit_log, home, organization, people, setup, sign_in};

/// Every screen.
pub(crate) fn screens() -> Router<State> {
    Router::new()
        .merge(account::routes())
        .merge(asset::routes())
        .merge(audit_log::routes())
        .merge(home::routes())
        .merge(organization::routes())
        .merge(people::routes())
        .merge(setup::routes())
        .merge(sign_in::routes())
}
