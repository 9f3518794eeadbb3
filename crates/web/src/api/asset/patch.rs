//! Some of an asset is changed.

use app::asset;
use app::{AssetId, Error, Permission};
use serde_json::Value;

use super::TAG;
use super::body::{AssetBody, tagged};
use super::input::AssetInput;
use crate::api::body::read;
use crate::api::etag::SeenVersion;
use crate::api::merge::merge;
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[utoipa::path(
    patch, path = "/assets/{id}", tag = TAG, operation_id = "patch_asset",
    summary = "情報資産の一部を変える",
    description = "書いた項目だけが変わります（JSON Merge Patch、RFC 7396）。null と書いた項目は空になります。",
    params(("id" = String, Path, format = Uuid, description = "情報資産の id"), SeenVersion),
    request_body(content(
        (AssetInput = "application/merge-patch+json"),
        (AssetInput = "application/json"),
    )),
    responses((
        status = 200, description = "変わった情報資産", body = AssetBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn patch(
    Caller(context): Caller,
    Address(id): Address<AssetId>,
    IfMatch(seen): IfMatch,
    Body(patch): Body<Value>,
) -> Result<Tagged<AssetBody>, Problem> {
    context.scope(Permission::EditAssets)?;
    let current = asset::find(&context, id).await?.asset;
    // The patch is of that version; the use case looks again, in its transaction.
    if current.version != seen {
        return Err(Error::Stale.into());
    }
    let mut whole = serde_json::to_value(AssetInput::from(&current.content)).map_err(Error::from)?;
    merge(&mut whole, patch);
    let input: AssetInput = read(whole)?;
    let asset = asset::edit(&context, id, seen, input.checked()?).await?;
    Ok(tagged(&asset))
}
