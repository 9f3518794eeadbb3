//! リスク対応計画: the tasks of all treatments.

use app::organization;
use app::treatment::{self, ApprovalState, PlannedTask, Query as Wanted, TaskStatus};
use app::{RiskId, TaskId};
use axum::Json;
use jiff::civil::Date;
use method::{Band, RiskCriteria, RiskLevel, Treatment};
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::plan_filter::FilterQuery;
use crate::api::page::PageQuery;
use crate::api::query::Check;
use crate::api::total::TotalBody;
use crate::api::word::{ApprovalWord, BandWord, TaskStatusWord, TreatmentWord};
use crate::api::{Caller, Problem, Query};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TreatmentPlan, description = "リスク対応計画の一部。")]
pub(super) struct PlanBody {
    /// 作業。期限の早いものからで、期限のないものは最後です。
    items: Vec<PlannedBody>,
    /// 続きを受け取るための値。これで終わりのときは null です。
    next: Option<String>,
    /// 絞り込みに合うものの件数
    total: TotalBody,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlannedTask, description = "作業1つと、そのリスク。")]
struct PlannedBody {
    /// 作業の id
    #[schema(value_type = String, format = Uuid)]
    id: TaskId,
    /// リスクの id
    #[schema(value_type = String, format = Uuid)]
    risk_id: RiskId,
    /// リスクの版。進み具合を変えるときに、`"` で囲んで If-Match に付けます。
    #[schema(minimum = 1)]
    risk_version: i64,
    /// 情報資産か、困ることの名称
    name: String,
    /// 脅威：何が起きるか
    threat: String,
    /// 決めた対応
    #[schema(value_type = Option<TreatmentWord>)]
    treatment: Option<Treatment>,
    /// 対応の前のリスクレベル。作業が数字を変えたリスクでは、変える前のものです。
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    risk_level: u8,
    /// その段階
    #[schema(value_type = Option<BandWord>)]
    band: Option<Band>,
    /// 対応のあとに残る見込みのリスクレベル（残留リスク）
    #[schema(value_type = Option<u8>, minimum = 1, maximum = 9)]
    residual_level: Option<u8>,
    /// 残留リスクの段階
    #[schema(value_type = Option<BandWord>)]
    residual_band: Option<Band>,
    /// リスク所有者の承認の状態
    #[schema(value_type = ApprovalWord)]
    approval: ApprovalState,
    /// すること
    what: String,
    /// 作業で実施する、附属書Aの管理策の番号。ないときは空です。
    control: String,
    /// 担当
    responsible: String,
    /// 期限
    #[schema(value_type = Option<String>, format = Date)]
    due_on: Option<Date>,
    /// 費用（円）
    cost: Option<i64>,
    /// 進み具合
    #[schema(value_type = TaskStatusWord)]
    status: TaskStatus,
    /// 完了にしたが、効果（管理策の実施か、計画した見込み）がまだ認められていないか
    unconfirmed: bool,
    /// 完了した日
    #[schema(value_type = Option<String>, format = Date)]
    done_on: Option<Date>,
}

impl PlannedBody {
    fn of(task: PlannedTask, criteria: &RiskCriteria) -> Self {
        let band = |level: u8| RiskLevel::from_value(level).map(|level| criteria.band(level));
        Self {
            id: task.id,
            risk_id: task.risk,
            risk_version: task.version,
            name: task.name,
            threat: task.title,
            treatment: task.treatment,
            risk_level: task.level,
            band: band(task.level),
            residual_level: task.residual_level,
            residual_band: task.residual_level.and_then(band),
            approval: task.approval,
            what: task.what,
            control: task.control,
            responsible: task.responsible,
            due_on: task.due_on,
            cost: task.cost,
            status: task.status,
            unconfirmed: task.unconfirmed,
            done_on: task.done_on,
        }
    }
}

#[utoipa::path(
    get, path = "/treatment-plan", tag = TAG, operation_id = "list_treatment_plan",
    summary = "リスク対応計画",
    description = "見てよいリスクの作業を、1回に100件まで受け取ります。続きは数えて取り出すので、途中で作業が増えたり減ったりすると、同じものを2度受け取ったり、抜けたりすることがあります。",
    params(FilterQuery, PageQuery),
    responses((status = 200, description = "作業", body = PlanBody))
)]
pub(super) async fn plan(
    Caller(context): Caller,
    Query(filter, page): Query<FilterQuery, PageQuery>,
) -> Result<Json<PlanBody>, Problem> {
    let mut check = Check::default();
    let filter = filter.read(&mut check);
    let page = page.read(&mut check);
    check.finish()?;
    let plan = treatment::plan(&context, &Wanted { filter, skip: page.skip(), limit: page.limit() }).await?;
    let criteria = organization::find(&context).await?.criteria;
    let answered = page.skip() + plan.tasks.len() as u64;
    Ok(Json(PlanBody {
        next: (answered < plan.total && !plan.tasks.is_empty()).then(|| answered.to_string()),
        items: plan.tasks.into_iter().map(|task| PlannedBody::of(task, &criteria)).collect(),
        total: TotalBody { count: plan.total, is_exact: true },
    }))
}
