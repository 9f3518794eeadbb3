//! How a person's account is secured, on one page.

use super::sign_in::own;
use super::{Passkey, Session, Signed, passkeys, recovery_code, sessions};
use crate::{Result, Visitor};

/// What the person's account page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Whether 2段階認証 is in use.
    pub two_steps: bool,
    /// Unused recovery codes.
    pub recovery_codes_left: u64,
    /// Passkeys, oldest first.
    pub passkeys: Vec<Passkey>,
    /// Sessions, the last used first.
    pub sessions: Vec<Session>,
}

/// The person's own account.
///
/// # Errors
/// [`Error::SignedOut`](crate::Error::SignedOut) before the second step.
pub async fn overview(visitor: &Visitor, signed: &Signed) -> Result<Overview> {
    signed.require()?;
    let account = own(visitor.reader(), signed.account.id).await?;
    Ok(Overview {
        two_steps: account.totp_secret.is_some(),
        recovery_codes_left: recovery_code::left(visitor.reader(), signed.account.id).await?,
        passkeys: passkeys(visitor, signed).await?,
        sessions: sessions(visitor, signed).await?,
    })
}
