//! Who the token acts for.

use app::{AccountId, Actor, Context, DepartmentId, OrganizationId, Permission};
use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::word::{PermissionWord, RoleWord, permission_id};
use super::{Caller, Problem};
use crate::State;

/// The tag of this address.
pub(super) const TAG: &str = "me";

pub(super) fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(me))
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Me, description = "トークンの持ち主と、トークンでできること。")]
struct MeBody {
    /// 持ち主のアカウントの id
    #[schema(value_type = Option<String>, format = Uuid)]
    account_id: Option<AccountId>,
    /// 持ち主の氏名
    name: String,
    /// トークンが使える組織の id
    #[schema(value_type = String, format = Uuid)]
    organization_id: OrganizationId,
    /// 今の役割
    roles: Vec<OwnRole>,
    /// 読むだけのトークンか
    read_only: bool,
    /// できること。部署の中だけでできることも入ります。
    #[schema(value_type = Vec<PermissionWord>)]
    permissions: Vec<&'static str>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(description = "自分の役割1つ。")]
struct OwnRole {
    /// 役割
    #[schema(value_type = RoleWord)]
    role: &'static str,
    /// どの部署のためか。会社全体のための役割では null です。
    #[schema(value_type = Option<String>, format = Uuid)]
    department_id: Option<DepartmentId>,
}

impl From<&Context> for MeBody {
    fn from(context: &Context) -> Self {
        let (roles, read_only) = match &context.actor {
            Actor::Person { roles, read_only, .. } => (roles.as_slice(), *read_only),
            Actor::Operator => (&[][..], false),
        };
        let own = |(role, department): &(app::Role, Option<DepartmentId>)| OwnRole {
            role: role.id(),
            department_id: *department,
        };
        let allowed = Permission::ALL.into_iter().filter(|permission| context.allows(*permission));
        Self {
            account_id: context.account(),
            name: context.actor_name().to_owned(),
            organization_id: context.organization,
            roles: roles.iter().map(own).collect(),
            read_only,
            permissions: allowed.map(permission_id).collect(),
        }
    }
}

#[utoipa::path(
    get, path = "/me", tag = TAG, operation_id = "me",
    summary = "トークンの持ち主と、できること",
    responses((status = 200, description = "持ち主", body = MeBody))
)]
async fn me(Caller(context): Caller) -> Result<Json<MeBody>, Problem> {
    Ok(Json(MeBody::from(&context)))
}
