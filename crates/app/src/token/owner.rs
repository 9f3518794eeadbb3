//! Whose token it is, and with which roles.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::account::row::{account, membership};
use crate::{AccountId, DepartmentId, Error, OrganizationId, Permission, Result, Role};

/// A person of an organization who may use the API, with the roles of this moment.
pub(super) struct Owner {
    pub(super) account: AccountId,
    pub(super) name: String,
    pub(super) roles: Vec<(Role, Option<DepartmentId>)>,
}

/// Finds the owner; `None` where the account is stopped or does not belong to the organization (any more).
pub(super) async fn find(
    connection: &impl ConnectionTrait,
    organization: OrganizationId,
    account: AccountId,
) -> Result<Option<Owner>> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization.0))
        .filter(membership::Column::AccountId.eq(account.0))
        .order_by_asc(membership::Column::CreatedAt)
        .order_by_asc(membership::Column::Id)
        .find_also_related(account::Entity)
        .all(connection)
        .await?;
    let mut owner: Option<Owner> = None;
    for (row, person) in rows {
        let (Some(person), Some(role)) = (person, Role::from_id(&row.role)) else { continue };
        if person.disabled {
            return Ok(None);
        }
        let owner = owner.get_or_insert_with(|| Owner { account, name: person.name, roles: Vec::new() });
        owner.roles.push((role, row.department_id.map(DepartmentId)));
    }
    Ok(owner)
}

impl Owner {
    /// [`Error::Forbidden`] unless a role opens the API.
    pub(super) fn require_api(&self) -> Result<()> {
        let opened = self.roles.iter().any(|(role, _)| role.allows(Permission::UseApi));
        if opened { Ok(()) } else { Err(Error::Forbidden) }
    }
}
