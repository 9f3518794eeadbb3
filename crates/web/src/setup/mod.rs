//! First run: the organization and its first person, then the questions, then a register.

mod begin;
mod next;
mod profile;

use axum::Router;
use axum::routing::get;
use maud::Markup;

use crate::State;
use crate::components::{Step, steps};
use crate::organization::profile_fields::Section as Part;

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/setup", get(begin::form).post(begin::begin))
        .route("/setup/profile", get(profile::first))
        .route("/setup/profile/{section}", get(profile::form).post(profile::save))
        .route("/setup/next", get(next::show))
}

/// Where one is on the way.
fn way(current: usize) -> Markup {
    let mut all = vec![Step::new("組織と最初の人")];
    all.extend(Part::ALL.map(|part| Step::new(part.title())));
    all.push(Step::new("台帳の用意"));
    steps(&all, current)
}
