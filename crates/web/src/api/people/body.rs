//! A person of the organization as the API shows them.

use app::people::{HeldRole, Person};
use app::{AccountId, DepartmentId, MembershipId, Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::department::DepartmentBody;
use crate::api::moment::Moment;
use crate::api::word::RoleWord;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Person, description = "組織の人。")]
pub(super) struct PersonBody {
    /// アカウントの id
    #[schema(value_type = String, format = Uuid)]
    account_id: AccountId,
    /// 氏名
    name: String,
    /// メールアドレス
    email: String,
    /// 利用を止められているか
    disabled: bool,
    /// この組織に加わった日時
    joined_at: Moment,
    /// 役割。付けた順です。
    roles: Vec<HeldRoleBody>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = HeldRole, description = "人に付いている役割1つ。")]
struct HeldRoleBody {
    /// 役割を外すときに使う id
    #[schema(value_type = String, format = Uuid)]
    id: MembershipId,
    /// 役割
    #[schema(value_type = RoleWord)]
    role: &'static str,
    /// どの部署のためか。会社全体のための役割では null です。
    department: Option<DepartmentBody>,
}

impl From<Person> for PersonBody {
    fn from(person: Person) -> Self {
        let held = |held: HeldRole| HeldRoleBody {
            id: held.id,
            role: held.role.id(),
            department: held.department.map(DepartmentBody::from),
        };
        Self {
            account_id: person.account,
            name: person.name,
            email: person.email,
            disabled: person.disabled,
            joined_at: person.joined_at.into(),
            roles: person.roles.into_iter().map(held).collect(),
        }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRole, description = "付ける役割。")]
pub(super) struct NewRoleBody {
    /// 役割
    #[schema(value_type = RoleWord)]
    pub(super) role: Role,
    /// 部署の id。`department-manager` のときだけ要ります。
    #[schema(value_type = Option<String>, format = Uuid)]
    pub(super) department_id: Option<DepartmentId>,
}
