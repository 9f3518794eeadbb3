//! Where risks are still to be identified.

use app::risk::{self, MediumCount};
use axum::Json;
use method::Medium;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::word::MediumWord;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UnidentifiedAssets, description = "媒体・保存先ごとの、情報資産の件数。")]
pub(super) struct ListBody {
    /// 6つの媒体・保存先のすべて
    items: Vec<CountBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MediumCount, description = "1つの媒体・保存先の、情報資産の件数。")]
struct CountBody {
    /// 媒体・保存先
    #[schema(value_type = MediumWord)]
    medium: Medium,
    /// 情報資産の件数
    assets: u64,
    /// そのうち、リスクがまだ1件もないもの
    without_risks: u64,
}

impl From<MediumCount> for CountBody {
    fn from(count: MediumCount) -> Self {
        Self { medium: count.medium, assets: count.assets, without_risks: count.without_risks }
    }
}

#[utoipa::path(
    get, path = "/risks/unidentified", tag = TAG, operation_id = "count_unidentified",
    summary = "リスクをまだ洗い出していない情報資産の件数",
    responses((status = 200, description = "件数", body = ListBody))
)]
pub(super) async fn unidentified(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let counts = risk::unidentified(&context).await?;
    Ok(Json(ListBody { items: counts.into_iter().map(CountBody::from).collect() }))
}
