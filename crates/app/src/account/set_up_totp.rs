//! Setting up 2段階認証 with an authenticator app, and turning it off.

use super::ceremony::{self, Kind};
use super::confirm::confirm;
use super::recovery_code::{self, RecoveryCodes};
use super::sign_in::own;
use super::totp::{self, TotpSecret};
use super::{Signed, record};
use crate::audit_log::Event;
use crate::{Error, Result, Visitor};

/// What a person brings into their app, by camera or by hand. Its `Debug` is silent.
#[derive(Clone, PartialEq, Eq)]
pub struct TotpSetUp {
    /// For a QR code: `otpauth://totp/…`.
    pub url: String,
    /// The key as text, in groups of four letters.
    pub key: String,
}

impl std::fmt::Debug for TotpSetUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSetUp(…)")
    }
}

impl TotpSetUp {
    fn new(secret: &TotpSecret, signed: &Signed) -> Result<Self> {
        Ok(Self { url: secret.url(&signed.account.email)?, key: secret.key()? })
    }
}

/// Begins: makes a secret, which counts once [`confirm_totp`] has seen a code from it. An earlier beginning is
/// given up; an app that is in use stays in use until then.
///
/// # Errors
/// [`Error::Invalid`] at `password` where it is wrong; [`Error::TooManyAttempts`]; [`Error::SignedOut`] before the
/// second step.
pub async fn begin_totp(visitor: &Visitor, signed: &Signed, password: String) -> Result<TotpSetUp> {
    let confirmed = confirm(visitor, signed, password, "password").await?;
    let secret = TotpSecret::new()?;
    visitor
        .transaction(async |transaction| {
            let account = signed.account.id;
            confirmed.accept(transaction, signed).await?;
            ceremony::abandon(transaction, account, Some(Kind::TotpSetUp)).await?;
            ceremony::begin(transaction, visitor.now(), Kind::TotpSetUp, Some(account), &secret).await?;
            Ok(())
        })
        .await?;
    TotpSetUp::new(&secret, signed)
}

/// What was begun within the last hour, to be shown again.
///
/// # Errors
/// [`Error::SignedOut`] before the second step.
pub async fn pending_totp(visitor: &Visitor, signed: &Signed) -> Result<Option<TotpSetUp>> {
    signed.require()?;
    let secret = ceremony::pending(visitor.reader(), visitor.now(), Kind::TotpSetUp, signed.account.id).await?;
    secret.map(|secret: TotpSecret| TotpSetUp::new(&secret, signed)).transpose()
}

/// Turns 2段階認証 on with the app that was begun, where `code` comes from it. Answers a new set of recovery codes,
/// to be shown once.
///
/// # Errors
/// [`Error::Invalid`] at `code` where it is wrong; [`Error::Refused`] where nothing was begun within the last hour;
/// [`Error::SignedOut`] before the second step.
pub async fn confirm_totp(visitor: &Visitor, signed: &Signed, code: &str) -> Result<RecoveryCodes> {
    signed.require()?;
    let (now, account) = (visitor.now(), signed.account.id);
    visitor
        .transaction(async |transaction| {
            let before = own(transaction, account).await?;
            let secret = ceremony::pending(transaction, now, Kind::TotpSetUp, account).await?;
            let secret: TotpSecret = secret.ok_or_else(|| {
                Error::Refused("設定を始めてから時間がたちました。もう一度、最初から設定してください。".into())
            })?;
            let step = secret.step_of(&totp::typed(code), now)?.ok_or_else(|| {
                Error::invalid(
                    "code",
                    "『確認コード』が違います。アプリに今出ている6桁の数字を入力してください。何度も合わないときは、スマートフォンとこの端末の時刻を確かめてください。",
                )
            })?;
            ceremony::abandon(transaction, account, Some(Kind::TotpSetUp)).await?;
            totp::store(transaction, account, Some(&secret), Some(step)).await?;
            let codes = recovery_code::replace(transaction, account, now).await?;
            let what = if before.totp_secret.is_some() { "認証アプリを変更" } else { "2段階認証を開始" };
            record::happened(transaction, visitor, &signed.account, Event::CredentialsChanged, what).await?;
            Ok(codes)
        })
        .await
}

/// Turns 2段階認証 off; the recovery codes go with it.
///
/// # Errors
/// [`Error::Invalid`] at `password` where it is wrong; [`Error::TooManyAttempts`]; [`Error::SignedOut`] before the
/// second step.
pub async fn turn_off_totp(visitor: &Visitor, signed: &Signed, password: String) -> Result<()> {
    let confirmed = confirm(visitor, signed, password, "password").await?;
    visitor
        .transaction(async |transaction| {
            let account = confirmed.accept(transaction, signed).await?;
            if account.totp_secret.is_none() {
                return Ok(());
            }
            totp::store(transaction, signed.account.id, None, None).await?;
            recovery_code::remove(transaction, signed.account.id).await?;
            let what = "2段階認証を終了";
            record::happened(transaction, visitor, &signed.account, Event::CredentialsChanged, what).await
        })
        .await
}
