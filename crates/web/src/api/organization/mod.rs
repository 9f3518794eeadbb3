//! 組織

mod answer;
mod body;
mod choose_criteria;
mod find;
mod preview_criteria;
mod profile;
mod rename;
mod sample;

pub(super) use body::CriteriaBody;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "organization";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(find::find, rename::rename))
        .routes(routes!(profile::profile, answer::answer))
        .routes(routes!(choose_criteria::choose_criteria))
        .routes(routes!(preview_criteria::preview_criteria))
        .routes(routes!(sample::load, sample::remove))
}
