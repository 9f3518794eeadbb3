//! The JSON API under `/api/v1/`: the same use cases as the screens, for programs with a token.
//!
//! Errors are `application/problem+json` in Japanese with field paths; what can be edited carries an `ETag`
//! and asks for it back as `If-Match`; lists are paged by key. The description (OpenAPI 3.1) is generated
//! from the code and served at `/api/v1/openapi.json`: what stands there is read by people who use the API,
//! so the doc comments of fields in bodies and parameters here are Japanese.

mod address;
mod body;
mod caller;
mod description;
mod document_file;
mod etag;
mod file;
mod merge;
mod moment;
mod page;
mod problem;
mod query;
mod total;
mod word;
mod words;

mod assessment;
mod asset;
mod audit_log;
mod department;
mod import;
mod invitation;
mod job;
mod me;
mod organization;
mod people;
mod risk;
mod threat;
mod token;
mod treatment;

use axum::Router;
use axum::response::IntoResponse;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use address::Address;
use body::Body;
use caller::Caller;
use etag::{IfMatch, Tagged};
use problem::Problem;
use query::Query;

use crate::State;

/// Every address of the API, and its description.
pub(crate) fn router() -> Router<State> {
    let (router, _) = described().split_for_parts();
    router
        .fallback(|| async { address::nothing_there() })
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(CatchPanicLayer::custom(|_| {
            Problem::from(app::Error::internal("a handler of the API panicked")).into_response()
        }))
}

/// The description of the API: OpenAPI 3.1 as JSON.
pub fn api_description() -> &'static str {
    description::document()
}

/// Routes with their descriptions; each capability brings its own.
fn described() -> OpenApiRouter<State> {
    OpenApiRouter::with_openapi(description::base())
        .routes(routes!(description::show))
        .merge(me::routes())
        .merge(asset::routes())
        .merge(import::routes())
        .merge(risk::routes())
        .merge(treatment::routes())
        .merge(assessment::routes())
        .merge(threat::routes())
        .merge(job::routes())
        .merge(organization::routes())
        .merge(department::routes())
        .merge(people::routes())
        .merge(invitation::routes())
        .merge(audit_log::routes())
        .merge(token::routes())
}
