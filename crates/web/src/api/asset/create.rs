//! A new asset.

use app::asset;
use axum::response::Response;

use super::TAG;
use super::body::{AssetBody, created};
use super::input::AssetInput;
use crate::api::{Body, Caller, Problem};

#[utoipa::path(
    post, path = "/assets", tag = TAG, operation_id = "create_asset",
    summary = "情報資産を加える",
    description = "台帳の最後に加えます。",
    request_body = AssetInput,
    responses((
        status = 201, description = "加わった情報資産", body = AssetBody,
        headers(("ETag" = String, description = "版"), ("Location" = String, description = "この情報資産のアドレス")),
    ))
)]
pub(super) async fn create(Caller(context): Caller, Body(input): Body<AssetInput>) -> Result<Response, Problem> {
    let asset = asset::create(&context, input.checked()?).await?;
    Ok(created(&asset))
}
