//! What passkeys belong to: the address at which people open Sonae.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;
use webauthn_rs::prelude::{Webauthn, WebauthnBuilder, WebauthnError};

use crate::{Error, Result, Secret};

/// The name that people see when they make a passkey.
const NAME: &str = "Sonae";

/// The address for which passkeys are made, and at which alone they work.
#[derive(Debug, Clone)]
pub struct RelyingParty {
    webauthn: Webauthn,
    origin: Url,
}

impl RelyingParty {
    /// The relying party at the address that people open. `None` where browsers give no passkeys: at a bare IP
    /// address, and without TLS at any name but `localhost`.
    pub fn at(address: &Url) -> Option<Self> {
        let domain = address.domain()?;
        let local = domain == "localhost" || domain.ends_with(".localhost");
        if address.scheme() != "https" && !(address.scheme() == "http" && local) {
            return None;
        }
        let origin = Url::parse(&address.origin().ascii_serialization()).ok()?;
        let builder = WebauthnBuilder::new(domain, &origin).ok()?.rp_name(NAME);
        Some(Self { webauthn: builder.build().ok()?, origin })
    }

    /// The origin at which passkeys work: `https://sonae.example.jp/`.
    pub fn origin(&self) -> &Url {
        &self.origin
    }

    pub(super) fn webauthn(&self) -> &Webauthn {
        &self.webauthn
    }
}

/// What a browser needs to make or use a passkey.
#[derive(Debug, Clone)]
pub struct Challenge {
    /// Comes back with the answer.
    pub ceremony: Secret,
    /// `publicKey` of `navigator.credentials.create` or `.get`, with bytes as base64url.
    pub options: Value,
}

impl Challenge {
    pub(super) fn new(ceremony: Secret, response: &impl Serialize) -> Result<Self> {
        let mut response = serde_json::to_value(response)?;
        Ok(Self { ceremony, options: response["publicKey"].take() })
    }
}

/// A browser's answer.
pub(super) fn answer<T: DeserializeOwned>(answer: Value) -> Result<T> {
    serde_json::from_value(answer).map_err(|error| {
        tracing::info!(%error, "a browser's passkey answer cannot be read");
        Error::Refused(
            "ブラウザーからのパスキーの応答を読み取れませんでした。もう一度試すか、別のブラウザーを使ってください。"
                .into(),
        )
    })
}

/// What a person can do where an answer does not fit.
pub(super) fn refused(error: &WebauthnError) -> Error {
    tracing::warn!(?error, "passkey refused");
    Error::Refused("パスキーを確認できませんでした。もう一度試すか、別の方法でサインインしてください。".into())
}

/// What a person can do where a challenge is gone.
pub(super) fn expired() -> Error {
    Error::Refused("パスキーの確認に時間がかかりすぎました。もう一度、最初から試してください。".into())
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::RelyingParty;

    #[test]
    fn passkeys_need_a_name_and_a_safe_connection() {
        let origin = |address: &str| {
            let party = Url::parse(address).ok().as_ref().and_then(RelyingParty::at);
            party.map(|party| party.origin().to_string())
        };
        assert_eq!(origin("http://localhost:8080/sign-in").as_deref(), Some("http://localhost:8080/"));
        assert_eq!(origin("https://sonae.example.jp").as_deref(), Some("https://sonae.example.jp/"));
        for address in ["http://127.0.0.1:8080", "https://192.0.2.1", "http://sonae.example.jp", "ftp://localhost"] {
            assert_eq!(origin(address), None, "{address}");
        }
    }
}
