//! What happened to a risk.

use app::RiskId;
use app::risk::{self, Change};
use axum::Json;
use axum::extract::State as Shared;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::State;
use crate::api::audit_log::FieldChangeBody;
use crate::api::moment::Moment;
use crate::api::word::EventWord;
use crate::api::{Address, Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskHistory, description = "リスクの履歴。")]
pub(super) struct HistoryBody {
    /// リスクの名前
    name: String,
    /// 変更。新しいほうから、200件までです。
    items: Vec<ChangeBody>,
    /// ここにない、より古い変更があるか。あれば、監査ログで読めます。
    more: bool,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskChange, description = "リスクの変更1回。")]
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
    /// 変わった項目。加えたときは、値のあったすべての項目です。
    changes: Vec<FieldChangeBody>,
}

impl From<Change> for ChangeBody {
    fn from(change: Change) -> Self {
        Self {
            sequence: change.sequence,
            at: change.at.into(),
            actor: change.actor,
            event: change.event.id(),
            undoes: change.undoes,
            changes: change.changes.into_iter().map(FieldChangeBody::from).collect(),
        }
    }
}

#[utoipa::path(
    get, path = "/risks/{id}/history", tag = TAG, operation_id = "risk_history",
    summary = "リスクの履歴",
    description = "対応の決定、承認、作業の進み具合も入ります。情報資産や会社の状況が変わって数字だけが変わったことは、その変更の記録にあります。",
    params(("id" = String, Path, format = Uuid, description = "リスクの id")),
    responses((status = 200, description = "履歴", body = HistoryBody))
)]
pub(super) async fn history(
    Shared(state): Shared<State>,
    Caller(context): Caller,
    Address(id): Address<RiskId>,
) -> Result<Json<HistoryBody>, Problem> {
    let history = risk::history(&context, &state.catalog, id).await?;
    Ok(Json(HistoryBody {
        name: history.name,
        items: history.changes.into_iter().map(ChangeBody::from).collect(),
        more: history.more,
    }))
}
