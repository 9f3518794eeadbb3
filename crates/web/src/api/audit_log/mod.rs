//! 監査ログ

mod body;
mod export;
mod filter;
mod find;
mod list;
mod people;
mod undo;
mod undo_together;
mod undoing;
mod verify;

pub(super) use body::FieldChangeBody;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::State;

/// The tag of these addresses.
pub(super) const TAG: &str = "audit-log";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(find::find))
        .routes(routes!(undo::undo))
        .routes(routes!(undo_together::undo_together))
        .routes(routes!(verify::verify))
        .routes(routes!(export::export))
        .routes(routes!(people::people))
}
