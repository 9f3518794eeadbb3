//! The JSON API under `/api/v1/`: the same use cases as the screens, for programs with a token.
//!
//! Errors are `application/problem+json` in Japanese with field paths; what can be edited carries an `ETag`
//! and asks for it back as `If-Match`; lists are paged by key. The description (OpenAPI 3.1) is generated
//! from the code and served at `/api/v1/openapi.json`.

mod body;
mod caller;
mod description;
mod etag;
mod problem;

use axum::routing::get;
use axum::{Json, Router};
use utoipa_axum::router::OpenApiRouter;

pub use body::Body;
pub use caller::Caller;
pub use etag::{IfMatch, Tagged};
pub use problem::{FieldProblemBody, Problem, ProblemBody};

use crate::State;

/// Every address of the API, and its description.
pub(crate) fn router() -> Router<State> {
    let (router, description) = described().split_for_parts();
    router
        .route("/openapi.json", get(move || async move { Json(description) }))
        .fallback(|| async { Problem::from(app::Error::NotFound("アドレス")) })
        .method_not_allowed_fallback(problem::method_not_allowed)
}

/// Routes with their descriptions; each capability brings its own.
fn described() -> OpenApiRouter<State> {
    OpenApiRouter::with_openapi(description::base())
}
