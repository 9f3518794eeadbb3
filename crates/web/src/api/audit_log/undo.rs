//! A change is undone.

use app::audit_log;
use axum::extract::State as Shared;
use axum::http::StatusCode;

use super::TAG;
use crate::State;
use crate::api::{Address, Caller, Problem};

#[utoipa::path(
    post, path = "/audit-log/{sequence}/undo", tag = TAG, operation_id = "undo_change",
    summary = "変更を取り消す",
    description = "前の状態に戻す、新しい変更をします。後で変わっているものは取り消せません（422）。",
    params(("sequence" = i64, Path, description = "記録の番号")),
    responses((status = 204, description = "取り消しました"))
)]
pub(super) async fn undo(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(sequence): Address<i64>,
) -> Result<StatusCode, Problem> {
    audit_log::undo(&context, &state.catalog, sequence).await?;
    Ok(StatusCode::NO_CONTENT)
}
