//! From a cookie to a context: who is it, for which organization, with which roles.

use std::time::Duration;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Account, Stage, row, session};
use crate::organization::{self, Organization};
use crate::{Actor, Context, DepartmentId, Error, Instant, OrganizationId, Result, Role, SecretHash, Visitor};

/// 最終利用 is written at most so often: a page view is no write.
const SEEN_EVERY: Duration = Duration::from_secs(5 * 60);

/// An organization that a person belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Which organization.
    pub organization: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// The person's roles there.
    pub roles: Vec<(Role, Option<DepartmentId>)>,
}

/// A person with a session.
#[derive(Debug, Clone)]
pub struct Signed {
    /// Who.
    pub account: Account,
    /// How far the sign-in has come: anything but [`Stage::SignedIn`] opens only the second step.
    pub stage: Stage,
    /// The session's key.
    pub session: SecretHash,
    /// Where the person belongs, in the order of joining.
    pub memberships: Vec<Membership>,
    /// The organization being looked at, with the context for its use cases; `None` where the person
    /// belongs to none any more or has not finished signing in.
    pub current: Option<(Organization, Context)>,
}

impl Signed {
    /// Asks that the sign-in is finished.
    pub(super) fn require(&self) -> Result<()> {
        if self.stage == Stage::SignedIn { Ok(()) } else { Err(Error::SignedOut) }
    }
}

/// Finds who holds the session.
///
/// # Errors
/// [`Error::SignedOut`] where there is no such session, it has ended, or the account is stopped.
pub async fn resume(visitor: &Visitor, secret: &SecretHash) -> Result<Signed> {
    let (row, account) = row::session::Entity::find_by_id(secret.0.clone())
        .find_also_related(row::account::Entity)
        .one(visitor.reader())
        .await?
        .and_then(|(session, account)| Some((session, account?)))
        .ok_or(Error::SignedOut)?;
    let now = visitor.now();
    let idle_until = Instant(row.seen_at).plus(session::IDLE);
    if account.disabled || now.0 >= row.expires_at || now >= idle_until {
        return Err(Error::SignedOut);
    }
    let stage = Stage::from_id(&row.stage)?;
    let account = Account::from(account);
    if now >= Instant(row.seen_at).plus(SEEN_EVERY) && stage == Stage::SignedIn {
        touch(visitor, secret, now).await?;
    }
    let mut signed = Signed { account, stage, session: secret.clone(), memberships: Vec::new(), current: None };
    if stage != Stage::SignedIn {
        return Ok(signed);
    }
    let mut organizations = belongings(visitor, &mut signed).await?;
    let wanted = row.organization_id.map(OrganizationId);
    let index = signed.memberships.iter().position(|membership| Some(membership.organization) == wanted).unwrap_or(0);
    if index < organizations.len() {
        let organization = organizations.swap_remove(index);
        let actor = Actor::Person {
            account: signed.account.id,
            name: signed.account.name.clone(),
            roles: signed.memberships[index].roles.clone(),
            read_only: false,
        };
        let context = Context::new(visitor, actor, organization.id);
        signed.current = Some((organization, context));
    }
    Ok(signed)
}

/// Fills the memberships; answers their organizations in the same order.
async fn belongings(visitor: &Visitor, signed: &mut Signed) -> Result<Vec<Organization>> {
    let rows = row::membership::Entity::find()
        .filter(row::membership::Column::AccountId.eq(signed.account.id.0))
        .order_by_asc(row::membership::Column::CreatedAt)
        .order_by_asc(row::membership::Column::Id)
        .find_also_related(organization::row::organization::Entity)
        .all(visitor.reader())
        .await?;
    let mut organizations = Vec::new();
    for (row, organization) in rows {
        let (Some(organization), Some(role)) = (organization, Role::from_id(&row.role)) else { continue };
        let id = OrganizationId(row.organization_id);
        let role = (role, row.department_id.map(DepartmentId));
        match signed.memberships.iter_mut().find(|membership| membership.organization == id) {
            Some(known) => known.roles.push(role),
            None => {
                signed.memberships.push(Membership {
                    organization: id,
                    organization_name: organization.name.clone(),
                    roles: vec![role],
                });
                organizations.push(Organization::try_from(organization)?);
            }
        }
    }
    Ok(organizations)
}

async fn touch(visitor: &Visitor, secret: &SecretHash, now: Instant) -> Result<()> {
    visitor
        .transaction(async |transaction| {
            let seen =
                row::session::ActiveModel { id_hash: Set(secret.0.clone()), seen_at: Set(now.0), ..Default::default() };
            row::session::Entity::update_many()
                .set(seen)
                .filter(row::session::Column::IdHash.eq(secret.0.clone()))
                .exec(transaction)
                .await?;
            Ok(())
        })
        .await
}
