//! Risks in a few numbers.

use app::risk;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::heat_map::{BandsBody, CellBody, cells};
use crate::api::organization::CriteriaBody;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskSummary, description = "見てよいリスクのまとめ。")]
pub(super) struct SummaryBody {
    /// リスクの件数
    total: u64,
    /// 段階ごとの件数
    bands: BandsBody,
    /// リスクの分布：9マスのすべて。重要度と被害発生可能性の大きいほうからです。
    heat_map: Vec<CellBody>,
    /// 今のリスク基準
    criteria: CriteriaBody,
    /// 未対応：基準を超え、対策がなく、受容もしていないもの
    exposed: u64,
    /// 基準を超えるのに、対応をまだ決めていないもの
    undecided: u64,
    /// 承認を待っているもの
    awaiting_approval: u64,
    /// そのうち、トークンの持ち主の承認を待っているもの
    awaiting_my_approval: u64,
    /// リスク所有者が差し戻したもの
    sent_back: u64,
    /// 見直し予定日が来たもの
    review_due: u64,
}

#[utoipa::path(
    get, path = "/risks/summary", tag = TAG, operation_id = "risk_summary",
    summary = "リスクの分布と、することの件数",
    responses((status = 200, description = "まとめ", body = SummaryBody))
)]
pub(super) async fn summary(Caller(context): Caller) -> Result<Json<SummaryBody>, Problem> {
    let found = risk::summary(&context).await?;
    Ok(Json(SummaryBody {
        total: found.heat_map.total(),
        bands: BandsBody::of(&found.heat_map, &found.criteria),
        heat_map: cells(&found.heat_map, &found.criteria),
        criteria: CriteriaBody::from(&found.criteria),
        exposed: found.exposed,
        undecided: found.undecided,
        awaiting_approval: found.waiting,
        awaiting_my_approval: found.waiting_for_me,
        sent_back: found.sent_back,
        review_due: found.review_due,
    }))
}
