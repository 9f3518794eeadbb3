//! Taking an invitation back.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::find::find_for_change;
use super::{Invitation, State, row};
use crate::account::row::membership;
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{AccountId, Actor, Context, DepartmentId, Error, InvitationId, Result, Role, people};

/// Takes an invitation back: its link stops working.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may give its role; [`Error::NotFound`]; [`Error::Refused`] where
/// it was accepted or taken back already.
pub async fn revoke(context: &Context, id: InvitationId) -> Result<()> {
    context
        .transaction(async |transaction| {
            let (_, invitation) = find_for_change(transaction, context, id).await?;
            match invitation.state {
                State::Waiting | State::Expired => close(transaction, context, &invitation).await,
                State::Accepted => Err(Error::Refused(
                    "この招待は、もう受け入れられています。取り消すかわりに、「人と役割」でその人を組織から外してください。"
                        .into(),
                )),
                State::Revoked => Err(Error::Refused("この招待は、もう取り消されています。".into())),
            }
        })
        .await
}

/// Takes back the waiting invitations of somebody who has just lost the right to give what they give:
/// otherwise a person let go could still come in by a link made before.
pub(crate) async fn revoke_of_former(transaction: &Transaction, context: &Context, account: AccountId) -> Result<()> {
    let rows = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::InvitedByAccountId.eq(account.0))
        .filter(row::Column::AcceptedAt.is_null())
        .filter(row::Column::RevokedAt.is_null())
        .all(transaction)
        .await?;
    if rows.is_empty() {
        return Ok(());
    }
    let inviter = as_they_are_now(transaction, context, account).await?;
    for row in rows {
        let department = row.department_id.map(DepartmentId);
        let invitation = Invitation::read(transaction, context, row).await?;
        if !people::may_give(&inviter, invitation.role, department) {
            close(transaction, context, &invitation).await?;
        }
    }
    Ok(())
}

/// A context of that person with the roles that are left.
async fn as_they_are_now(transaction: &Transaction, context: &Context, account: AccountId) -> Result<Context> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganizationId.eq(context.organization.0))
        .filter(membership::Column::AccountId.eq(account.0))
        .all(transaction)
        .await?;
    let left = rows.iter().filter_map(|row| Some((Role::from_id(&row.role)?, row.department_id.map(DepartmentId))));
    let mut inviter = context.clone();
    inviter.actor = Actor::Person { account, name: String::new(), roles: left.collect(), read_only: false };
    Ok(inviter)
}

async fn close(transaction: &Transaction, context: &Context, invitation: &Invitation) -> Result<()> {
    let closed = row::ActiveModel {
        organization_id: Set(context.organization.0),
        id: Set(invitation.id.0),
        revoked_at: Set(Some(context.now().0)),
        ..Default::default()
    };
    row::Entity::update(closed).exec(transaction).await?;
    let change = Change::new(Event::Removed, Entity::Invitation, invitation.id, invitation.email.clone());
    audit_log::record(transaction, context, change.before(&invitation.snapshot())?).await?;
    Ok(())
}
