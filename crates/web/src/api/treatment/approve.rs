//! The owner approves a decision and what remains.

use app::RiskId;
use app::treatment::{self, Acceptance};
use axum::extract::State as Shared;
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::risk::{RiskBody, written};
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = ApproveTreatment, description = "承認に書く内容。基準を超えるリスクが残るときは、両方が要ります。ほかは `{}` で承認できます。")]
pub(super) struct Wanted {
    /// それでも引き受ける理由
    #[schema(max_length = 4000)]
    reason: String,
    /// もう一度見直す日。2026-11-24、2026/11/24、令和8年11月24日 のどれでも書けます。
    review_on: Option<String>,
}

#[utoipa::path(
    post, path = "/risks/{id}/approval", tag = TAG, operation_id = "approve_treatment",
    summary = "残留リスクを承認する",
    description = "承認できるのは、リスク所有者（`owner_id`）だけです。承認したときの数字が残り、あとで数字が変わると、もう一度承認が要ります。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    request_body = Wanted,
    responses((
        status = 200, description = "承認したリスク", body = RiskBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn approve(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
    Body(wanted): Body<Wanted>,
) -> Result<Tagged<RiskBody>, Problem> {
    let acceptance =
        Acceptance { reason: wanted.reason, review_on: wanted.review_on.unwrap_or_default(), numbers: None };
    let risk = treatment::approve(&context, &state.catalog, id, seen, acceptance).await?;
    written(&context, &state.catalog, &risk).await
}
