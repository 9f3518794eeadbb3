//! Looking at another of one's own organizations.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::rule::belongs;
use crate::account::row::session;
use crate::account::{Signed, Stage, actor};
use crate::audit_log::{self, Change, Entity, Event};
use crate::{Context, Error, OrganizationId, Result, Visitor};

/// Lets the session look at `organization` from now on. The other organization's log says that the person
/// came in.
///
/// # Errors
/// [`Error::SignedOut`] before the second step; [`Error::NotFound`] where the person does not belong
/// there, whether it exists or not.
pub async fn switch_organization(visitor: &Visitor, signed: &Signed, organization: OrganizationId) -> Result<()> {
    if signed.stage != Stage::SignedIn {
        return Err(Error::SignedOut);
    }
    visitor
        .transaction(async |transaction| {
            if !belongs(transaction, organization, signed.account.id).await? {
                return Err(Error::NotFound("組織"));
            }
            let wanted = session::ActiveModel { organization_id: Set(Some(organization.0)), ..Default::default() };
            let updated = session::Entity::update_many()
                .set(wanted)
                .filter(session::Column::IdHash.eq(signed.session.0.clone()))
                .filter(session::Column::AccountId.eq(signed.account.id.0))
                .exec(transaction)
                .await?;
            if updated.rows_affected == 0 {
                return Err(Error::SignedOut);
            }
            let context = Context::new(visitor, actor(&signed.account), organization);
            let label = format!("{}（組織の切り替え）", signed.account.name);
            let change = Change::new(Event::SignedIn, Entity::Account, signed.account.id, label);
            audit_log::record(transaction, &context, change).await?;
            Ok(())
        })
        .await
}
