//! The list of risks as a file.

use app::asset::today;
use app::risk;
use axum::extract::State as Shared;
use axum::response::Response;

use super::TAG;
use super::filter::FilterQuery;
use crate::State;
use crate::api::document_file::{FormatQuery, document_file};
use crate::api::file::File;
use crate::api::query::Check;
use crate::api::{Caller, Problem, Query};

#[utoipa::path(
    get, path = "/risks/export", tag = TAG, operation_id = "export_risks",
    summary = "リスクの一覧をファイルで受け取る",
    description = "絞り込みに合うものを、リスクレベルの大きい順に書き出します。書き出したことは監査ログに残ります。",
    params(FilterQuery, FormatQuery),
    responses((
        status = 200, description = "ファイル",
        content(
            (File = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (File = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            (File = "application/pdf"),
        ),
    ))
)]
pub(super) async fn export(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Query(filter, format): Query<FilterQuery, FormatQuery>,
) -> Result<Response, Problem> {
    let mut check = Check::default();
    let filter = filter.read(&mut check);
    let format = format.read(&mut check);
    check.finish()?;
    let document = risk::report(&context, &state.catalog, &filter, format.id()).await?;
    let date = today(&context);
    document_file(&state, document, format, &format!("リスク一覧_{date}"), &format!("risks_{date}")).await
}
