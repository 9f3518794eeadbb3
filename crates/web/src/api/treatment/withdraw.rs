//! A decision is taken back.

use app::{RiskId, treatment};
use axum::extract::State as Shared;

use super::TAG;
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::risk::{RiskBody, written};
use crate::api::{Address, Caller, IfMatch, Problem, Tagged};

#[utoipa::path(
    delete, path = "/risks/{id}/treatment", tag = TAG, operation_id = "withdraw_treatment",
    summary = "対応の決定を取りやめる",
    description = "作業と承認もなくなり、対応を決めていないリスクに戻ります。記録に残り、記録の取り消しで元に戻せます（承認は戻りません）。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    responses((
        status = 200, description = "変わったリスク", body = RiskBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn withdraw(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
) -> Result<Tagged<RiskBody>, Problem> {
    let risk = treatment::withdraw(&context, &state.catalog, id, seen).await?;
    written(&context, &state.catalog, &risk).await
}
