//! What people carry, as software: the app that shows six digits, and a phone that makes and uses passkeys.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::{SecureRandom as _, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The six digits that an authenticator app shows for `key` (base32, as it is typed) so many seconds after 1970.
///
/// # Panics
/// Where `key` is no base32 of 20 bytes.
pub fn code(key: &str, seconds: u64) -> String {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0u64, 0);
    for letter in key.bytes().filter(|letter| *letter != b' ') {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'2'..=b'7' => letter - b'2' + 26,
            _ => panic!("no base32: {key}"),
        };
        held = (held << 5 | u64::from(value)) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
    }
    let secret: [u8; 20] = bytes.try_into().unwrap_or_else(|_| panic!("not 20 bytes: {key}"));
    let app = totp_rs::Builder::new().with_secret(secret).build();
    app.unwrap_or_else(|error| panic!("no code: {error}")).generate(seconds).to_string()
}

/// A phone at one origin. It keeps every passkey in itself and always finds its owner's finger.
pub struct Phone {
    origin: String,
    keys: Vec<Key>,
    /// Whether the owner shows finger, face or PIN.
    pub verifies: bool,
}

struct Key {
    id: Vec<u8>,
    user: Vec<u8>,
    pair: EcdsaKeyPair,
    counter: u32,
}

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const NEW_CREDENTIAL: u8 = 0x40;

impl Phone {
    /// A phone whose browser stands at `origin`: `http://localhost:8080`.
    pub fn at(origin: &str) -> Self {
        Self { origin: origin.trim_end_matches('/').into(), keys: Vec::new(), verifies: true }
    }

    /// What `navigator.credentials.create` answers to `publicKey`.
    ///
    /// # Panics
    /// Where the options lack something.
    pub fn create(&mut self, options: &Value) -> Value {
        let random = SystemRandom::new();
        let pair = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random)
            .and_then(|pair| Ok(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pair.as_ref(), &random)?));
        let pair = pair.unwrap_or_else(|error| panic!("no key: {error}"));
        let mut id = vec![0; 32];
        random.fill(&mut id).unwrap_or_else(|error| panic!("no randomness: {error}"));
        let key = Key { id, user: bytes(&options["user"]["id"]), pair, counter: 0 };

        let mut data = self.data(text(&options["rp"]["id"]), NEW_CREDENTIAL, key.counter);
        data.extend([0; 16]);
        data.extend([0, key.id.len() as u8]);
        data.extend(&key.id);
        let public = key.pair.public_key().as_ref();
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&public[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&public[33..]);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(data.len() as u8);
        object.extend(&data);
        let answer = json!({
            "id": base64(&key.id), "rawId": base64(&key.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "attestationObject": base64(&object),
                "clientDataJSON": base64(&self.client_data("webauthn.create", options)),
                "transports": ["internal"],
            },
        });
        self.keys.push(key);
        answer
    }

    /// What `navigator.credentials.get` answers to `publicKey`: with the last key that fits.
    ///
    /// # Panics
    /// Where no key fits.
    pub fn get(&mut self, options: &Value) -> Value {
        let allowed: Vec<Vec<u8>> =
            options["allowCredentials"].as_array().into_iter().flatten().map(|key| bytes(&key["id"])).collect();
        let fits = |key: &Key| allowed.is_empty() || allowed.contains(&key.id);
        let found = self.keys.iter().rposition(fits).unwrap_or_else(|| panic!("no key fits {options}"));
        self.keys[found].counter += 1;
        let key = &self.keys[found];
        let data = self.data(text(&options["rpId"]), 0, key.counter);
        let client = self.client_data("webauthn.get", options);
        let signed = [&data[..], &Sha256::digest(&client)[..]].concat();
        let signature = key.pair.sign(&SystemRandom::new(), &signed);
        let signature = signature.unwrap_or_else(|error| panic!("no signature: {error}"));
        json!({
            "id": base64(&key.id), "rawId": base64(&key.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "authenticatorData": base64(&data),
                "clientDataJSON": base64(&client),
                "signature": base64(signature.as_ref()),
                "userHandle": base64(&key.user),
            },
        })
    }

    /// Turns the last key's counter back, as a copy of the key would.
    pub fn copy_key(&mut self) {
        if let Some(key) = self.keys.last_mut() {
            key.counter = key.counter.saturating_sub(1);
        }
    }

    fn data(&self, relying_party: &str, flags: u8, counter: u32) -> Vec<u8> {
        let verified = if self.verifies { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(relying_party.as_bytes()).to_vec();
        data.push(flags | USER_PRESENT | verified);
        data.extend(counter.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, options: &Value) -> Vec<u8> {
        let data =
            json!({ "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }
}

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(value: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text(value)).unwrap_or_else(|error| panic!("no base64url: {value}: {error}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}"))
}
