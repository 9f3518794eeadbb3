//! APIトークン: how other software acts for a person.

mod create;
mod list;
mod revoke;

use axum::Router;
use axum::routing::get;

use crate::State;
use crate::components::Crumb;

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/account/tokens", get(list::list))
        .route("/account/tokens/new", get(create::ask).post(create::create))
        .route("/account/tokens/{id}/revoke", get(revoke::ask).post(revoke::revoke))
}

/// The way to the screens behind the list.
const WAY: [Crumb<'static>; 2] = [
    Crumb { title: "アカウント", href: Some("/account") },
    Crumb { title: "APIトークン", href: Some("/account/tokens") },
];
