//! Many risks are removed.

use app::{RiskId, risk};
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RemoveRisks, description = "どのリスクを削除するか。")]
pub(super) struct Wanted {
    /// リスクの id
    #[schema(value_type = Vec<uuid::Uuid>)]
    ids: Vec<RiskId>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RemovedRisks, description = "まとめて削除した結果。")]
pub(super) struct RemovedBody {
    /// 削除した件数
    removed: u64,
}

#[utoipa::path(
    post, path = "/risks/remove", tag = TAG, operation_id = "remove_risks",
    summary = "多くのリスクをまとめて削除する",
    description = "もうない id は、そのままにします。記録に残り、記録の取り消しで、まとめてでも1件ずつでも元に戻せます。",
    request_body = Wanted,
    responses((status = 200, description = "結果", body = RemovedBody))
)]
pub(super) async fn remove_many(
    Caller(context): Caller,
    Body(wanted): Body<Wanted>,
) -> Result<Json<RemovedBody>, Problem> {
    Ok(Json(RemovedBody { removed: risk::remove_many(&context, &wanted.ids).await? }))
}
