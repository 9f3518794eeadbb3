//! Reading departments.

use app::organization::department;
use app::{DepartmentId, Error};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::{DepartmentBody, tagged};
use crate::api::{Address, Caller, Problem, Tagged};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Departments, description = "部署の一覧。")]
pub(super) struct ListBody {
    /// 部署。加えた順です。
    items: Vec<DepartmentBody>,
}

#[utoipa::path(
    get, path = "/departments", tag = TAG, operation_id = "list_departments",
    summary = "部署の一覧",
    responses((status = 200, description = "一覧", body = ListBody))
)]
pub(super) async fn list(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let departments = department::list(&context).await?;
    Ok(Json(ListBody { items: departments.into_iter().map(DepartmentBody::from).collect() }))
}

#[utoipa::path(
    get, path = "/departments/{id}", tag = TAG, operation_id = "find_department",
    summary = "部署1つ",
    params(("id" = String, Path, format = Uuid, description = "部署の id")),
    responses((
        status = 200, description = "部署", body = DepartmentBody,
        headers(("ETag" = String, description = "内容の印。変えるときに If-Match に付けます。")),
    ))
)]
pub(super) async fn find(
    Caller(context): Caller,
    Address(id): Address<DepartmentId>,
) -> Result<Tagged<DepartmentBody, String>, Problem> {
    let departments = department::list(&context).await?;
    let found = departments.into_iter().find(|department| department.id == id);
    Ok(tagged(found.ok_or(Error::NotFound("部署"))?))
}
