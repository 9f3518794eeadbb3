//! 台帳の取り込み: a file or pasted cells, what would happen, and doing it.

mod apply;
mod discard;
mod lines;
mod options;
mod preview;
mod problems;
mod received;
mod start;
mod view;
mod words;

use app::{Error, ImportId};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::components::Crumb;
use crate::{Failure, State};

pub(crate) use words::done;

pub(crate) fn routes() -> Router<State> {
    // Counts for itself, so that a file that is too large is told in words.
    let upload = post(start::upload).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/assets/import", get(start::show).merge(upload))
        .route("/assets/import/{id}", get(preview::show))
        .route("/assets/import/{id}/read", post(options::read_again))
        .route("/assets/import/{id}/apply", post(apply::apply))
        .route("/assets/import/{id}/discard", post(discard::discard))
        .route("/assets/import/{id}/problems", get(problems::download))
}

/// The way to the screens behind the first one.
const WAY: [Crumb<'static>; 2] = [
    Crumb { title: "情報資産台帳", href: Some("/assets") },
    Crumb { title: "Excelから取り込む", href: Some("/assets/import") },
];

/// The import that an address names.
fn import_id(text: &str) -> Result<ImportId, Failure> {
    text.parse().map_err(|_| Error::NotFound("取り込み").into())
}
