//! What other risk criteria would change, before they are chosen.

use app::Permission;
use app::risk::preview_criteria as preview;
use axum::Json;
use method::{Band, RiskCriteria};
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::CriteriaBody;
use super::choose_criteria::Wanted;
use crate::api::risk::{BandsBody, LineBody};
use crate::api::word::BandWord;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CriteriaPreview, description = "リスク基準を変えると、段階がどう変わるか。リスクレベルの数字は変わりません。")]
pub(super) struct PreviewBody {
    /// 今の基準
    now: CriteriaBody,
    /// 選んだ基準
    then: CriteriaBody,
    /// 今の、段階ごとの件数
    bands_now: BandsBody,
    /// 変えたあとの、段階ごとの件数
    bands_then: BandsBody,
    /// 段階の変わるリスクの件数
    changed: u64,
    /// どの段階からどの段階へ、何件変わるか
    moves: Vec<MoveBody>,
    /// 段階の変わるリスク。リスクレベルの大きいものから、20件までです。
    risks: Vec<ChangedBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = BandMove, description = "1つの段階から、ほかの段階への移り変わり。")]
struct MoveBody {
    /// 今の段階
    #[schema(value_type = BandWord)]
    before: Band,
    /// 変えたあとの段階
    #[schema(value_type = BandWord)]
    after: Band,
    /// 件数
    risks: u64,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RebandedRisk, description = "段階の変わるリスク。`band` は今の段階です。")]
struct ChangedBody {
    #[serde(flatten)]
    line: LineBody,
    /// 変えたあとの段階
    #[schema(value_type = BandWord)]
    band_then: Band,
}

#[utoipa::path(
    post, path = "/organization/criteria/preview", tag = TAG, operation_id = "preview_criteria",
    summary = "リスク基準を変えたときの違いを見る",
    description = "何も変わりません。リスク基準を選ぶときと同じ内容を送ります（`repeat_months` は使いません）。",
    request_body = Wanted,
    responses((status = 200, description = "違い", body = PreviewBody))
)]
pub(super) async fn preview_criteria(
    Caller(context): Caller,
    Body(wanted): Body<Wanted>,
) -> Result<Json<PreviewBody>, Problem> {
    context.require(Permission::EditOrganization)?;
    let found = preview(&context, wanted.choice()?.criteria()?).await?;
    let bands = |criteria: &RiskCriteria| BandsBody::of(&found.heat_map, criteria);
    let moves = found.moves().into_iter().map(|(before, after, risks)| MoveBody { before, after, risks });
    Ok(Json(PreviewBody {
        now: CriteriaBody::from(&found.now),
        then: CriteriaBody::from(&found.then),
        bands_now: bands(&found.now),
        bands_then: bands(&found.then),
        changed: found.changed(),
        moves: moves.collect(),
        risks: found
            .risks
            .into_iter()
            .map(|line| ChangedBody { band_then: found.then.band(line.level()), line: LineBody::of(line, &found.now) })
            .collect(),
    }))
}
