//! The sample company, to try everything on.

use app::OrganizationId;
use app::organization::{load_sample, remove_sample};
use axum::Json;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SampleOrganization, description = "読み込まれた見本の会社。")]
pub(super) struct SampleBody {
    /// 見本の会社の、組織の id。開くには、画面で会社を切り替えるか、その組織のトークンを作ります。
    #[schema(value_type = String, format = Uuid)]
    organization_id: OrganizationId,
}

#[utoipa::path(
    post, path = "/organization/sample", tag = TAG, operation_id = "load_sample",
    summary = "見本の会社を読み込む",
    description = "トークンの持ち主が責任者の、別の組織として加わります。今の組織の台帳は変わりません。",
    responses((status = 201, description = "読み込みました", body = SampleBody))
)]
pub(super) async fn load(
    Shared(state): Shared<State>,
    Caller(context): Caller,
) -> Result<(StatusCode, Json<SampleBody>), Problem> {
    let organization_id = load_sample(&context, &state.catalog).await?;
    Ok((StatusCode::CREATED, Json(SampleBody { organization_id })))
}

#[utoipa::path(
    delete, path = "/organization/sample", tag = TAG, operation_id = "remove_sample",
    summary = "見本の会社を消す",
    description = "見本の会社のトークンで使います。見本の会社のすべてが消えます。見本でない組織は消せません（422）。",
    responses((status = 204, description = "消しました"))
)]
pub(super) async fn remove(Caller(context): Caller) -> Result<StatusCode, Problem> {
    remove_sample(&context).await?;
    Ok(StatusCode::NO_CONTENT)
}
