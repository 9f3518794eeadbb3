//! The cells that cannot be used.

use app::ImportId;
use axum::Json;
use axum::extract::State as Shared;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::FoundBody;
use super::lines::ready;
use crate::State;
use crate::api::page::PageQuery;
use crate::api::query::Nothing;
use crate::api::{Address, Caller, Problem, Query};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportProblems, description = "使えないセルの一覧の一部。")]
pub(super) struct PageBody {
    /// 使えないセル。シートの順です。その行は取り込まれません。
    items: Vec<FoundBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
}

#[utoipa::path(
    get, path = "/imports/{id}/problems", tag = TAG, operation_id = "import_problems",
    summary = "使えないセルと、直し方",
    params(("id" = String, Path, format = Uuid, description = "取り込みの id"), PageQuery),
    responses((status = 200, description = "使えないセル", body = PageBody))
)]
pub(super) async fn problems(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<ImportId>,
    Query(page, Nothing {}): Query<PageQuery>,
) -> Result<Json<PageBody>, Problem> {
    let page = page.checked()?;
    let preview = ready(&state, &context, id).await?;
    let (items, next) = page.of(preview.unusable.iter().flat_map(|line| &line.problems));
    Ok(Json(PageBody { items, next }))
}
