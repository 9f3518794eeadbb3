//! A person leaves the organization.

use app::{AccountId, people};
use axum::http::StatusCode;

use super::TAG;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    delete, path = "/people/{account_id}", tag = TAG, operation_id = "remove_person",
    summary = "人を組織から外す",
    description = "役割がすべてなくなり、その人の API トークンは使えなくなります。その人が出した、返事を待っている招待は取り消されます。アカウントは、ほかの組織のために残ります。",
    params(("account_id" = String, Path, format = Uuid, description = "アカウントの id")),
    responses((status = 204, description = "外しました"))
)]
pub(super) async fn remove(
    Caller(context): Caller,
    Address(account): Address<AccountId>,
) -> Result<StatusCode, Problem> {
    people::remove(&context, account).await?;
    Ok(StatusCode::NO_CONTENT)
}
