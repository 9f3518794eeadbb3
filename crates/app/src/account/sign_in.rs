//! Signing in with a password, and out.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::complete::{Method, complete};
use super::throttle::{Attempt, Subject};
use super::{Account, PasswordHash, Stage, email_key, password, record, row, session};
use crate::audit_log::Event;
use crate::{AccountId, Error, FieldProblem, Result, Secret, SecretHash, Visitor};

/// How far a sign-in came.
#[derive(Debug, Clone)]
pub struct SignIn {
    /// For the browser's cookie.
    pub session: Secret,
    /// Whether a second step is still asked.
    pub stage: Stage,
}

/// Signs a person in by mail address and password. Where the person has set up 2段階認証, the session opens
/// only the second step.
///
/// # Errors
/// [`Error::Invalid`] for a field that is empty; [`Error::Refused`] with the same sentence, after the same time, whether the address is unknown or the
/// password wrong; [`Error::TooManyAttempts`] after several failures, also alike.
pub async fn sign_in(visitor: &Visitor, email: &str, password: String) -> Result<SignIn> {
    let mut problems = Vec::new();
    if email.trim().is_empty() {
        problems.push(FieldProblem::new("email", "『メールアドレス』を入力してください。"));
    }
    if password.is_empty() {
        problems.push(FieldProblem::new("password", "『パスワード』を入力してください。"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid { problems });
    }
    let address = Subject::address(email);
    let shown = address.shown().to_owned();
    let attempt = Attempt::begin(visitor, std::iter::once(address).chain(Subject::network(visitor))).await?;
    let found = find(visitor.reader(), email).await?;
    let stored = found.as_ref().map(|account| PasswordHash(account.password_hash.clone()));
    let right = password::verify(password, stored).await?;
    let (Some(found), true) = (found, right) else {
        tracing::warn!(account = shown, network = visitor.network, "sign-in refused");
        return Err(refused());
    };
    visitor
        .transaction(async |transaction| {
            attempt.succeeded(transaction).await?;
            // The password may have been changed, or the account stopped, while it was compared.
            let account = find(transaction, email).await?;
            let account = account.filter(|account| account.password_hash == found.password_hash).ok_or_else(refused)?;
            let two_steps = account.totp_secret.is_some();
            let account = Account::from(account);
            let (stage, session) = if two_steps {
                let stage = Stage::SecondFactor;
                (stage, session::start(transaction, visitor, account.id, None, stage).await?)
            } else {
                (Stage::SignedIn, complete(transaction, visitor, &account, Method::Password).await?)
            };
            Ok(SignIn { session, stage })
        })
        .await
}

fn refused() -> Error {
    Error::Refused("メールアドレスかパスワードが違います。もう一度確かめて入力してください。".into())
}

/// The account of that address, unless it is stopped.
async fn find(connection: &impl ConnectionTrait, email: &str) -> Result<Option<row::account::Model>> {
    let found =
        row::account::Entity::find().filter(row::account::Column::EmailKey.eq(email_key(email))).one(connection);
    Ok(found.await?.filter(|account| !account.disabled))
}

/// Ends the session of that secret; nothing happens where there is none.
///
/// # Errors
/// [`Error::Database`].
pub async fn sign_out(visitor: &Visitor, session: &SecretHash) -> Result<()> {
    visitor
        .transaction(async |transaction| {
            let found = row::session::Entity::find_by_id(session.0.clone())
                .find_also_related(row::account::Entity)
                .one(transaction)
                .await?;
            let Some((ended, Some(account))) = found else { return Ok(()) };
            let deleted = row::session::Entity::delete_by_id(session.0.clone()).exec(transaction).await?;
            if deleted.rows_affected == 0 || Stage::from_id(&ended.stage)? != Stage::SignedIn {
                return Ok(());
            }
            record::happened(transaction, visitor, &Account::from(account), Event::SignedOut, "この端末でサインアウト")
                .await
        })
        .await
}

/// The account of somebody who is signed in, as it is now.
pub(super) async fn own(connection: &impl ConnectionTrait, account: AccountId) -> Result<row::account::Model> {
    let found = row::account::Entity::find_by_id(account.0).one(connection).await?;
    found.filter(|account| !account.disabled).ok_or(Error::SignedOut)
}
