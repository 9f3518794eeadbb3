//! A treatment is decided.

use app::RiskId;
use app::treatment::{self, Input};
use axum::extract::State as Shared;

use super::TAG;
use super::input::{TreatmentInput, at_fields};
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::risk::{RiskBody, written};
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[utoipa::path(
    put, path = "/risks/{id}/treatment", tag = TAG, operation_id = "decide_treatment",
    summary = "対応を決める",
    description = "送った内容がすべてになります。前の決定の承認はなくなり、リスク所有者が改めて承認します。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    request_body = TreatmentInput,
    responses((
        status = 200, description = "変わったリスク", body = RiskBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn decide(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
    Body(input): Body<TreatmentInput>,
) -> Result<Tagged<RiskBody>, Problem> {
    let input = Input::from(input);
    let decided = treatment::decide(&context, &state.catalog, id, seen, input.clone()).await;
    let risk = decided.map_err(|error| at_fields(error, &input))?;
    written(&context, &state.catalog, &risk).await
}
