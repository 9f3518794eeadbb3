//! An invitation is taken back.

use app::{InvitationId, invitation};
use axum::http::StatusCode;

use super::TAG;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    delete, path = "/invitations/{id}", tag = TAG, operation_id = "revoke_invitation",
    summary = "招待を取り消す",
    description = "リンクは使えなくなります。取り消した招待も、一覧には残ります。",
    params(("id" = String, Path, format = Uuid, description = "招待の id")),
    responses((status = 204, description = "取り消しました"))
)]
pub(super) async fn revoke(Caller(context): Caller, Address(id): Address<InvitationId>) -> Result<StatusCode, Problem> {
    invitation::revoke(&context, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
