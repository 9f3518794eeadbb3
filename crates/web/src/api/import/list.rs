//! What was sent and waits for a decision.

use app::asset::import::waiting;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::ImportBody;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Imports, description = "途中の取り込みの一覧。")]
pub(super) struct ListBody {
    /// まだ取り込んでいないもの。新しいほうからです。
    items: Vec<ImportBody>,
}

#[utoipa::path(
    get, path = "/imports", tag = TAG, operation_id = "list_imports",
    summary = "途中の取り込みの一覧",
    responses((status = 200, description = "一覧", body = ListBody))
)]
pub(super) async fn list(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let waiting = waiting(&context).await?;
    Ok(Json(ListBody { items: waiting.iter().map(ImportBody::from).collect() }))
}
