//! All of a risk is written anew.

use app::{Permission, RiskId, risk};
use axum::extract::State as Shared;

use super::TAG;
use super::body::{RiskBody, written};
use super::input::{RiskInput, at_fields};
use crate::State;
use crate::api::etag::SeenVersion;
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[utoipa::path(
    put, path = "/risks/{id}", tag = TAG, operation_id = "replace_risk",
    summary = "リスクを書き換える",
    description = "送った内容がすべてになります。書かない項目は空になります。決めた対応は、そのまま残ります。一部だけ変えるには PATCH を使います。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    request_body = RiskInput,
    responses((
        status = 200, description = "変わったリスク", body = RiskBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn replace(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
    Body(input): Body<RiskInput>,
) -> Result<Tagged<RiskBody>, Problem> {
    context.scope(Permission::EditRisks)?;
    let input = input.checked(&state.catalog)?;
    let risk = risk::edit(&context, &state.catalog, id, seen, input).await.map_err(at_fields)?;
    written(&context, &state.catalog, &risk).await
}
