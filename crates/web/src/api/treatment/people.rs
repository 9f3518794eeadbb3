//! Who can be asked to do a task.

use app::risk::{Owner, workers};
use app::{AccountId, DepartmentId};
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
    /// 頼めるのが、ある部署のリスクの作業だけのとき、その部署の id。どのリスクの作業も頼めるときは null です。
    #[schema(value_type = Option<Vec<String>>)]
    department_ids: Option<Vec<DepartmentId>>,
}

impl From<Owner> for PersonBody {
    fn from(person: Owner) -> Self {
        Self { account_id: person.account, name: person.name, department_ids: person.departments }
    }
}

#[utoipa::path(
    get, path = "/treatment-plan/people", tag = TAG, operation_id = "list_task_people",
    summary = "作業を頼める人",
    description = "リスクを読めて、変更のできる人です。リスクを変えられる人だけが、この一覧を読めます。",
    responses((status = 200, description = "人", body = ListBody))
)]
pub(super) async fn people(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let people = workers(&context).await?;
    Ok(Json(ListBody { items: people.into_iter().map(PersonBody::from).collect() }))
}
