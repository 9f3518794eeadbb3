//! A new link for an invitation: the old one was lost, or its time is over.

use sea_orm::{ActiveValue::Set, EntityTrait};

use super::find::find_for_change;
use super::{Invitation, Issued, LASTS, State, row};
use crate::audit_log::{self, Change, Entity, Event};
use crate::{Context, Error, InvitationId, Result, Secret};

/// Makes a new link, which works for [`LASTS`] from now; the old one stops working. Who renews stands for
/// the invitation from then on.
///
/// # Errors
/// [`Error::Forbidden`] unless the actor may give its role; [`Error::NotFound`]; [`Error::Refused`] where
/// it was accepted or taken back.
pub async fn renew(context: &Context, id: InvitationId) -> Result<Issued> {
    context
        .transaction(async |transaction| {
            let (organization, before) = find_for_change(transaction, context, id).await?;
            match before.state {
                State::Waiting | State::Expired => {}
                State::Accepted => {
                    return Err(Error::Refused(
                        "この招待は、もう受け入れられています。作り直す必要はありません。".into(),
                    ));
                }
                State::Revoked => {
                    return Err(Error::Refused(
                        "この招待は取り消されています。「人を招待する」から、あらためて招待してください。".into(),
                    ));
                }
            }
            let secret = Secret::new()?;
            let renewed = row::ActiveModel {
                organization_id: Set(context.organization.0),
                id: Set(id.0),
                secret_hash: Set(secret.hash().0),
                expires_at: Set(context.now().plus(LASTS).0),
                invited_by: Set(context.actor_name().to_owned()),
                invited_by_account_id: Set(context.account().map(|account| account.0)),
                ..Default::default()
            };
            let row = row::Entity::update(renewed).exec(transaction).await?;
            let invitation = Invitation::read(transaction, context, row).await?;
            let change = Change::new(Event::Changed, Entity::Invitation, id, invitation.email.clone());
            let change = change.before(&before.snapshot())?.after(&invitation.snapshot())?;
            audit_log::record(transaction, context, change).await?;
            Ok(Issued { invitation, organization, secret })
        })
        .await
}
