//! Who stands in the log.

use app::AccountId;
use app::audit_log;
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditPeople, description = "監査ログにいる人の一覧。")]
pub(super) struct ListBody {
    /// 人。氏名の順で、300人までです。
    items: Vec<ActorBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditActor, description = "何かを変えた人。")]
struct ActorBody {
    /// アカウントの id。一覧の `who` に使えます。
    #[schema(value_type = String, format = Uuid)]
    account_id: AccountId,
    /// 最後の記録での氏名
    name: String,
}

#[utoipa::path(
    get, path = "/audit-log/people", tag = TAG, operation_id = "list_audit_people",
    summary = "監査ログにいる人",
    responses((status = 200, description = "一覧", body = ListBody))
)]
pub(super) async fn people(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let people = audit_log::people(&context).await?;
    let body = |(account_id, name)| ActorBody { account_id, name };
    Ok(Json(ListBody { items: people.into_iter().map(body).collect() }))
}
