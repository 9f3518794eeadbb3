//! The owner sends a decision back.

use app::{RiskId, treatment};
use axum::extract::State as Shared;
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::risk::{RiskBody, written};
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SendBackTreatment, description = "差し戻しに書く内容。")]
pub(super) struct Wanted {
    /// 直してほしいこと
    #[schema(min_length = 1, max_length = 4000)]
    reason: String,
}

#[utoipa::path(
    post, path = "/risks/{id}/approval/send-back", tag = TAG, operation_id = "send_back_treatment",
    summary = "承認しないで差し戻す",
    description = "差し戻せるのは、リスク所有者（`owner_id`）だけです。前の承認はなくなります。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    request_body = Wanted,
    responses((
        status = 200, description = "差し戻したリスク", body = RiskBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn send_back(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<RiskBody>, Problem> {
    let risk = treatment::send_back(&context, &state.catalog, id, seen, &wanted.reason).await?;
    written(&context, &state.catalog, &risk).await
}
