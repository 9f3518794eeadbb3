//! Invites somebody.

use app::invitation::{self, NewInvitation};
use app::{DepartmentId, Role};
use axum::Json;
use axum::extract::State as Shared;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::TAG;
use super::body::{IssuedBody, handed_over};
use crate::State;
use crate::api::word::RoleWord;
use crate::api::{Body, Caller, Problem};

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewInvitation, description = "だれを、どの役割で招待するか。")]
pub(super) struct Wanted {
    /// メールアドレス
    email: String,
    /// 役割
    #[schema(value_type = RoleWord)]
    role: Role,
    /// 部署の id。`department-manager` のときだけ要ります。
    #[schema(value_type = Option<String>, format = Uuid)]
    department_id: Option<DepartmentId>,
}

#[utoipa::path(
    post, path = "/invitations", tag = TAG, operation_id = "invite",
    summary = "人を招待する",
    description = "一度だけ使えるリンクができます。7日のあいだ有効です。メールの設定があれば、メールも送ります。",
    request_body = Wanted,
    responses((status = 201, description = "できた招待とリンク", body = IssuedBody))
)]
pub(super) async fn invite(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Body(wanted): Body<Wanted>,
) -> Result<(StatusCode, Json<IssuedBody>), Problem> {
    let wanted = NewInvitation { email: wanted.email, role: Some(wanted.role), department: wanted.department_id };
    let issued = invitation::invite(&context, wanted).await;
    let issued = issued.map_err(|error| Problem::from(error).renamed("department", "department_id"))?;
    Ok((StatusCode::CREATED, Json(handed_over(&state, issued).await)))
}
