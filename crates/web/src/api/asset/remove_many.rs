//! Many assets are removed.

use app::AssetId;
use app::asset;
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use super::filter::FilterBody;
use super::selection::selection;
use crate::api::body::object_or_none;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RemoveAssets, description = "どの情報資産を削除するか。`ids` か `filter` のどちらか1つを書きます。")]
pub(super) struct Wanted {
    /// 情報資産の id
    #[serde(default)]
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    ids: Option<Vec<AssetId>>,
    /// 絞り込み。`{}` は台帳のすべてです。
    #[serde(default, deserialize_with = "object_or_none")]
    #[schema(value_type = Option<FilterBody>)]
    filter: Option<FilterBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RemovedAssets, description = "まとめて削除した結果。")]
pub(super) struct RemovedBody {
    /// 削除した件数
    removed: u64,
}

#[utoipa::path(
    post, path = "/assets/remove", tag = TAG, operation_id = "remove_assets",
    summary = "多くの情報資産をまとめて削除する",
    description = "もうない id は、そのままにします。記録に残り、1件ずつ記録の取り消しで元に戻せます。",
    request_body = Wanted,
    responses((status = 200, description = "結果", body = RemovedBody))
)]
pub(super) async fn remove_many(
    Caller(context): Caller,
    Body(wanted): Body<Wanted>,
) -> Result<Json<RemovedBody>, Problem> {
    let selection = selection(wanted.ids, wanted.filter)?;
    Ok(Json(RemovedBody { removed: asset::remove_many(&context, &selection).await? }))
}
