//! The register as a file.

use app::asset;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

use super::TAG;
use super::filter::FilterQuery;
use crate::api::file::{CSV, File, XLSX, file};
use crate::api::query::Check;
use crate::api::{Caller, Problem, Query};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub(super) struct FormatQuery {
    /// `xlsx` 国のガイドラインの台帳の形（指定がないとき）、`csv` UTF-8（BOM 付き）の CSV
    #[param(value_type = Option<String>)]
    format: String,
}

#[utoipa::path(
    get, path = "/assets/export", tag = TAG, operation_id = "export_assets",
    summary = "台帳をファイルで受け取る",
    description = "絞り込みに合うものを、台帳の順に書き出します。書き出したことは監査ログに残ります。",
    params(FilterQuery, FormatQuery),
    responses((
        status = 200, description = "ファイル",
        content(
            (File = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            (String = "text/csv"),
        ),
    ))
)]
pub(super) async fn export(
    Caller(context): Caller,
    Query(filter, format): Query<FilterQuery, FormatQuery>,
) -> Result<Response, Problem> {
    let mut check = Check::default();
    let filter = filter.read(&mut check);
    let is_csv = |text: &str| ["xlsx", "csv"].contains(&text).then_some(text == "csv");
    let csv = check.read("format", &format.format, is_csv, "xlsx か csv にしてください。").unwrap_or_default();
    check.finish()?;
    Ok(if csv {
        file(asset::export_csv(&context, &filter).await?.bytes, CSV, "register.csv")
    } else {
        file(asset::export(&context, &filter).await?.bytes, XLSX, "register.xlsx")
    })
}
