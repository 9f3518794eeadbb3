//! Secrets that are given out once and stored only as hashes: session ids, tokens, invitation links.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::{Error, Result};

/// 32 random bytes as 43 URL-safe letters. Not `Display`: it must not reach a log.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// SHA-256 of a secret as 43 URL-safe letters: what the database holds.
///
/// A plain hash is enough because the secret itself is random and long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecretHash(pub String);

impl Secret {
    /// A new one from the operating system's randomness.
    ///
    /// # Errors
    /// [`Error::Internal`] where the system gives none.
    pub fn new() -> Result<Self> {
        let mut bytes = [0u8; 32];
        getrandom::fill(&mut bytes).map_err(|error| Error::internal(format!("no randomness: {error}")))?;
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// One that came back from its holder.
    pub fn received(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The letters, to be given to its holder and to nobody else.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What may be stored.
    pub fn hash(&self) -> SecretHash {
        SecretHash(URL_SAFE_NO_PAD.encode(Sha256::digest(self.0.as_bytes())))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}
