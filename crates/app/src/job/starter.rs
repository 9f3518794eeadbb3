//! A job acts as the person who started it, with the roles that person has now.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::row;
use crate::account::row::{account, membership};
use crate::store::Store;
use crate::{AccountId, Actor, Channel, Clock, Context, DepartmentId, Error, OrganizationId, Result, Role, Visitor};

/// The context of a job.
///
/// # Errors
/// [`Error::Forbidden`] where the starter was stopped or has left the organization.
pub(super) async fn context(store: &Store, clock: &Clock, job: &row::Model) -> Result<Context> {
    let payload: row::Payload = serde_json::from_str(&job.payload)?;
    let channels = [Channel::Web, Channel::Api, Channel::Command];
    let channel = channels.into_iter().find(|channel| channel.id() == payload.channel).unwrap_or(Channel::Web);
    let mut visitor = Visitor::new(store.clone(), clock.clone(), channel);
    visitor.request = payload.request;
    let actor = match job.account_id {
        None => Actor::Operator,
        Some(id) => person(store, job.organization_id, id).await?,
    };
    Ok(Context::new(&visitor, actor, OrganizationId(job.organization_id)))
}

async fn person(store: &Store, organization: uuid::Uuid, id: uuid::Uuid) -> Result<Actor> {
    let account = account::Entity::find_by_id(id).one(store.reader()).await?;
    let account = account.filter(|account| !account.disabled).ok_or(Error::Forbidden)?;
    let held = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(organization))
        .filter(membership::Column::AccountId.eq(id))
        .all(store.reader())
        .await?;
    let roles: Vec<(Role, Option<DepartmentId>)> = held
        .into_iter()
        .filter_map(|held| Some((Role::from_id(&held.role)?, held.department_id.map(DepartmentId))))
        .collect();
    if roles.is_empty() {
        return Err(Error::Forbidden);
    }
    Ok(Actor::Person { account: AccountId(id), name: account.name, roles, read_only: false })
}
