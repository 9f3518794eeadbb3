//! An asset is removed.

use app::AssetId;
use app::asset;
use axum::http::StatusCode;

use super::TAG;
use crate::api::etag::SeenVersion;
use crate::api::{Address, Caller, IfMatch, Problem};

#[utoipa::path(
    delete, path = "/assets/{id}", tag = TAG, operation_id = "remove_asset",
    summary = "情報資産を削除する",
    description = "記録に残り、記録の取り消しで元に戻せます。",
    params(("id" = String, Path, format = Uuid, description = "情報資産の id"), SeenVersion),
    responses((status = 204, description = "削除しました"))
)]
pub(super) async fn remove(
    Caller(context): Caller,
    Address(id): Address<AssetId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    asset::remove(&context, id, seen).await?;
    Ok(StatusCode::NO_CONTENT)
}
