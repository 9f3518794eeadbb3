//! 組織: its name, its answers, its risk criteria; the sample company.

mod bands;
mod criteria;
mod criteria_preview;
mod name;
pub(crate) mod profile;
pub(crate) mod profile_fields;
mod sample;
mod show;

use axum::Router;
use axum::routing::{get, post};

use crate::State;

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/organization", get(show::show))
        .route("/organization/name", get(name::form).post(name::save))
        .route("/organization/profile/{section}", get(profile::form).post(profile::save))
        .route("/organization/criteria", get(criteria::moved))
        .route("/settings/criteria", get(criteria::form).post(criteria::save))
        .route("/settings/criteria/preview", post(criteria_preview::preview))
        .route("/organization/sample", post(sample::load))
        .route("/organization/sample/remove", get(sample::ask).post(sample::remove))
}
