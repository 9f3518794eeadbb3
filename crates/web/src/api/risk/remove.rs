//! A risk is removed.

use app::{RiskId, risk};
use axum::http::StatusCode;

use super::TAG;
use crate::api::etag::SeenVersion;
use crate::api::{Address, Caller, IfMatch, Problem};

#[utoipa::path(
    delete, path = "/risks/{id}", tag = TAG, operation_id = "remove_risk",
    summary = "リスクを削除する",
    description = "決めた対応と作業も消えます。記録に残り、記録の取り消しで元に戻せます。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    responses((status = 204, description = "削除しました"))
)]
pub(super) async fn remove(
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
) -> Result<StatusCode, Problem> {
    risk::remove(&context, id, seen).await?;
    Ok(StatusCode::NO_CONTENT)
}
