//! Who can be asked to do a task.

use app::{AccountId, people};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskPeople, description = "作業を頼める人の一覧。")]
pub(super) struct ListBody {
    /// 人。組織に加わった順です。
    items: Vec<PersonBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TaskPerson, description = "作業を頼める人。")]
struct PersonBody {
    /// アカウントの id。作業の `responsible_id` に書きます。
    #[schema(value_type = String, format = Uuid)]
    account_id: AccountId,
    /// 氏名
    name: String,
}

#[utoipa::path(
    get, path = "/treatment-plan/people", tag = TAG, operation_id = "list_task_people",
    summary = "作業を頼める人",
    description = "リスクを変えられる人だけが読めます。",
    responses((status = 200, description = "人", body = ListBody))
)]
pub(super) async fn people(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let people = people::for_tasks(&context).await?;
    Ok(Json(ListBody { items: people.into_iter().map(|(account_id, name)| PersonBody { account_id, name }).collect() }))
}
