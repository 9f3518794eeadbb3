//! Some fields of many assets are changed.

use app::AssetId;
use app::asset::{self, Changes};
use axum::Json;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::TAG;
use super::filter::FilterBody;
use super::selection::selection;
use crate::api::body::{object, object_or_none};
use crate::api::word::MediumWord;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = EditAssets, description = "どの情報資産の、何を変えるか。`ids` か `filter` のどちらか1つを書きます。")]
pub(super) struct Wanted {
    /// 情報資産の id
    #[serde(default)]
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    ids: Option<Vec<AssetId>>,
    /// 絞り込み。`{}` は台帳のすべてです。
    #[serde(default, deserialize_with = "object_or_none")]
    #[schema(value_type = Option<FilterBody>)]
    filter: Option<FilterBody>,
    /// 新しい値
    #[serde(deserialize_with = "object")]
    changes: ChangesBody,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = AssetChanges, description = "新しい値。書かない項目は、それぞれの情報資産の値のままです。\"\" か null で空になります。")]
struct ChangesBody {
    /// 業務分類
    #[serde(deserialize_with = "given")]
    business: Option<String>,
    /// 利用者範囲
    #[serde(deserialize_with = "given")]
    users: Option<String>,
    /// リスク所有者
    #[serde(deserialize_with = "given")]
    risk_owner: Option<String>,
    /// 管理部署の名前
    #[serde(deserialize_with = "given")]
    department: Option<String>,
    /// 媒体・保存先。空にはできません。
    #[schema(value_type = Option<MediumWord>)]
    #[serde(deserialize_with = "given")]
    medium: Option<String>,
    /// 機密性の評価値（1〜3）。空にはできません。
    #[schema(minimum = 1, maximum = 3)]
    #[serde(deserialize_with = "given")]
    confidentiality: Option<u8>,
    /// 完全性の評価値（1〜3）。空にはできません。
    #[schema(minimum = 1, maximum = 3)]
    #[serde(deserialize_with = "given")]
    integrity: Option<u8>,
    /// 可用性の評価値（1〜3）。空にはできません。
    #[schema(minimum = 1, maximum = 3)]
    #[serde(deserialize_with = "given")]
    availability: Option<u8>,
    /// 保存期限
    #[serde(deserialize_with = "given")]
    retention: Option<String>,
    /// 見直し予定日
    #[serde(deserialize_with = "given")]
    review_on: Option<String>,
}

/// A key that is there says something, `null` too: that the value is to go.
fn given<'de, T: Deserialize<'de> + Default, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(Some(Option::deserialize(deserializer)?.unwrap_or_default()))
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EditedAssets, description = "まとめて変えた結果。")]
pub(super) struct EditedBody {
    /// 変わった件数
    changed: u64,
    /// もともとその値だった件数
    unchanged: u64,
}

#[utoipa::path(
    post, path = "/assets/edit", tag = TAG, operation_id = "edit_assets",
    summary = "多くの情報資産をまとめて変える",
    description = "すべてが変わるか、何も変わらないかのどちらかです。",
    request_body = Wanted,
    responses((status = 200, description = "結果", body = EditedBody))
)]
pub(super) async fn edit_many(
    Caller(context): Caller,
    Body(wanted): Body<Wanted>,
) -> Result<Json<EditedBody>, Problem> {
    let selection = selection(wanted.ids, wanted.filter)?;
    let edited = asset::edit_many(&context, &selection, wanted.changes.into()).await;
    let edited = edited.map_err(|error| Problem::from(error).within("changes"))?;
    Ok(Json(EditedBody { changed: edited.changed, unchanged: edited.unchanged }))
}

impl From<ChangesBody> for Changes {
    fn from(body: ChangesBody) -> Self {
        Self {
            business: body.business,
            users: body.users,
            risk_owner: body.risk_owner,
            department: body.department,
            medium: body.medium,
            confidentiality: body.confidentiality,
            integrity: body.integrity,
            availability: body.availability,
            retention: body.retention,
            review_on: body.review_on,
        }
    }
}
