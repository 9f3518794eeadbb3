//! Who may own risks.

use app::risk::{self, Owner};
use app::{AccountId, DepartmentId};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::TAG;
use crate::api::{Caller, Problem};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskOwners, description = "リスク所有者になれる人の一覧。")]
pub(super) struct ListBody {
    /// 人。組織に加わった順です。
    items: Vec<OwnerBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RiskOwner, description = "リスク所有者になれる人。")]
struct OwnerBody {
    /// アカウントの id
    #[schema(value_type = String, format = Uuid)]
    account_id: AccountId,
    /// 氏名
    name: String,
    /// どの部署のリスクの所有者になれるか。どの部署のものでもなれる人は null です。
    #[schema(value_type = Option<Vec<uuid::Uuid>>)]
    department_ids: Option<Vec<DepartmentId>>,
}

impl From<Owner> for OwnerBody {
    fn from(owner: Owner) -> Self {
        Self { account_id: owner.account, name: owner.name, department_ids: owner.departments }
    }
}

#[utoipa::path(
    get, path = "/risks/owners", tag = TAG, operation_id = "list_risk_owners",
    summary = "リスク所有者になれる人",
    description = "リスクを変えられる人だけが読めます。",
    responses((status = 200, description = "人", body = ListBody))
)]
pub(super) async fn owners(Caller(context): Caller) -> Result<Json<ListBody>, Problem> {
    let owners = risk::owners(&context).await?;
    Ok(Json(ListBody { items: owners.into_iter().map(OwnerBody::from).collect() }))
}
