//! Some of a risk is changed.

use app::{Error, Permission, RiskId, risk};
use axum::extract::State as Shared;
use serde_json::Value;

use super::TAG;
use super::body::{RiskBody, written};
use super::input::{RiskInput, at_fields};
use crate::State;
use crate::api::body::read;
use crate::api::etag::SeenVersion;
use crate::api::merge::merge;
use crate::api::{Address, Body, Caller, IfMatch, Problem, Tagged};

#[utoipa::path(
    patch, path = "/risks/{id}", tag = TAG, operation_id = "patch_risk",
    summary = "リスクの一部を変える",
    description = "書いた項目だけが変わります（JSON Merge Patch、RFC 7396）。null と書いた項目は空になります。`vulnerabilities` と `controls` は、書くと全体が入れ替わります。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id"), SeenVersion),
    request_body(content(
        (RiskInput = "application/merge-patch+json"),
        (RiskInput = "application/json"),
    )),
    responses((
        status = 200, description = "変わったリスク", body = RiskBody,
        headers(("ETag" = String, description = "新しい版")),
    ))
)]
pub(super) async fn patch(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
    IfMatch(seen): IfMatch,
    Body(patch): Body<Value>,
) -> Result<Tagged<RiskBody>, Problem> {
    context.scope(Permission::EditRisks)?;
    let current = risk::find(&context, &state.catalog, id).await?.risk;
    // The patch is of that version; the use case looks again, in its transaction.
    if current.version != seen {
        return Err(Error::Stale.into());
    }
    let whole = RiskInput::of(&current.content, &state.catalog, &patch);
    let mut whole = serde_json::to_value(whole).map_err(Error::from)?;
    merge(&mut whole, patch);
    let input = read::<RiskInput, _>(whole)?.checked(&state.catalog)?;
    let risk = risk::edit(&context, &state.catalog, id, seen, input).await.map_err(at_fields)?;
    written(&context, &state.catalog, &risk).await
}
