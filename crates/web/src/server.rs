//! The router with what holds for every answer: security headers, protection against forged requests,
//! one line in the log.

use std::time::Instant;

use axum::extract::{MatchedPath, Path, Request};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, extract::DefaultBodyLimit};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use uuid::Uuid;

use crate::request::RequestId;
use crate::{Failure, State, api, request, routes, static_files};

/// No more than this in one request: a large register is a few megabytes.
const BODY_LIMIT: usize = 24 * 1024 * 1024;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; \
connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The whole application.
pub fn router(state: State) -> Router {
    let screens = routes::screens()
        .fallback(request::not_found)
        .layer(from_fn(request::forget_notice))
        .layer(from_fn(request::remember_organization))
        .layer(CsrfLayer::new().with_rejection_response(|_error| forged()));
    Router::new()
        .route("/static/{name}", get(static_file))
        // Bearer tokens alone, never cookies: nothing can be forged there.
        .nest("/api/v1", api::router())
        .merge(screens)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(from_fn(security_headers))
        .layer(CatchPanicLayer::custom(|_| Failure::internal("a handler panicked").into_response()))
        .layer(from_fn(log))
        .with_state(state)
}

fn forged() -> Response {
    Failure::from(app::Error::Forbidden).into_response()
}

/// Files change their address with their content, so browsers may keep them for ever.
async fn static_file(Path(name): Path<String>) -> Response {
    let Some(file) = static_files::find(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let headers =
        [(header::CONTENT_TYPE, file.content_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    (headers, file.bytes).into_response()
}

async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let set = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in set {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    // What a company keeps here stays in no cache on the way.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// One line per request. The route's pattern, not the address: addresses can hold secrets (招待のリンク).
/// Its id stands in the log, in the audit record and in the answer.
async fn log(mut request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = Uuid::now_v7();
    request.extensions_mut().insert(RequestId(id));
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let mut response = next.run(request).await;
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    tracing::info!(
        request = %id,
        %method,
        path = path.as_deref().unwrap_or("-"),
        status = response.status().as_u16(),
        milliseconds = (begun.elapsed().as_secs_f64() * 10_000.0).round() / 10.0,
        "answered"
    );
    response
}
