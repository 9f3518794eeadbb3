//! Who stands in the log, for the filter.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::Entity;
use super::row::{chain, record};
use crate::store::Transaction;
use crate::{AccountId, Context, OrganizationId, Permission, Result};

/// More people than this are not offered to choose from.
const MOST: usize = 300;

/// Everybody who has changed something, with the name of their latest change, in the order of names.
/// Each costs two looks into an index, however long the log is.
///
/// # Errors
/// [`Error::Forbidden`](crate::Error::Forbidden) without 記録の閲覧.
pub async fn people(context: &Context) -> Result<Vec<(AccountId, String)>> {
    context.require(Permission::ReadAuditLog)?;
    let mut people: Vec<(AccountId, String)> = Vec::new();
    let mut last = Uuid::nil();
    let own = || record::Entity::find().filter(record::Column::OrganizationId.eq(context.organization.0)).select_only();
    while people.len() < MOST {
        let next: Option<Uuid> = own()
            .column(record::Column::AccountId)
            .filter(record::Column::AccountId.gt(last))
            .order_by_asc(record::Column::AccountId)
            .limit(1)
            .into_tuple()
            .one(context.reader())
            .await?;
        let Some(account) = next else { break };
        let name: Option<String> = own()
            .column(record::Column::Actor)
            .filter(record::Column::AccountId.eq(account))
            .order_by_desc(record::Column::Sequence)
            .limit(1)
            .into_tuple()
            .one(context.reader())
            .await?;
        last = account;
        people.push((AccountId(account), name.unwrap_or_default()));
    }
    people.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(people)
}

/// The organizations, other than itself, whose log says that they made this one (見本の会社).
pub(crate) async fn organizations_that_created(
    transaction: &Transaction,
    made: OrganizationId,
) -> Result<Vec<OrganizationId>> {
    // Their number is small; each is asked through the index of its own log.
    let mut makers = Vec::new();
    for chain in chain::Entity::find().order_by_asc(chain::Column::OrganizationId).all(transaction).await? {
        let created = record::Entity::find()
            .select_only()
            .column(record::Column::Sequence)
            .filter(record::Column::OrganizationId.eq(chain.organization_id))
            .filter(record::Column::Entity.eq(Entity::Organization.id()))
            .filter(record::Column::EntityId.eq(made.0))
            .limit(1)
            .into_tuple::<i64>()
            .one(transaction)
            .await?;
        if created.is_some() && chain.organization_id != made.0 {
            makers.push(OrganizationId(chain.organization_id));
        }
    }
    Ok(makers)
}
