//! One more role for a person.

use app::AccountId;
use app::people::{self, NewRole};
use axum::Json;
use axum::http::StatusCode;

use super::TAG;
use super::body::{NewRoleBody, PersonBody};
use crate::api::{Address, Body, Caller, Problem};

#[utoipa::path(
    post, path = "/people/{account_id}/roles", tag = TAG, operation_id = "add_role",
    summary = "人に役割を付ける",
    description = "付けられるのは、自分にできることだけを許す役割です。",
    params(("account_id" = String, Path, format = Uuid, description = "アカウントの id")),
    request_body = NewRoleBody,
    responses((status = 201, description = "役割の付いた人", body = PersonBody))
)]
pub(super) async fn add_role(
    Caller(context): Caller,
    Address(account): Address<AccountId>,
    Body(wanted): Body<NewRoleBody>,
) -> Result<(StatusCode, Json<PersonBody>), Problem> {
    let wanted = NewRole { account, role: Some(wanted.role), department: wanted.department_id };
    let added = people::add_role(&context, wanted).await;
    added.map_err(|error| Problem::from(error).renamed("department", "department_id"))?;
    Ok((StatusCode::CREATED, Json(people::find(&context, account).await?.into())))
}
