//! One asset.

use app::AssetId;
use app::asset;

use super::TAG;
use super::body::{AssetBody, tagged};
use crate::api::{Address, Caller, Problem, Tagged};

#[utoipa::path(
    get, path = "/assets/{id}", tag = TAG, operation_id = "find_asset",
    summary = "情報資産1件",
    params(("id" = String, Path, format = Uuid, description = "情報資産の id")),
    responses((
        status = 200, description = "情報資産", body = AssetBody,
        headers(("ETag" = String, description = "版。変えるときに If-Match に付けます。")),
    ))
)]
pub(super) async fn find(
    Caller(context): Caller,
    Address(id): Address<AssetId>,
) -> Result<Tagged<AssetBody>, Problem> {
    Ok(tagged(&asset::find(&context, id).await?.asset))
}
