//! The second step of a sign-in, with a code.

use sea_orm::EntityTrait;

use super::complete::{Method, complete};
use super::passkey::rows_of;
use super::throttle::{Attempt, Subject};
use super::{Account, SignIn, Stage, recovery_code, row, totp};
use crate::store::Transaction;
use crate::{Error, Result, SecretHash, Visitor};

/// A second step that was passed.
#[derive(Debug, Clone)]
pub struct SecondStep {
    /// The session that takes the place of the one before.
    pub sign_in: SignIn,
    /// Where a recovery code was used: how many are left.
    pub recovery_codes_left: Option<u64>,
}

/// A sign-in that waits for its second step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// 氏名 of the person whose password was right.
    pub name: String,
    /// Whether one of their passkeys can be the second step.
    pub has_passkey: bool,
}

/// What a session waits for.
///
/// # Errors
/// [`Error::SignedOut`] where the session does not wait for a second step (any more).
pub async fn awaited(visitor: &Visitor, session: &SecretHash) -> Result<Waiting> {
    let (account, _) = waiting(visitor.reader(), visitor, session).await?;
    let has_passkey = !rows_of(visitor.reader(), account.id).await?.is_empty();
    Ok(Waiting { name: account.name, has_passkey })
}

/// Finishes a sign-in with the six digits of the authenticator app, or with a recovery code.
///
/// # Errors
/// [`Error::Invalid`] at `code` where it is wrong, too old or was used before; [`Error::TooManyAttempts`];
/// [`Error::SignedOut`] where the session does not wait for a second step any more: sign in from the start.
pub async fn second_step(visitor: &Visitor, session: &SecretHash, code: &str) -> Result<SecondStep> {
    let code = totp::typed(code);
    if code.is_empty() {
        return Err(Error::invalid("code", "『コード』を入力してください。"));
    }
    let (waiting, _) = waiting(visitor.reader(), visitor, session).await?;
    let subjects = std::iter::once(Subject::code(waiting.id)).chain(Subject::network(visitor));
    let attempt = Attempt::begin(visitor, subjects).await?;
    let now = visitor.now();
    visitor
        .transaction(async |transaction| {
            attempt.succeeded(transaction).await?;
            let (account, found) = self::waiting(transaction, visitor, session).await?;
            let digits = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
            let right = if digits {
                totp::use_code(transaction, &found, &code, now).await?
            } else {
                recovery_code::use_code(transaction, account.id, &code, now).await?
            };
            if !right {
                tracing::warn!(account = %account.id, network = visitor.network, "second step refused");
                return Err(Error::invalid("code", problem(&code)));
            }
            let method = if digits { Method::Code } else { Method::RecoveryCode };
            let sign_in = replace(transaction, visitor, &account, session, method).await?;
            let recovery_codes_left =
                if digits { None } else { Some(recovery_code::left(transaction, account.id).await?) };
            Ok(SecondStep { sign_in, recovery_codes_left })
        })
        .await
}

/// What is wrong with a code: digits are the app's.
fn problem(code: &str) -> &'static str {
    if code.bytes().all(|byte| byte.is_ascii_digit()) {
        "『コード』が違うか、期限が切れています。アプリに今出ている6桁の数字を入力してください。"
    } else {
        "『回復コード』が違うか、もう使ったものです。まだ使っていない回復コードを入力してください。"
    }
}

/// Puts a session of somebody who is signed in into the place of one that waited for its second step.
pub(super) async fn replace(
    transaction: &Transaction,
    visitor: &Visitor,
    account: &Account,
    session: &SecretHash,
    method: Method,
) -> Result<SignIn> {
    let deleted = row::session::Entity::delete_by_id(session.0.clone()).exec(transaction).await?;
    if deleted.rows_affected == 0 {
        return Err(Error::SignedOut);
    }
    Ok(SignIn { session: complete(transaction, visitor, account, method).await?, stage: Stage::SignedIn })
}

/// The account whose session waits for its second step.
pub(super) async fn waiting(
    connection: &impl sea_orm::ConnectionTrait,
    visitor: &Visitor,
    session: &SecretHash,
) -> Result<(Account, row::account::Model)> {
    let found = row::session::Entity::find_by_id(session.0.clone())
        .find_also_related(row::account::Entity)
        .one(connection)
        .await?;
    let Some((session, Some(account))) = found else { return Err(Error::SignedOut) };
    let waits = Stage::from_id(&session.stage)? == Stage::SecondFactor && visitor.now().0 < session.expires_at;
    if account.disabled || !waits {
        return Err(Error::SignedOut);
    }
    Ok((Account::from(account.clone()), account))
}
