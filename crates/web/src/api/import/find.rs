//! What an import would do.

use app::ImportId;
use app::asset::import::preview;
use axum::extract::State as Shared;

use super::TAG;
use super::body::{SeenBody, mark};
use crate::State;
use crate::api::{Address, Caller, Problem, Tagged};

#[utoipa::path(
    get, path = "/imports/{id}", tag = TAG, operation_id = "preview_import",
    summary = "取り込むと何が変わるか",
    description = "今の台帳と比べた結果です。1行ずつは `lines`、`problems`、`missing` で受け取ります。",
    params(("id" = String, Path, format = Uuid, description = "取り込みの id")),
    responses((
        status = 200, description = "取り込むと何が変わるか", body = SeenBody,
        headers(("ETag" = String, description = "内容の印。取り込むときに If-Match に付けます。")),
    ))
)]
pub(super) async fn find(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<ImportId>,
) -> Result<Tagged<SeenBody, String>, Problem> {
    let seen = preview(&context, &state.catalog, id).await?;
    Ok(Tagged { version: mark(&seen), value: SeenBody::from(&seen) })
}
