//! A new link for an invitation.

use app::{InvitationId, invitation};
use axum::Json;
use axum::extract::State as Shared;

use super::TAG;
use super::body::{IssuedBody, handed_over};
use crate::State;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    post, path = "/invitations/{id}/renew", tag = TAG, operation_id = "renew_invitation",
    summary = "招待のリンクを作り直す",
    description = "新しいリンクは7日のあいだ有効です。前のリンクは使えなくなります。",
    params(("id" = String, Path, format = Uuid, description = "招待の id")),
    responses((status = 200, description = "招待と新しいリンク", body = IssuedBody))
)]
pub(super) async fn renew(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<InvitationId>,
) -> Result<Json<IssuedBody>, Problem> {
    let issued = invitation::renew(&context, id).await?;
    Ok(Json(handed_over(&state, issued).await))
}
