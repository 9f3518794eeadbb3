//! All addresses: each capability brings its own.

use axum::Router;

use crate::{State, account, asset, home, people, sign_in};

/// Every screen.
pub(crate) fn screens() -> Router<State> {
    Router::new()
        .merge(account::routes())
        .merge(asset::routes())
        .merge(home::routes())
        .merge(people::routes())
        .merge(sign_in::routes())
}
