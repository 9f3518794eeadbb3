//! The risks of a snapshot, page by page.

use app::{AssessmentId, assessment};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::AssessedBody;
use crate::api::page::PageQuery;
use crate::api::query::Nothing;
use crate::api::{Address, Caller, Problem, Query};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssessedRisks, description = "その日のリスクの一部。")]
pub(super) struct PageBody {
    /// リスク。リスクレベルの大きいものからです。
    items: Vec<AssessedBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
}

#[utoipa::path(
    get, path = "/assessments/{id}/risks", tag = TAG, operation_id = "assessed_risks",
    summary = "その日のリスクを、1件ずつ",
    params(("id" = String, Path, format = Uuid, description = "アセスメントの id"), PageQuery),
    responses((status = 200, description = "リスク", body = PageBody))
)]
pub(super) async fn risks(
    Caller(context): Caller,
    Address(id): Address<AssessmentId>,
    Query(page, Nothing {}): Query<PageQuery>,
) -> Result<Json<PageBody>, Problem> {
    let page = page.checked()?;
    let (assessment, risks) = assessment::find(&context, id).await?;
    let (items, next) = page.of(risks.iter().map(|risk| (risk, &assessment.criteria)));
    Ok(Json(PageBody { items, next }))
}
