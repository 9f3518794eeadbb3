//! The treatment plan as a file.

use app::asset::today;
use app::treatment::report;
use axum::extract::State as Shared;
use axum::response::Response;

use super::TAG;
use super::plan_filter::FilterQuery;
use crate::State;
use crate::api::document_file::{FormatQuery, document_file};
use crate::api::file::File;
use crate::api::query::Check;
use crate::api::{Caller, Problem, Query};

#[utoipa::path(
    get, path = "/treatment-plan/export", tag = TAG, operation_id = "export_treatment_plan",
    summary = "リスク対応計画をファイルで受け取る",
    description = "絞り込まないときは、作業のほかに、受容したリスクと、対応をまだ決めていないリスクも入ります。絞り込むと、合う作業だけになります。書き出したことは監査ログに残ります。",
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
    let (filter, format) = (filter.read(&mut check), format.read(&mut check));
    check.finish()?;
    let document = report(&context, &state.catalog, &filter, format.id()).await?;
    let date = today(&context);
    document_file(&state, document, format, &format!("リスク対応計画_{date}"), &format!("treatment_plan_{date}")).await
}
