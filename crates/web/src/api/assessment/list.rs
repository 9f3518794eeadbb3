//! The snapshots.

use app::assessment;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::AssessmentBody;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Assessments, description = "リスクアセスメントの一覧。")]
pub(super) struct ListBody {
    /// アセスメント。新しいほうから、500回までです。
    items: Vec<AssessmentBody>,
}

#[utoipa::path(
    get, path = "/assessments", tag = TAG, operation_id = "list_assessments",
    summary = "リスクアセスメントの一覧",
    responses((status = 200, description = "一覧", body = ListBody))
)]
pub(super) async fn list(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let assessments = assessment::list(&context).await?;
    Ok(Json(ListBody { items: assessments.into_iter().map(AssessmentBody::from).collect() }))
}
