//! What happened to an asset.

use app::AssetId;
use app::asset::{self, Change};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::moment::Moment;
use crate::api::word::EventWord;
use crate::api::{Address, Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssetHistory, description = "情報資産の履歴。")]
pub(super) struct HistoryBody {
    /// 最後に分かっている名称
    name: String,
    /// もう削除されているか
    removed: bool,
    /// 変更。新しいほうから、200件までです。
    items: Vec<ChangeBody>,
    /// ここにない、より古い変更があるか。あれば、監査ログで読めます。
    more: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssetChange, description = "情報資産の変更1回。")]
struct ChangeBody {
    /// 監査ログでの記録の番号
    sequence: i64,
    /// いつ
    at: Moment,
    /// だれが（そのときの氏名）
    actor: String,
    /// 何が起きたか
    #[schema(value_type = EventWord)]
    event: &'static str,
    /// この変更が取り消した記録の番号
    undoes: Option<i64>,
    /// この変更でできた版。削除のときは null です。
    version: Option<i64>,
    /// 変わった項目。加えたときと削除したときは、値のあったすべての項目です。
    differences: Vec<DifferenceBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AssetDifference, description = "変わった項目1つ。")]
pub(in crate::api) struct DifferenceBody {
    /// 項目の名前。例：`risk_owner`
    field: String,
    /// 台帳での見出し。例：リスク所有者
    title: String,
    /// 変える前の値。なければ空です。
    before: String,
    /// 変えた後の値。なければ空です。
    after: String,
}

impl From<asset::Difference> for DifferenceBody {
    fn from(difference: asset::Difference) -> Self {
        Self {
            field: difference.field.id().into_owned(),
            title: difference.field.title().to_owned(),
            before: difference.before,
            after: difference.after,
        }
    }
}

impl From<Change> for ChangeBody {
    fn from(change: Change) -> Self {
        Self {
            sequence: change.sequence,
            at: change.at.into(),
            actor: change.actor,
            event: change.event.id(),
            undoes: change.undoes,
            version: change.version,
            differences: change.differences.into_iter().map(DifferenceBody::from).collect(),
        }
    }
}

#[utoipa::path(
    get, path = "/assets/{id}/history", tag = TAG, operation_id = "asset_history",
    summary = "情報資産の履歴",
    description = "削除された情報資産についても読めます。",
    params(("id" = String, Path, format = Uuid, description = "情報資産の id")),
    responses((status = 200, description = "履歴", body = HistoryBody))
)]
pub(super) async fn history(
    Caller(context): Caller,
    Address(id): Address<AssetId>,
) -> Result<Json<HistoryBody>, Problem> {
    let history = asset::history(&context, id).await?;
    Ok(Json(HistoryBody {
        name: history.name,
        removed: history.asset.is_none(),
        items: history.changes.into_iter().map(ChangeBody::from).collect(),
        more: history.more,
    }))
}
