//! The log as a workbook.

use app::audit_log;
use axum::extract::State as Shared;
use axum::response::Response;

use super::TAG;
use super::filter::FilterQuery;
use crate::State;
use crate::api::file::{File, XLSX, file};
use crate::api::query::Check;
use crate::api::{Caller, Problem, Query};

#[utoipa::path(
    get, path = "/audit-log/export", tag = TAG, operation_id = "export_audit_log",
    summary = "監査ログを Excel ファイルで受け取る",
    description = "絞り込みに合うものを、新しいほうから20,000件まで書き出します。書き出したことも記録に残ります。",
    params(FilterQuery),
    responses((
        status = 200, description = "Excel ファイル", body = File,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ))
)]
pub(super) async fn export(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Query(filter, _): Query<FilterQuery>,
) -> Result<Response, Problem> {
    let mut check = Check::default();
    let filter = filter.read(&mut check);
    check.finish()?;
    let bytes = audit_log::export(&context, &state.catalog, &filter).await?;
    Ok(file(bytes, XLSX, "audit-log.xlsx"))
}
