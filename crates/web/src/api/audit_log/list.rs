//! The log, newest first.

use app::audit_log::{self, Place};
use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::TAG;
use super::body::EntryBody;
use super::filter::FilterQuery;
use crate::api::query::Check;
use crate::api::{Caller, Problem, Query};

/// Most records of a page.
const MOST: u64 = 100;

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// 1回に受け取る件数。指定がないときは100件です。
    #[param(value_type = Option<u64>, minimum = 1, maximum = 100)]
    limit: String,
    /// 続き（より古い記録）を受け取るとき、前の答えの `next`
    #[param(value_type = Option<String>)]
    after: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditPage, description = "監査ログの一部。")]
pub(super) struct PageBody {
    /// 記録。新しいほうからです。
    items: Vec<EntryBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
}

#[utoipa::path(
    get, path = "/audit-log", tag = TAG, operation_id = "list_audit_log",
    summary = "監査ログの一覧",
    params(FilterQuery, PageQuery),
    responses((status = 200, description = "一覧", body = PageBody))
)]
pub(super) async fn list(
    Caller(context): Caller,
    Query(filter, page): Query<FilterQuery, PageQuery>,
) -> Result<Json<PageBody>, Problem> {
    let mut check = Check::default();
    let filter = filter.read(&mut check);
    let limit = check.limit(&page.limit, MOST);
    let after = check.read("after", &page.after, |text| text.parse().ok(), "前の答えの next を入れてください。");
    check.finish()?;
    let page = audit_log::list(&context, &filter, after.map_or(Place::Newest, Place::Before), limit).await?;
    let last = page.entries.last().filter(|_| page.has_older);
    let next = last.map(|last| last.sequence.to_string());
    Ok(Json(PageBody { items: page.entries.into_iter().map(EntryBody::from).collect(), next }))
}
