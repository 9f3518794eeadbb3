//! Throws away what was sent.

use app::ImportId;
use app::asset::import;
use axum::http::StatusCode;

use super::TAG;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    delete, path = "/imports/{id}", tag = TAG, operation_id = "discard_import",
    summary = "取り込むのをやめる",
    description = "送った台帳を消します。情報資産台帳は変わりません。",
    params(("id" = String, Path, format = Uuid, description = "取り込みの id")),
    responses((status = 204, description = "消しました"))
)]
pub(super) async fn discard(Caller(context): Caller, Address(id): Address<ImportId>) -> Result<StatusCode, Problem> {
    import::discard(&context, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
