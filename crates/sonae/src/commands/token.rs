//! `sonae token …`: tokens for the JSON API.

use app::account::administer;
use app::token::{NewToken, Token, TokenScope, create, list, revoke};
use app::{Context, Instant, TokenId};
use jiff::tz::{Offset, TimeZone};

use crate::arguments::{OrganizationOptions, PlaceOptions, ScopeOption, TokenCommand, TokenCreateOptions};
use crate::failure::Failure;
use crate::installation::{Installation, operator, operator_of};
use crate::output::say::say;
use crate::output::say::tell;
use crate::runtime;

/// Runs the command.
///
/// # Errors
/// [`Failure::Input`] for an address without an account, or a token that is not there.
pub fn run(place: &PlaceOptions, command: &TokenCommand) -> Result<(), Failure> {
    let installation = Installation::find(place)?;
    runtime::run(async {
        let store = installation.open().await?;
        let visitor = operator(&store);
        match command {
            TokenCommand::Create(options) => {
                let owner = administer::find(&visitor, &options.email).await?;
                let own = owner.memberships.into_iter().map(|own| (own.organization, own.organization_name));
                let context = operator_of(&visitor, &own.collect::<Vec<_>>(), &options.organization)?;
                make(&context, owner.account.id, options).await?;
            }
            TokenCommand::List(options) => show(&context(&visitor, options).await?).await?,
            TokenCommand::Revoke(options) => {
                let id: TokenId = options
                    .id
                    .parse()
                    .map_err(|_| Failure::Input(format!("「{}」はトークンの番号ではありません。", options.id)))?;
                revoke(&context(&visitor, &options.organization).await?, id).await?;
                tell!("トークンを使えなくしました。");
            }
        }
        store.close().await;
        Ok(())
    })
}

async fn context(visitor: &app::Visitor, options: &OrganizationOptions) -> Result<Context, Failure> {
    let all = app::organization::all(visitor).await?;
    let all: Vec<_> = all.into_iter().map(|organization| (organization.id, organization.name)).collect();
    operator_of(visitor, &all, options)
}

async fn make(context: &Context, account: app::AccountId, options: &TokenCreateOptions) -> Result<(), Failure> {
    let scope = match options.scope {
        ScopeOption::Read => TokenScope::Read,
        ScopeOption::Write => TokenScope::Write,
    };
    let wanted = NewToken { account, name: options.name.clone(), scope, days: options.days };
    let (token, secret) = create(context, wanted).await?;
    say!("{}", secret.reveal());
    tell!(
        "{}さんのトークン「{}」を作りました（{}、{}まで）。上の1行がトークンです。もう表示できないので、安全な場所に控えてください。",
        token.owner,
        token.name,
        token.scope.title(),
        day(token.expires_at)
    );
    Ok(())
}

async fn show(context: &Context) -> Result<(), Failure> {
    let tokens = list(context).await?;
    if tokens.is_empty() {
        tell!("トークンはありません。");
    }
    for token in tokens {
        say!(
            "{}\t{}\t{}\t{}\t{}まで\t{}\t{}",
            token.id,
            token.owner,
            token.name,
            token.scope.title(),
            day(token.expires_at),
            token.used_at.map_or_else(|| "未使用".to_owned(), |used| format!("最終利用 {}", day(used))),
            state(&token, context.now())
        );
    }
    Ok(())
}

fn state(token: &Token, now: Instant) -> &'static str {
    match token.revoked_at {
        Some(_) => "取り消し済み",
        None if token.is_usable(now) => "有効",
        None => "期限切れ",
    }
}

fn day(at: Instant) -> String {
    // In Japan, wherever the server stands.
    at.timestamp().to_zoned(TimeZone::fixed(Offset::constant(9))).date().to_string()
}
