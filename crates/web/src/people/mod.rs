//! 人と役割: who belongs to the organization, invitations, departments.

mod add_role;
mod department;
mod invitation;
mod list;
mod remove;
mod role_fields;
mod show;
mod switch_organization;
mod tabs;
mod take_role;
mod words;

use std::str::FromStr;

use axum::Router;
use axum::routing::{get, post};

use crate::{Failure, State};

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/people", get(list::list))
        .route("/people/{account}", get(show::show))
        .route("/people/{account}/roles", post(add_role::add_role))
        .route("/people/{account}/roles/{role}/take", post(take_role::take_role))
        .route("/people/{account}/remove", get(remove::ask).post(remove::remove))
        .route("/account/organization", post(switch_organization::switch_organization))
        .merge(invitation::routes())
        .merge(department::routes())
}

/// A key from the address; what is none names nothing.
fn key<T: FromStr>(text: &str, what: &'static str) -> Result<T, Failure> {
    text.parse().map_err(|_| app::Error::NotFound(what).into())
}
