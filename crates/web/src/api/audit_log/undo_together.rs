//! All that one operation did to risks is undone.

use app::audit_log;
use axum::Json;
use axum::extract::State as Shared;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::{Address, Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = UndoneTogether, description = "まとめて取り消した結果。")]
pub(super) struct UndoneBody {
    /// 取り消した記録の件数
    undone: u64,
}

#[utoipa::path(
    post, path = "/audit-log/{sequence}/undo-together", tag = TAG, operation_id = "undo_together",
    summary = "1つの操作で変わったリスクをまとめて取り消す",
    description = "この記録と同じ操作の記録のうち、まだ取り消されていないものを、新しいほうから取り消します。すべてを取り消すか、何も変わらないかのどちらかです。取り消せないものが1件でもあるとき、リスクのほかのものも変えた操作のとき、取り消すものがないときは、422 です。結果は記録の件数で、同じリスクの記録が2件あれば、2件と数えます。",
    params(("sequence" = i64, Path, description = "記録の番号")),
    responses((status = 200, description = "結果", body = UndoneBody))
)]
pub(super) async fn undo_together(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(sequence): Address<i64>,
) -> Result<Json<UndoneBody>, Problem> {
    Ok(Json(UndoneBody { undone: audit_log::undo_together(&context, &state.catalog, sequence).await? }))
}
