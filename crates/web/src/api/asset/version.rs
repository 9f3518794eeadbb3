//! An asset as it was.

use app::asset::{self, Content};
use app::{AssetId, Error};
use axum::Json;

use super::TAG;
use super::body::AssetState;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    get, path = "/assets/{id}/versions/{version}", tag = TAG, operation_id = "asset_version",
    summary = "情報資産の、前の版",
    description = "If-Match が合わなかったとき（412）に、自分が読んだ版と今の内容を比べられます。",
    params(
        ("id" = String, Path, format = Uuid, description = "情報資産の id"),
        ("version" = i64, Path, description = "版"),
    ),
    responses((status = 200, description = "その版の内容", body = AssetState))
)]
pub(super) async fn version(
    Caller(context): Caller,
    Address((id, version)): Address<(AssetId, i64)>,
) -> Result<Json<AssetState>, Problem> {
    let snapshot = asset::version(&context, id, version).await?.ok_or(Error::NotFound("情報資産の版"))?;
    let reason = Content::from(snapshot.clone()).importance().explanation();
    Ok(Json(AssetState::new(snapshot, reason)))
}
