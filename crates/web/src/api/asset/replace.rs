//! All of an asset is written anew.

use app::AssetId;
use app::asset;

use super::TAG;
use super::body::{AssetBody, tagged};
use super::input::AssetInput;
use crate::api::etag::SeenVersion;
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[utoipa::path(
    put, path = "/assets/{id}", tag = TAG, operation_id = "replace_asset",
    summary = "情報資産を書き換える",
    description = "送った内容がすべてになります。書かない項目は空になります。一部だけ変えるには PATCH を使います。",
    params(("id" = String, Path, format = Uuid, description = "情報資産の id"), SeenVersion),
    request_body = AssetInput,
    responses((
        status = 200, description = "変わった情報資産", body = AssetBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn replace(
    Caller(context): Caller,
    Address(id): Address<AssetId>,
    IfMatch(seen): IfMatch,
    Body(input): Body<AssetInput>,
) -> Result<Tagged<AssetBody>, Problem> {
    let asset = asset::edit(&context, id, seen, input.checked()?).await?;
    Ok(tagged(&asset))
}
