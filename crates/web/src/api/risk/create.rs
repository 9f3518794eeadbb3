//! A new risk.

use app::{Permission, risk};
use axum::extract::State as Shared;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::TAG;
use super::body::{RiskBody, written};
use super::input::{RiskInput, at_fields};
use crate::State;
use crate::api::{Body, Caller, Problem};

#[utoipa::path(
    post, path = "/risks", tag = TAG, operation_id = "create_risk",
    summary = "リスクを1件加える",
    description = "たくさんの情報資産のリスクをまとめて加えるには、`/risks/proposals` と `/risks/identify` を使います。",
    request_body = RiskInput,
    responses((
        status = 201, description = "加わったリスク", body = RiskBody,
        headers(("ETag" = String, description = "版"), ("Location" = String, description = "このリスクのアドレス")),
    ))
)]
pub(super) async fn create(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Body(input): Body<RiskInput>,
) -> Result<Response, Problem> {
    context.scope(Permission::EditRisks)?;
    let input = input.checked(&state.catalog)?;
    let risk = risk::create(&context, &state.catalog, input).await.map_err(at_fields)?;
    let place = format!("/api/v1/risks/{}", risk.id);
    let body = written(&context, &state.catalog, &risk).await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, place)], body).into_response())
}
