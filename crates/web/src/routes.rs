//! All addresses: each capability brings its own.

use axum::Router;

use crate::{State, home, people};

/// Every screen.
pub(crate) fn screens() -> Router<State> {
    Router::new().merge(home::routes()).merge(people::routes())
}
