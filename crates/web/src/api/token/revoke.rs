//! A token is withdrawn.

use app::{TokenId, token};
use axum::http::StatusCode;

use super::TAG;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    delete, path = "/tokens/{id}", tag = TAG, operation_id = "revoke_token",
    summary = "トークンを取り消す",
    description = "次の要求から使えなくなります。今使っているトークンも取り消せます。",
    params(("id" = String, Path, format = Uuid, description = "トークンの id")),
    responses((status = 204, description = "取り消しました"))
)]
pub(super) async fn revoke(Caller(context): Caller, Address(id): Address<TokenId>) -> Result<StatusCode, Problem> {
    token::revoke(&context, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
