//! A snapshot as a file.

use app::{AssessmentId, assessment};
use axum::extract::State as Shared;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::TAG;
use crate::State;
use crate::api::document_file::{FormatQuery, document_file};
use crate::api::file::File;
use crate::api::query::Check;
use crate::api::{Address, Caller, Problem, Query};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct WithQuery {
    /// 比べるアセスメントの id。書くと、変わったことも入ります。
    #[param(value_type = Option<String>, format = Uuid)]
    with: String,
}

#[utoipa::path(
    get, path = "/assessments/{id}/report", tag = TAG, operation_id = "report_assessment",
    summary = "結果報告書をファイルで受け取る",
    description = "書き出したことは監査ログに残ります。",
    params(("id" = String, Path, format = Uuid, description = "アセスメントの id"), WithQuery, FormatQuery),
    responses((
        status = 200, description = "ファイル",
        content(
            (File = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (File = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            (File = "application/pdf"),
        ),
    ))
)]
pub(super) async fn report(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<AssessmentId>,
    Query(query, format): Query<WithQuery, FormatQuery>,
) -> Result<Response, Problem> {
    let mut check = Check::default();
    let with = check.id("with", &query.with);
    let format = format.read(&mut check);
    check.finish()?;
    let (assessment, _) = assessment::find(&context, id).await?;
    let document = assessment::report(&context, id, with, format.id()).await?;
    let name = format!("リスクアセスメント結果_{}", assessment.name);
    document_file(&state, document, format, &name, &format!("assessment_{}", assessment.made_on)).await
}
