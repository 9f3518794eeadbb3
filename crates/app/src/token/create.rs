//! A new token.

use std::time::Duration;

use sea_orm::{ActiveValue::Set, EntityTrait};

use super::{PREFIX, Token, TokenScope, owner, row};
use crate::account::{Signed, confirm};
use crate::audit_log::{self, Change, Entity, Event};
use crate::store::Transaction;
use crate::{AccountId, Actor, Channel, Context, Error, FieldProblem, Permission, Result, Secret, TokenId, Visitor};

/// How long a token works unless said otherwise, in days …
pub const USUAL_DAYS: u32 = 90;
/// … and at most.
pub const LONGEST_DAYS: u32 = 366;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct NewToken {
    /// Whose it is: oneself; the operator at the machine names anybody of the organization.
    pub account: AccountId,
    /// What it is for.
    pub name: String,
    /// How much it may do.
    pub scope: TokenScope,
    /// For how many days it works.
    pub days: u32,
}

/// Makes a token. Its secret is in the answer and nowhere else.
///
/// # Errors
/// [`Error::Forbidden`] without [`Permission::UseApi`], or for somebody else; [`Error::Invalid`] for
/// `name` or `days`; [`Error::Refused`] from the API itself: whoever finds a token must not make more of them.
pub async fn create(context: &Context, wanted: NewToken) -> Result<(Token, Secret)> {
    let name = checked(context, &wanted)?;
    context.transaction(async |transaction| write(transaction, context, &wanted, &name).await).await
}

/// The same for a person at a screen, who gives the password again: an unlocked screen is not enough for
/// something that opens the organization for months.
///
/// # Errors
/// As [`create`]; [`Error::Invalid`] at `password` where it is wrong; [`Error::TooManyAttempts`].
pub async fn create_signed(
    visitor: &Visitor,
    signed: &Signed,
    context: &Context,
    password: String,
    wanted: NewToken,
) -> Result<(Token, Secret)> {
    let name = checked(context, &wanted)?;
    let confirmed = confirm(visitor, signed, password, "password").await?;
    context
        .transaction(async |transaction| {
            confirmed.accept(transaction, signed).await?;
            write(transaction, context, &wanted, &name).await
        })
        .await
}

/// The name as it is kept, where the actor may have such a token.
fn checked(context: &Context, wanted: &NewToken) -> Result<String> {
    if !context.allows(Permission::UseApi) || !is_for_oneself(context, wanted.account) {
        return Err(Error::Forbidden);
    }
    if context.channel == Channel::Api {
        return Err(Error::Refused(
            "トークンを使って新しいトークンは作れません。サインインした画面か、sonae token create で作ってください。"
                .into(),
        ));
    }
    usable(wanted)
}

async fn write(transaction: &Transaction, context: &Context, wanted: &NewToken, name: &str) -> Result<(Token, Secret)> {
    let secret = Secret::received(format!("{PREFIX}{}", Secret::new()?.reveal()));
    let owner = owner::find(transaction, context.organization, wanted.account).await?;
    let owner = owner.ok_or(Error::NotFound("人"))?;
    owner.require_api()?;
    let now = context.now();
    let token = Token {
        id: TokenId::new(),
        account: owner.account,
        owner: owner.name,
        name: name.to_owned(),
        scope: wanted.scope,
        created_at: now,
        expires_at: now.plus(Duration::from_secs(u64::from(wanted.days) * 24 * 60 * 60)),
        used_at: None,
        revoked_at: None,
    };
    row::Entity::insert(active(context, &token, &secret)).exec_without_returning(transaction).await?;
    let change = Change::new(Event::Created, Entity::Token, token.id, token.name.clone());
    audit_log::record(transaction, context, change.after(&token.snapshot())?).await?;
    Ok((token, secret))
}

fn is_for_oneself(context: &Context, account: AccountId) -> bool {
    matches!(context.actor, Actor::Operator) || context.account() == Some(account)
}

fn usable(wanted: &NewToken) -> Result<String> {
    let name = wanted.name.trim();
    let mut problems = Vec::new();
    if name.is_empty() || name.chars().count() > 100 || name.contains(char::is_control) {
        problems.push(FieldProblem::new("name", "『名前』に、何に使うトークンかを1〜100文字で入力してください。"));
    }
    if !(1..=LONGEST_DAYS).contains(&wanted.days) {
        problems.push(FieldProblem::new("days", format!("『使える日数』は、1〜{LONGEST_DAYS}日にしてください。")));
    }
    if problems.is_empty() { Ok(name.to_owned()) } else { Err(Error::Invalid { problems }) }
}

fn active(context: &Context, token: &Token, secret: &Secret) -> row::ActiveModel {
    row::ActiveModel {
        organization_id: Set(context.organization.0),
        id: Set(token.id.0),
        account_id: Set(token.account.0),
        name: Set(token.name.clone()),
        scope: Set(token.scope.id().to_owned()),
        secret_hash: Set(secret.hash().0),
        created_at: Set(token.created_at.0),
        expires_at: Set(token.expires_at.0),
        used_at: Set(None),
        revoked_at: Set(None),
        version: Set(1),
    }
}
