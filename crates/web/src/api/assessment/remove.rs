//! A snapshot is removed.

use app::{AssessmentId, assessment};
use axum::http::StatusCode;

use super::TAG;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    delete, path = "/assessments/{id}", tag = TAG, operation_id = "remove_assessment",
    summary = "リスクアセスメントを削除する",
    description = "記録に残り、記録の取り消しで元に戻せます。今のリスクと、決めた対応は変わりません。",
    params(("id" = String, Path, format = Uuid, description = "アセスメントの id")),
    responses((status = 204, description = "削除しました"))
)]
pub(super) async fn remove(Caller(context): Caller, Address(id): Address<AssessmentId>) -> Result<StatusCode, Problem> {
    assessment::remove(&context, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
