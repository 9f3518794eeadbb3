//! Brings in what was looked at.

use std::collections::BTreeSet;

use app::asset::import::{Applied, Report, Selection, apply as bring_in};
use app::{ImportId, JobId};
use axum::Json;
use axum::extract::State as Shared;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::{Address, Body, Caller, IfMatch, Problem};

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = ApplyImport, description = "どの行を取り込むか。`all` か `rows` のどちらか1つを書きます。")]
pub(super) struct Wanted {
    /// true なら、新規と変更のすべての行
    all: bool,
    /// 取り込む行。`lines` の `row` です。
    rows: Option<BTreeSet<u32>>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AppliedImport, description = "取り込んだ結果。行が多いときは処理（job）が続けて取り込みます。")]
pub(super) struct AppliedBody {
    /// 取り込んだ件数。処理が取り込むときは null です。
    report: Option<ReportBody>,
    /// 取り込んでいる処理の id。もう取り込んだときは null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    job_id: Option<JobId>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportReport, description = "取り込んだ件数。")]
pub(in crate::api) struct ReportBody {
    /// 加えた件数
    added: u64,
    /// 変えた件数
    changed: u64,
    /// 選ばなかった行の数
    left: u64,
    /// 使えない行の数
    unusable: u64,
}

impl From<Report> for ReportBody {
    fn from(Report { added, changed, left, unusable }: Report) -> Self {
        Self { added, changed, left, unusable }
    }
}

impl Wanted {
    fn selection(self) -> Result<Selection, Problem> {
        match (self.all, self.rows) {
            (true, None) => Ok(Selection::All),
            (false, Some(rows)) => Ok(Selection::Rows(rows)),
            _ => {
                let message = "『all』（true）か『rows』の、どちらか1つを書いてください。";
                Err(Problem::invalid().with_field("rows", message))
            }
        }
    }
}

#[utoipa::path(
    post, path = "/imports/{id}/apply", tag = TAG, operation_id = "apply_import",
    summary = "確かめた内容を取り込む",
    description = "選んだ行がすべて取り込まれるか、何も変わらないかのどちらかです。\
If-Match には、確かめたときの ETag を付けます。そのあとで台帳が変わっていると 412 になります。\
3,000行を超えるときは、処理（job）が続けて取り込みます。",
    params(("id" = String, Path, format = Uuid, description = "取り込みの id"), SeenVersion),
    request_body = Wanted,
    responses((status = 200, description = "結果", body = AppliedBody))
)]
pub(super) async fn apply(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<ImportId>,
    IfMatch(seen): IfMatch<String>,
    Body(wanted): Body<Wanted>,
) -> Result<Json<AppliedBody>, Problem> {
    let applied = bring_in(&context, &state.catalog, id, &wanted.selection()?, &seen).await;
    let applied = applied.map_err(|error| Problem::from(error).renamed("row", "rows"))?;
    Ok(Json(match applied {
        Applied::Done(report) => AppliedBody { report: Some(report.into()), job_id: None },
        Applied::Job(job) => AppliedBody { report: None, job_id: Some(job) },
    }))
}
