//! One risk.

use app::{RiskId, risk};
use axum::extract::State as Shared;

use super::TAG;
use super::body::{RiskBody, tagged};
use crate::State;
use crate::api::{Address, Caller, Problem, Tagged};

#[utoipa::path(
    get, path = "/risks/{id}", tag = TAG, operation_id = "find_risk",
    summary = "リスク1件",
    description = "すべての数字に、そうなる理由が付きます。数字は、情報資産や会社の状況が変わると、版が同じでも変わります。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id")),
    responses((
        status = 200, description = "リスク", body = RiskBody,
        headers(("ETag" = String, description = "版。変えるときに If-Match に付けます。")),
    ))
)]
pub(super) async fn find(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
) -> Result<Tagged<RiskBody>, Problem> {
    let found = risk::find(&context, &state.catalog, id).await?;
    Ok(tagged(&found.risk, &found.knowledge))
}
