//! Many risks are given one owner.

use app::{AccountId, RiskId, risk};
use axum::Json;
use axum::extract::State as Shared;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AssignRiskOwner, description = "どのリスクの所有者を、だれにするか。")]
pub(super) struct Wanted {
    /// リスクの id
    #[schema(value_type = Vec<uuid::Uuid>)]
    ids: Vec<RiskId>,
    /// リスク所有者のアカウントの id。なれる人は `/risks/owners` にあります。
    #[schema(value_type = String, format = Uuid)]
    owner_id: AccountId,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssignedRiskOwner, description = "リスク所有者をまとめて決めた結果。")]
pub(super) struct AssignedBody {
    /// 所有者が変わったリスクの件数
    changed: u64,
}

#[utoipa::path(
    post, path = "/risks/owner", tag = TAG, operation_id = "assign_risk_owner",
    summary = "多くのリスクの所有者をまとめて決める",
    description = "すべてのリスクの所有者が変わるか、何も変わらないかのどちらかです。もうない id は、そのままにします。前の所有者の承認は、新しい所有者の承認が要る状態になります。",
    request_body = Wanted,
    responses((status = 200, description = "結果", body = AssignedBody))
)]
pub(super) async fn assign_owner(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Body(wanted): Body<Wanted>,
) -> Result<Json<AssignedBody>, Problem> {
    let changed = risk::assign_owner(&context, &state.catalog, &wanted.ids, wanted.owner_id).await;
    let changed = changed.map_err(|error| Problem::from(error).renamed("owner", "owner_id"))?;
    Ok(Json(AssignedBody { changed }))
}
