//! One task, and what finishing it would change.

use app::treatment::{Effect, preview_finish};
use app::{RiskId, TaskId, risk};
use axum::extract::State as Shared;
use method::{Band, Rating, RiskLevel};
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::TaskBody;
use crate::State;
use crate::api::word::BandWord;
use crate::api::{Address, Caller, Problem, Tagged};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FinishedTask, description = "作業1つと、完了にしたときに変わること。")]
pub(super) struct FinishedBody {
    /// 作業
    task: TaskBody,
    /// 完了にすると「実施」になる管理策。ないときは null です。
    control: Option<String>,
    /// その管理策が、もう「実施」になっているか
    in_place: bool,
    /// 計画の最後の作業で、完了にすると認める効果。ないときは null です。
    effect: Option<EffectBody>,
    /// ほかの作業がまだ残っているか
    others_open: bool,
    /// 今のリスクレベル
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    risk_level: RiskLevel,
    /// 今の段階
    #[schema(value_type = BandWord)]
    band: Band,
    /// 作業を完了にし、管理策を「実施」にしたときのリスクレベル
    #[schema(value_type = u8, minimum = 1, maximum = 9)]
    risk_level_when_done: RiskLevel,
    /// そのときの段階
    #[schema(value_type = BandWord)]
    band_when_done: Band,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskEffect, description = "計画が見込んだ効果。")]
struct EffectBody {
    /// 下がる値：`threat` 起こりやすさ、`vulnerability` つけ込みやすさ、`likelihood` 直接決めた被害発生可能性
    rating: &'static str,
    /// 今の値
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    now: Rating,
    /// 見込んだ値。今の値より大きくはなりません。
    #[schema(value_type = u8, minimum = 1, maximum = 3)]
    expected: Rating,
}

impl From<Effect> for EffectBody {
    fn from(effect: Effect) -> Self {
        Self { rating: effect.affected.id(), now: effect.now, expected: effect.then }
    }
}

#[utoipa::path(
    get, path = "/risks/{id}/tasks/{task_id}", tag = TAG, operation_id = "find_task",
    summary = "作業1つと、完了にしたときに変わること",
    description = "進み具合を変えられる人だけが読めます。だれでも読める作業は、リスクの `decision.tasks` と `/treatment-plan` にあります。",
    params(
        ("id" = String, Path, format = Uuid, description = "リスクの id"),
        ("task_id" = String, Path, format = Uuid, description = "作業の id"),
    ),
    responses((
        status = 200, description = "作業", body = FinishedBody,
        headers(("ETag" = String, description = "リスクの版。進み具合を変えるときに If-Match に付けます。")),
    ))
)]
pub(super) async fn task(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address((id, task)): Address<(RiskId, TaskId)>,
) -> Result<Tagged<FinishedBody>, Problem> {
    let finished = preview_finish(&context, &state.catalog, id, task).await?;
    let found = risk::find(&context, &state.catalog, id).await?;
    let criteria = &found.knowledge.criteria;
    let value = FinishedBody {
        task: TaskBody::from(&finished.task),
        control: finished.control,
        in_place: finished.in_place,
        effect: finished.effect.map(EffectBody::from),
        others_open: finished.others_open,
        risk_level: finished.level,
        band: criteria.band(finished.level),
        risk_level_when_done: finished.then,
        band_when_done: criteria.band(finished.then),
    };
    Ok(Tagged { version: found.risk.version, value })
}
