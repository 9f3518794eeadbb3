//! Another name for a department.

use app::DepartmentId;
use app::organization::department;

use super::TAG;
use super::body::{DepartmentBody, DepartmentInput, tagged};
use crate::api::etag::SeenVersion;
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[utoipa::path(
    patch, path = "/departments/{id}", tag = TAG, operation_id = "rename_department",
    summary = "部署の名前を変える",
    description = "情報資産の管理部署の名前も変わります。",
    params(("id" = String, Path, format = Uuid, description = "部署の id"), SeenVersion),
    request_body = DepartmentInput,
    responses((
        status = 200, description = "変わった部署", body = DepartmentBody,
        headers(("ETag" = String, description = "新しい内容の印")),
    ))
)]
pub(super) async fn rename(
    Caller(context): Caller,
    Address(id): Address<DepartmentId>,
    IfMatch(seen): IfMatch<String>,
    Body(input): Body<DepartmentInput>,
) -> Result<Tagged<DepartmentBody, String>, Problem> {
    Ok(tagged(department::rename_seen(&context, id, &seen, &input.name).await?))
}
