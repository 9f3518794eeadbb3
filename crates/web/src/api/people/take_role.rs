//! A role is taken away.

use app::{AccountId, Error, MembershipId, people};
use axum::http::StatusCode;

use super::TAG;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    delete, path = "/people/{account_id}/roles/{role_id}", tag = TAG, operation_id = "take_role",
    summary = "人から役割を外す",
    description = "最後の1つは外せません（422）。組織から外すには、人を DELETE します。",
    params(
        ("account_id" = String, Path, format = Uuid, description = "アカウントの id"),
        ("role_id" = String, Path, format = Uuid, description = "付いている役割の id"),
    ),
    responses((status = 204, description = "外しました"))
)]
pub(super) async fn take_role(
    Caller(context): Caller,
    Address((account, role)): Address<(AccountId, MembershipId)>,
) -> Result<StatusCode, Problem> {
    let person = people::find(&context, account).await?;
    if person.roles.iter().all(|held| held.id != role) {
        return Err(Error::NotFound("役割").into());
    }
    people::take_role(&context, role).await?;
    Ok(StatusCode::NO_CONTENT)
}
