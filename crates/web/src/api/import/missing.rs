//! Assets of the register that the file does not name.

use app::asset::import::Missing;
use app::{AssetId, ImportId};
use axum::Json;
use axum::extract::State as Shared;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::lines::ready;
use crate::State;
use crate::api::page::PageQuery;
use crate::api::query::Nothing;
use crate::api::word::MediumWord;
use crate::api::{Address, Caller, Problem, Query};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MissingAssets, description = "台帳にあって、ファイルにない情報資産の一部。取り込んでも、そのまま残ります。")]
pub(super) struct PageBody {
    /// 情報資産
    items: Vec<MissingBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MissingAsset, description = "ファイルにない情報資産1件。")]
struct MissingBody {
    /// 情報資産の id
    #[schema(value_type = String, format = Uuid)]
    id: AssetId,
    /// 情報資産名称
    name: String,
    /// 業務分類
    business: String,
    /// 媒体・保存先
    #[schema(value_type = MediumWord)]
    medium: &'static str,
    /// 媒体・保存先の、台帳での書き方
    medium_as_written: String,
    /// 同じ名前で媒体・保存先の違う行が加わるか。true なら、移したものかもしれません。
    moved: bool,
}

impl From<&Missing> for MissingBody {
    fn from(missing: &Missing) -> Self {
        Self {
            id: missing.id,
            name: missing.name.clone(),
            business: missing.business.clone(),
            medium: missing.medium.id(),
            medium_as_written: missing.medium_as_written.clone(),
            moved: missing.moved,
        }
    }
}

#[utoipa::path(
    get, path = "/imports/{id}/missing", tag = TAG, operation_id = "import_missing",
    summary = "台帳にあって、ファイルにない情報資産",
    params(("id" = String, Path, format = Uuid, description = "取り込みの id"), PageQuery),
    responses((status = 200, description = "情報資産", body = PageBody))
)]
pub(super) async fn missing(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<ImportId>,
    Query(page, Nothing {}): Query<PageQuery>,
) -> Result<Json<PageBody>, Problem> {
    let page = page.checked()?;
    let preview = ready(&state, &context, id).await?;
    let (items, next) = page.of(preview.missing.iter());
    Ok(Json(PageBody { items, next }))
}
