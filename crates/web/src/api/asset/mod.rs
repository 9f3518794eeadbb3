//! 情報資産台帳

mod body;
mod create;
mod edit_many;
mod export;
mod filter;
mod find;
mod history;
mod input;
mod list;
mod patch;
mod register;
mod remove;
mod remove_many;
mod replace;
mod selection;
mod version;

pub(super) use history::DifferenceBody;
pub(super) use input::AssetInput;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "assets";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(find::find, replace::replace, patch::patch, remove::remove))
        .routes(routes!(history::history))
        .routes(routes!(version::version))
        .routes(routes!(edit_many::edit_many))
        .routes(routes!(remove_many::remove_many))
        .routes(routes!(export::export))
        .routes(routes!(register::register))
}
