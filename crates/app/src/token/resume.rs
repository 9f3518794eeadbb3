//! From a bearer token to a context.

use std::time::Duration;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use super::{Token, TokenScope, owner, row};
use crate::{Actor, Context, Error, OrganizationId, Result, Secret, Visitor};

/// 最終利用 is written at most so often: a request is no write.
const USED_EVERY: Duration = Duration::from_secs(5 * 60);

/// Finds for whom the token acts: its owner, in its organization, with the roles of this moment, reading
/// only where its scope says so.
///
/// # Errors
/// [`Error::SignedOut`] where there is no such token, it has expired or was withdrawn, or its owner is
/// stopped or gone; [`Error::Forbidden`] where the owner's roles do not open the API any more.
pub async fn resume(visitor: &Visitor, secret: &Secret) -> Result<Context> {
    let found = row::Entity::find()
        .filter(row::Column::SecretHash.eq(secret.hash().0))
        .one(visitor.reader())
        .await?
        .ok_or(Error::SignedOut)?;
    let organization = OrganizationId(found.organization_id);
    let token = Token::of(found, String::new())?;
    let now = visitor.now();
    if !token.is_usable(now) {
        return Err(Error::SignedOut);
    }
    let owner = owner::find(visitor.reader(), organization, token.account).await?.ok_or(Error::SignedOut)?;
    owner.require_api()?;
    if token.used_at.is_none_or(|used| now >= used.plus(USED_EVERY)) {
        touch(visitor, organization, &token).await?;
    }
    let actor = Actor::Person {
        account: owner.account,
        name: owner.name,
        roles: owner.roles,
        read_only: token.scope == TokenScope::Read,
    };
    Ok(Context::new(visitor, actor, organization))
}

async fn touch(visitor: &Visitor, organization: OrganizationId, token: &Token) -> Result<()> {
    visitor
        .transaction(async |transaction| {
            let used = row::ActiveModel { used_at: Set(Some(visitor.now().0)), ..Default::default() };
            row::Entity::update_many()
                .set(used)
                .filter(row::Column::OrganizationId.eq(organization.0))
                .filter(row::Column::Id.eq(token.id.0))
                .exec(transaction)
                .await?;
            Ok(())
        })
        .await
}
