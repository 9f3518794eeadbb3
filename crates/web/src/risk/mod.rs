//! リスク: identify (特定), analyse (分析) and evaluate (評価), list and picture.

mod address;
mod assign_owner;
mod choose_asset;
mod choose_assets;
mod conflict;
mod conflict_words;
mod create;
mod distribution;
mod edit;
mod event_fields;
mod explanation;
mod filter;
mod form;
mod form_page;
mod heat_map;
mod history;
mod identify;
mod identify_medium;
mod list;
mod merge;
mod named;
mod owner_fields;
mod part;
mod parts;
mod picture;
mod posted;
mod protection_fields;
mod rating_fields;
mod remove;
mod remove_many;
mod show;
mod table;
mod threat_fields;
mod views;
pub(crate) mod words;

use app::{Error, RiskId};
use axum::Router;
use axum::routing::{get, post};

pub(crate) use address::Address;
pub(crate) use heat_map::{heat_map, table as heat_map_table};
pub(crate) use views::View;

use crate::{Failure, State};

pub(crate) fn routes() -> Router<State> {
    Router::new()
        .route("/risks", get(list::list).post(create::create))
        .route("/risks/distribution", get(distribution::show))
        .route("/risks/new", get(create::new))
        .route("/risks/new/choose", post(create::choose).get(create::choose_anew))
        .route("/risks/new-event", get(create::new_event))
        .route("/risks/identify", get(identify::show))
        .route("/risks/identify/{medium}", get(identify_medium::show).post(identify_medium::identify))
        .route("/risks/owner", post(assign_owner::ask))
        .route("/risks/owner/confirmed", post(assign_owner::assign))
        .route("/risks/remove", post(remove_many::ask))
        .route("/risks/remove/confirmed", post(remove_many::remove))
        .route("/risks/{id}", get(show::show))
        .route("/risks/{id}/edit", get(edit::show).post(edit::save))
        .route("/risks/{id}/choose", post(conflict::choose))
        .route("/risks/{id}/history", get(history::show))
        .route("/risks/{id}/remove", get(remove::ask).post(remove::remove))
}

/// The risk that an address names.
pub(crate) fn risk_id(text: &str) -> Result<RiskId, Failure> {
    text.parse().map_err(|_| Error::NotFound("リスク").into())
}
