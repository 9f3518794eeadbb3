//! A snapshot is taken.

use app::DepartmentId;
use app::assessment::{self, Input};
use axum::Json;
use axum::extract::State as Shared;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::AssessmentBody;
use crate::State;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = TakeAssessment, description = "残すアセスメントの名前と範囲。")]
pub(super) struct Wanted {
    /// 名前。空のときは、今日の日付の名前になります。部署のものには、部署名も入ります。
    #[schema(max_length = 200)]
    name: String,
    /// 範囲の部署の id。書かないと全社です。部門責任者は、自分の部署を書きます。
    #[schema(value_type = Option<String>, format = Uuid)]
    department_id: Option<DepartmentId>,
}

#[utoipa::path(
    post, path = "/assessments", tag = TAG, operation_id = "take_assessment",
    summary = "今日のリスクを残す",
    description = "全社か1つの部署のリスクを、そのまま写し取ります。",
    request_body = Wanted,
    responses((
        status = 201, description = "残したアセスメント", body = AssessmentBody,
        headers(("Location" = String, description = "このアセスメントのアドレス")),
    ))
)]
pub(super) async fn take(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Body(Wanted { name, department_id }): Body<Wanted>,
) -> Result<Response, Problem> {
    let taken = assessment::take(&context, &state.catalog, Input { name, department: department_id }).await;
    let taken = taken.map_err(|error| Problem::from(error).renamed("department", "department_id"))?;
    let place = format!("/api/v1/assessments/{}", taken.id);
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], Json(AssessmentBody::from(taken))).into_response())
}
