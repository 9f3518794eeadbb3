//! One record.

use app::audit_log;
use axum::Json;
use axum::extract::State as Shared;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::TAG;
use super::body::{EntryBody, FieldChangeBody};
use super::undoing::UndoingBody;
use crate::State;
use crate::api::{Address, Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditRecord, description = "監査ログの記録のすべて。")]
pub(super) struct RecordBody {
    #[serde(flatten)]
    entry: EntryBody,
    /// 前の状態。新しくできたときは null です。
    before: Option<Value>,
    /// 後の状態。なくなったときは null です。
    after: Option<Value>,
    /// 変わった項目
    changes: Vec<FieldChangeBody>,
    /// この記録を取り消した記録の番号
    undone_by: Option<i64>,
    /// 一度にまとめて行われた記録が、ほかにもあるか
    has_siblings: bool,
    /// 同じ操作で行われたリスクの変更のうち、まとめて取り消せる件数（`undo-together`）。同じリスクが2回変わったときは、2件と数えます。変更を取り消せる人が見て、2件以上のときだけ入り、ほかは null です。
    together: Option<u64>,
    /// 確かめるための値。次の記録がこの値を含みます。
    hash: String,
    /// 今、取り消せるか
    undoing: UndoingBody,
}

#[utoipa::path(
    get, path = "/audit-log/{sequence}", tag = TAG, operation_id = "find_audit_record",
    summary = "監査ログの記録1つ",
    params(("sequence" = i64, Path, description = "記録の番号")),
    responses((status = 200, description = "記録", body = RecordBody))
)]
pub(super) async fn find(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(sequence): Address<i64>,
) -> Result<Json<RecordBody>, Problem> {
    let record = audit_log::find(&context, &state.catalog, sequence).await?;
    Ok(Json(RecordBody {
        entry: record.entry.into(),
        before: record.before,
        after: record.after,
        changes: record.changes.into_iter().map(FieldChangeBody::from).collect(),
        undone_by: record.undone_by,
        has_siblings: record.has_siblings,
        together: record.together,
        hash: record.hash,
        undoing: record.undoing.into(),
    }))
}
