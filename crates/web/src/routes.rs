//! All addresses: each capability brings its own.

use axum::Router;

use crate::{State, asset, home, people};

/// Every screen.
pub(crate) fn screens() -> Router<State> {
    Router::new().merge(home::routes()).merge(asset::routes()).merge(people::routes())
}
