//! All addresses: each capability brings its own.

use axum::Router;

use crate::{State, account, home, people, sign_in};

/// Every screen.
pub(crate) fn screens() -> Router<State> {
    Router::new().merge(home::routes()).merge(account::routes()).merge(sign_in::routes()).merge(people::routes())
}
