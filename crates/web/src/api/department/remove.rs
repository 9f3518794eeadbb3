//! A department is removed.

use app::DepartmentId;
use app::organization::department;
use axum::http::StatusCode;

use super::TAG;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    delete, path = "/departments/{id}", tag = TAG, operation_id = "remove_department",
    summary = "部署を削除する",
    description = "情報資産、役割、招待のどれかで使われている部署は削除できません（422）。",
    params(("id" = String, Path, format = Uuid, description = "部署の id")),
    responses((status = 204, description = "削除しました"))
)]
pub(super) async fn remove(Caller(context): Caller, Address(id): Address<DepartmentId>) -> Result<StatusCode, Problem> {
    department::remove(&context, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
