//! Asking the password again before a way of signing in is changed: an unlocked screen is not enough.

use super::sign_in::own;
use super::throttle::{Attempt, Subject};
use super::{PasswordHash, Signed, password, row};
use crate::store::Transaction;
use crate::{Error, Result, Visitor};

/// What an empty field is told.
pub(super) const MISSING: &str = "『今のパスワード』を入力してください。";

/// That the password was right. Its transaction begins with [`Confirmed::accept`].
#[must_use]
pub(crate) struct Confirmed {
    attempt: Attempt,
    password_hash: String,
}

/// Compares the password of a person who is signed in.
///
/// # Errors
/// [`Error::Invalid`] at `field` where it is wrong or empty; [`Error::TooManyAttempts`] after several failures;
/// [`Error::SignedOut`] before the second step.
pub(crate) async fn confirm(
    visitor: &Visitor,
    signed: &Signed,
    password: String,
    field: &'static str,
) -> Result<Confirmed> {
    signed.require()?;
    if password.is_empty() {
        // Nothing was tried: it does not count as an attempt.
        return Err(Error::invalid(field, MISSING));
    }
    let subjects = std::iter::once(Subject::confirmation(signed.account.id)).chain(Subject::network(visitor));
    let attempt = Attempt::begin(visitor, subjects).await?;
    let account = own(visitor.reader(), signed.account.id).await?;
    let password_hash = account.password_hash;
    if !password::verify(password, Some(PasswordHash(password_hash.clone()))).await? {
        tracing::warn!(account = %signed.account.id, network = visitor.network, "confirmation refused");
        return Err(Error::invalid(field, "『今のパスワード』が違います。もう一度入力してください。"));
    }
    Ok(Confirmed { attempt, password_hash })
}

impl Confirmed {
    /// Takes the confirmation into a transaction; answers the account as it is there.
    ///
    /// # Errors
    /// [`Error::SignedOut`] where the account was stopped or its password changed meanwhile.
    pub(crate) async fn accept(self, transaction: &Transaction, signed: &Signed) -> Result<row::account::Model> {
        self.attempt.succeeded(transaction).await?;
        let account = own(transaction, signed.account.id).await?;
        if account.password_hash == self.password_hash { Ok(account) } else { Err(Error::SignedOut) }
    }
}
