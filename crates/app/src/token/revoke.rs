//! Withdrawing a token.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{Token, row};
use crate::account::row::account;
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{AccountId, Context, Error, Permission, Result, TokenId};

/// Withdraws a token: from the next request on it opens nothing. One's own; with
/// [`Permission::ManagePeople`] anybody's. Nothing happens where it is withdrawn already.
///
/// # Errors
/// [`Error::Forbidden`]; [`Error::NotFound`], also for others' tokens.
pub async fn revoke(context: &Context, id: TokenId) -> Result<()> {
    let all = context.allows(Permission::ManagePeople);
    if !all && !context.allows(Permission::UseApi) {
        return Err(Error::Forbidden);
    }
    context
        .transaction(async |transaction| {
            let found =
                row::Entity::find_by_id((context.organization.0, id.0)).lock_exclusive().one(transaction).await?;
            let found = found.filter(|row| all || context.account().is_some_and(|own| own.0 == row.account_id));
            let found = found.ok_or(Error::NotFound("APIトークン"))?;
            if found.revoked_at.is_some() {
                return Ok(());
            }
            withdraw(transaction, context, found).await
        })
        .await
}

/// Withdraws the tokens of somebody who has just left the organization: they would open it again if the person
/// came back.
pub(crate) async fn revoke_of_former(transaction: &Transaction, context: &Context, account: AccountId) -> Result<()> {
    let rows = row::Entity::find()
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::AccountId.eq(account.0))
        .filter(row::Column::RevokedAt.is_null())
        .order_by_asc(row::Column::Id)
        .lock_exclusive()
        .all(transaction)
        .await?;
    for row in rows {
        withdraw(transaction, context, row).await?;
    }
    Ok(())
}

async fn withdraw(transaction: &Transaction, context: &Context, found: row::Model) -> Result<()> {
    let owner = account::Entity::find_by_id(found.account_id).one(transaction).await?;
    let version = found.version;
    let before = Token::of(found, owner.map(|owner| owner.name).unwrap_or_default())?;
    let after = Token { revoked_at: Some(context.now()), ..before.clone() };
    let revoked = row::ActiveModel {
        revoked_at: Set(after.revoked_at.map(|at| at.0)),
        version: Set(version + 1),
        ..Default::default()
    };
    row::Entity::update_many()
        .set(revoked)
        .filter(row::Column::OrganizationId.eq(context.organization.0))
        .filter(row::Column::Id.eq(before.id.0))
        .exec(transaction)
        .await?;
    let change = Change::new(Event::Removed, Entity::Token, before.id, before.name.clone());
    audit_log::record(transaction, context, change.before(&before.snapshot())?.after(&after.snapshot())?).await?;
    Ok(())
}
