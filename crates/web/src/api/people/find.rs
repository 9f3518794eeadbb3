//! One person.

use app::{AccountId, people};
use axum::Json;

use super::TAG;
use super::body::PersonBody;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    get, path = "/people/{account_id}", tag = TAG, operation_id = "find_person",
    summary = "組織の人1人",
    params(("account_id" = String, Path, format = Uuid, description = "アカウントの id")),
    responses((status = 200, description = "人", body = PersonBody))
)]
pub(super) async fn find(
    Caller(context): Caller,
    Address(account): Address<AccountId>,
) -> Result<Json<PersonBody>, Problem> {
    Ok(Json(people::find(&context, account).await?.into()))
}
