//! Invitations by their id, inside a transaction.

use sea_orm::EntityTrait;

use super::{Invitation, row};
use crate::store::Transaction;
use crate::{Context, Error, InvitationId, Permission, Result, people};

/// The invitation, locked for a change by somebody who may give what it gives, and the organization's name.
pub(super) async fn find_for_change(
    transaction: &Transaction,
    context: &Context,
    id: InvitationId,
) -> Result<(String, Invitation)> {
    context.require(Permission::ManagePeople)?;
    let organization = people::lock(transaction, context.organization).await?;
    let row = row::Entity::find_by_id((context.organization.0, id.0)).one(transaction).await?;
    let invitation = Invitation::read(transaction, context, row.ok_or(Error::NotFound("招待"))?).await?;
    people::require_giving(context, invitation.role, invitation.department.as_ref().map(|department| department.id))?;
    Ok((organization, invitation))
}
