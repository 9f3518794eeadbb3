//! A new department.

use app::organization::department;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use super::TAG;
use super::body::{DepartmentBody, DepartmentInput, tagged};
use crate::api::{Body, Caller, Problem};

#[utoipa::path(
    post, path = "/departments", tag = TAG, operation_id = "add_department",
    summary = "部署を加える",
    request_body = DepartmentInput,
    responses((
        status = 201, description = "加わった部署", body = DepartmentBody,
        headers(("ETag" = String, description = "内容の印"), ("Location" = String, description = "この部署のアドレス")),
    ))
)]
pub(super) async fn add(
    Caller(context): Caller,
    Body(input): Body<DepartmentInput>,
) -> Result<impl IntoResponse, Problem> {
    let department = department::add(&context, &input.name).await?;
    let place = format!("/api/v1/departments/{}", department.id);
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], tagged(department)))
}
