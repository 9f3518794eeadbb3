//! 認証アプリ: six digits that change every 30 seconds (RFC 6238, SHA-1, as every app understands it).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use totp_rs::{Algorithm, Builder, Totp};

use super::row;
use crate::store::Transaction;
use crate::{AccountId, Error, Instant, Result};

/// Length of a secret in bytes, as RFC 4226 recommends.
const LENGTH: usize = 20;
/// The name under which apps list the account.
const ISSUER: &str = "Sonae";

/// What the app and we share. Not `Display`, and its `Debug` is silent: it must not reach a log.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct TotpSecret(String);

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

impl TotpSecret {
    /// A new one from the operating system's randomness.
    pub(super) fn new() -> Result<Self> {
        let mut bytes = [0u8; LENGTH];
        getrandom::fill(&mut bytes).map_err(|error| Error::internal(format!("no randomness: {error}")))?;
        Ok(Self(STANDARD.encode(bytes)))
    }

    /// As it was stored.
    pub(super) fn stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it is stored.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }

    fn bytes(&self) -> Result<[u8; LENGTH]> {
        let bytes = STANDARD.decode(&self.0).ok().and_then(|bytes| bytes.try_into().ok());
        bytes.ok_or_else(|| Error::internal("a TOTP secret in the database cannot be read"))
    }

    /// For typing into an app: base32 in groups of four.
    pub(super) fn key(&self) -> Result<String> {
        let key = base32(&self.bytes()?);
        let groups: Vec<&str> = (0..key.len()).step_by(4).filter_map(|at| key.get(at..at + 4)).collect();
        Ok(groups.join(" "))
    }

    /// For a QR code.
    pub(super) fn url(&self, email: &str) -> Result<String> {
        let secret = base32(&self.bytes()?);
        let email: String = url::form_urlencoded::byte_serialize(email.as_bytes()).collect();
        Ok(format!("otpauth://totp/{ISSUER}:{email}?secret={secret}&issuer={ISSUER}&algorithm=SHA1&digits=6&period=30"))
    }

    /// The 30-second step that `code` belongs to, if it is the present one or one beside it.
    pub(super) fn step_of(&self, code: &str, now: Instant) -> Result<Option<i64>> {
        let seconds = u64::try_from(now.0 / 1000).unwrap_or_default();
        let step = self.generator()?.check(code, seconds);
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }

    fn generator(&self) -> Result<Totp> {
        let builder = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(6).with_skew(1).with_step_duration(30);
        builder.with_secret(self.bytes()?).build().map_err(|error| Error::internal(error.to_string()))
    }
}

/// Uses a code of the account's app, once: answers whether it was right and newer than the last one used.
pub(super) async fn use_code(
    transaction: &Transaction,
    account: &row::account::Model,
    code: &str,
    now: Instant,
) -> Result<bool> {
    let Some(secret) = &account.totp_secret else { return Ok(false) };
    let Some(step) = TotpSecret::stored(secret).step_of(code, now)? else { return Ok(false) };
    let unused =
        Condition::any().add(row::account::Column::TotpStep.is_null()).add(row::account::Column::TotpStep.lt(step));
    let used = row::account::Entity::update_many()
        .set(row::account::ActiveModel { totp_step: Set(Some(step)), ..Default::default() })
        .filter(row::account::Column::Id.eq(account.id))
        .filter(row::account::Column::TotpSecret.eq(secret))
        .filter(unused)
        .exec(transaction)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Stores the secret of an account's app, or takes it away.
pub(super) async fn store(
    transaction: &Transaction,
    account: AccountId,
    secret: Option<&TotpSecret>,
    step: Option<i64>,
) -> Result<()> {
    let changed = row::account::ActiveModel {
        id: Set(account.0),
        totp_secret: Set(secret.map(|secret| secret.reveal().to_owned())),
        totp_step: Set(step),
        ..Default::default()
    };
    row::account::Entity::update(changed).exec(transaction).await?;
    Ok(())
}

/// What a person types as a code: full-width digits and spaces are no mistake.
pub(super) fn typed(code: &str) -> String {
    japanese::matching_key(code).replace('-', "")
}

/// RFC 4648 without padding.
fn base32(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut text, mut held, mut bits) = (String::new(), 0u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(held >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(ALPHABET[(held << (5 - bits) & 31) as usize]));
    }
    text
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::{TotpSecret, base32, typed};
    use crate::Instant;

    #[test]
    fn base32_is_that_of_rfc_4648() {
        let pairs = [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("fooba", "MZXW6YTB")];
        for (bytes, text) in pairs {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn codes_are_those_of_rfc_6238() -> crate::Result<()> {
        // Appendix B, SHA-1, the last six of its eight digits.
        let secret = TotpSecret::stored(&STANDARD.encode(b"12345678901234567890"));
        assert_eq!(secret.step_of("287082", Instant(59_000))?, Some(1));
        assert_eq!(secret.step_of("081804", Instant(1_111_111_109_000))?, Some(37_037_036));
        assert_eq!(secret.step_of("081804", Instant(1_111_111_139_000))?, Some(37_037_036), "one step late");
        assert_eq!(secret.step_of("081804", Instant(1_111_111_169_000))?, None, "two steps late");
        assert_eq!(secret.key()?, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(format!("{secret:?}"), "TotpSecret(…)");
        Ok(())
    }

    #[test]
    fn codes_are_typed_in_many_ways() {
        assert_eq!(typed(" １２３ ４５６ "), "123456");
        assert_eq!(typed("123-456"), "123456");
    }
}
