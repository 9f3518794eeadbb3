//! 情報資産台帳: the list, one asset, many at once, its history.

mod address;
mod bulk;
mod bulk_form;
mod columns;
mod conflict;
mod create;
mod criteria;
mod edit;
mod export;
mod form;
mod history;
mod importance;
mod list;
mod posted;
mod remove;
mod remove_many;
mod show;
mod table;
pub(crate) mod words;

use app::{AssetId, Error};
use axum::Router;
use axum::routing::{get, post};

pub(crate) use criteria::questions;

use crate::{Failure, State};

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/assets", get(list::list).post(create::create))
        .route("/assets/new", get(create::new))
        .route("/assets/columns", post(columns::choose))
        .route("/assets/export", get(export::export))
        .route("/assets/importance", post(importance::explain))
        .route("/assets/bulk", get(bulk::matching).post(bulk::chosen))
        .route("/assets/bulk/edit", post(bulk::edit))
        .route("/assets/bulk/remove", get(remove_many::ask_matching).post(remove_many::ask))
        .route("/assets/bulk/remove/confirmed", post(remove_many::remove))
        .route("/assets/{id}", get(edit::show).post(edit::save))
        .route("/assets/{id}/choose", post(conflict::choose))
        .route("/assets/{id}/history", get(history::show))
        .route("/assets/{id}/remove", get(remove::ask).post(remove::remove))
}

/// The asset that an address names.
fn asset_id(text: &str) -> Result<AssetId, Failure> {
    text.parse().map_err(|_| Error::NotFound("情報資産").into())
}
