//! All addresses: each capability brings its own.

use axum::Router;

use crate::{State, account, asset, asset_import, audit_log, home, job, organization, people, setup, sign_in, token};

/// Every screen.
pub(crate) fn screens() -> Router<State> {
    Router::new()
        .merge(account::routes())
        .merge(asset::routes())
        .merge(asset_import::routes())
        .merge(audit_log::routes())
        .merge(home::routes())
        .merge(job::routes())
        .merge(organization::routes())
        .merge(people::routes())
        .merge(setup::routes())
        .merge(sign_in::routes())
        .merge(token::routes())
}
