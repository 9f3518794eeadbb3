//! リスク

mod assign_owner;
mod body;
mod create;
mod explanation;
mod export;
mod filter;
mod find;
mod heat_map;
mod history;
mod identify;
mod input;
mod line;
mod list;
mod owners;
mod patch;
mod propose;
mod remove;
mod remove_many;
mod replace;
mod summary;
mod unidentified;

pub(super) use body::{RiskBody, written};
pub(super) use heat_map::{BandsBody, CellBody, cells};
pub(super) use line::LineBody;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "risks";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(find::find, replace::replace, patch::patch, remove::remove))
        .routes(routes!(history::history))
        .routes(routes!(remove_many::remove_many))
        .routes(routes!(assign_owner::assign_owner))
        .routes(routes!(summary::summary))
        .routes(routes!(export::export))
        .routes(routes!(owners::owners))
        .routes(routes!(unidentified::unidentified))
        .routes(routes!(propose::propose))
        .routes(routes!(identify::identify))
}
