//! リスクアセスメント: snapshots of all risks, compared with each other.

mod bands;
mod compare;
mod list;
mod remove;
mod report;
mod risks;
mod show;
mod take;

use app::{AssessmentId, Error};
use axum::Router;
use axum::routing::get;

use crate::{Failure, State};

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/assessments", get(list::list).post(take::take))
        .route("/assessments/{id}", get(show::show))
        .route("/assessments/{id}/remove", get(remove::ask).post(remove::remove))
        .route("/assessments/{id}/report.{format}", get(report::report))
}

/// The snapshot that an address names.
fn assessment_id(text: &str) -> Result<AssessmentId, Failure> {
    text.parse().map_err(|_| Error::NotFound("アセスメント").into())
}
