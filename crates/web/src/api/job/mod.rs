//! Work in the background: how far it is, and what came out.

use app::JobId;
use app::asset::import::{JOB as IMPORT, Report};
use app::job::{Job, find};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::import::ReportBody;
use super::moment::Moment;
use super::{Address, Caller, Problem};
use crate::State;

/// The tag of this address.
pub(super) const TAG: &str = "jobs";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(job))
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Job, description = "時間のかかる処理。")]
struct JobBody {
    /// 処理の id
    #[schema(value_type = String, format = Uuid)]
    id: JobId,
    /// 何をする処理か
    title: String,
    /// 今の状態：`waiting` 順番待ち、`running` 処理中、`done` 終わった、`failed` 何もせずに終わった
    state: &'static str,
    /// `total` のうち、済んだ数
    done: u64,
    /// 全体の数。まだ分からないときは 0 です。
    total: u64,
    /// 取り込みが終わったときの件数
    report: Option<ReportBody>,
    /// `failed` のとき、理由とすること。ほかのときは空です。
    message: String,
    /// 頼まれた日時
    created_at: Moment,
    /// 終わった日時
    finished_at: Option<Moment>,
}

impl From<Job> for JobBody {
    fn from(job: Job) -> Self {
        let report = (job.kind == IMPORT).then(|| serde_json::from_value::<Report>(job.result).ok()).flatten();
        Self {
            id: job.id,
            title: job.title,
            state: job.state.id(),
            done: job.done,
            total: job.total,
            report: report.map(ReportBody::from),
            message: job.message,
            created_at: job.created_at.into(),
            finished_at: job.finished_at.map(Moment::from),
        }
    }
}

#[utoipa::path(
    get, path = "/jobs/{id}", tag = TAG, operation_id = "find_job",
    summary = "処理の進み具合と結果",
    description = "トークンの持ち主が頼んだ処理だけを見られます。",
    params(("id" = String, Path, format = Uuid, description = "処理の id")),
    responses((status = 200, description = "処理", body = JobBody))
)]
async fn job(Caller(context): Caller, Address(id): Address<JobId>) -> Result<Json<JobBody>, Problem> {
    Ok(Json(find(&context, id).await?.into()))
}
