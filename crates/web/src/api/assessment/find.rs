//! One snapshot.

use app::{AssessmentId, assessment};
use axum::Json;

use super::TAG;
use super::body::AssessmentBody;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    get, path = "/assessments/{id}", tag = TAG, operation_id = "find_assessment",
    summary = "リスクアセスメント1回",
    description = "その日のリスクは `/assessments/{id}/risks` で読みます。",
    params(("id" = String, Path, format = Uuid, description = "アセスメントの id")),
    responses((status = 200, description = "アセスメント", body = AssessmentBody))
)]
pub(super) async fn find(
    Caller(context): Caller,
    Address(id): Address<AssessmentId>,
) -> Result<Json<AssessmentBody>, Problem> {
    let (assessment, _) = assessment::find(&context, id).await?;
    Ok(Json(assessment.into()))
}
