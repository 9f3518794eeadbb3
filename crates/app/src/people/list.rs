//! Who belongs to the organization.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::account::row::{account, membership};
use crate::organization::department::{self, Department};
use crate::{AccountId, Context, Error, Instant, MembershipId, Permission, Result, Role};

/// A person of the organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Which account.
    pub account: AccountId,
    /// 氏名
    pub name: String,
    /// Mail address.
    pub email: String,
    /// Whether the account was stopped: then nobody can sign in with it.
    pub disabled: bool,
    /// When the person joined this organization.
    pub joined_at: Instant,
    /// Roles in this organization, at least one, in the order in which they were given.
    pub roles: Vec<HeldRole>,
}

/// A role that a person holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldRole {
    /// Which one, for taking it.
    pub id: MembershipId,
    /// The role.
    pub role: Role,
    /// For which department, where the role is of one.
    pub department: Option<Department>,
}

/// Everybody in the organization, in the order of joining.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ReadPeople`].
pub async fn list(context: &Context) -> Result<Vec<Person>> {
    read(context, None).await
}

/// One person of the organization.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::ReadPeople`]; [`Error::NotFound`].
pub async fn find(context: &Context, account: AccountId) -> Result<Person> {
    read(context, Some(account)).await?.pop().ok_or(Error::NotFound("人"))
}

async fn read(context: &Context, only: Option<AccountId>) -> Result<Vec<Person>> {
    context.require(Permission::ReadPeople)?;
    let departments = department::all(context).await?;
    let departments: HashMap<_, _> = departments.into_iter().map(|department| (department.id.0, department)).collect();
    let mut rows = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .order_by_asc(membership::Column::CreatedAt)
        .order_by_asc(membership::Column::Id)
        .find_also_related(account::Entity);
    if let Some(account) = only {
        rows = rows.filter(membership::Column::AccountId.eq(account.0));
    }
    let mut people: Vec<Person> = Vec::new();
    let mut places: HashMap<AccountId, usize> = HashMap::new();
    for (row, account) in rows.all(context.reader()).await? {
        let (Some(account), Some(role)) = (account, Role::from_id(&row.role)) else { continue };
        let held = HeldRole {
            id: MembershipId(row.id),
            role,
            department: row.department_id.and_then(|id| departments.get(&id).cloned()),
        };
        let place = *places.entry(AccountId(account.id)).or_insert(people.len());
        if place == people.len() {
            people.push(Person {
                account: AccountId(account.id),
                name: account.name,
                email: account.email,
                disabled: account.disabled,
                joined_at: Instant(row.created_at),
                roles: Vec::new(),
            });
        }
        people[place].roles.push(held);
    }
    Ok(people)
}
