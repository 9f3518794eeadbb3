//! `sonae.toml`: what the operator has settled for this installation. An unknown key is a mistake, not a wish.

use std::path::{Path, PathBuf};

use app::mail::MailSettings;
use catalog::Misread;
use serde::Deserialize;

use crate::failure::{Failure, io_words};

/// What `sonae.toml` says; all of it may be absent. Not `Debug`: it holds passwords.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Address and port to listen on.
    pub listen: Option<String>,
    /// What people type into the browser.
    pub public_address: Option<String>,
    /// Whether a reverse proxy stands before us.
    #[serde(default)]
    pub behind_proxy: bool,
    /// Address of the PostgreSQL database.
    pub database: Option<String>,
    /// Level of the log.
    pub log: Option<String>,
    /// Certificate and key.
    pub tls: Option<TlsFiles>,
    /// The mail server.
    pub mail: Option<MailSettings>,
}

/// Certificate and key, as PEM files.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TlsFiles {
    /// The certificate, with those between it and the root.
    pub certificate: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

impl Settings {
    /// Reads the file; no file means no settings.
    ///
    /// # Errors
    /// [`Failure::Input`] that names the line and what is wrong there, never a value.
    pub fn read(path: &Path) -> Result<Self, Failure> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => {
                let error = io_words(&error);
                return Err(Failure::Input(format!("設定「{}」を読めません（{error}）。", path.display())));
            }
        };
        Self::parse(&text).map_err(|problem| Failure::Input(format!("設定「{}」の{problem}", path.display())))
    }

    fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| Misread::of(text, &error).to_string())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::Settings;

    #[test]
    fn all_that_can_be_said() {
        let text = "
            listen = \"0.0.0.0:443\"
            public_address = \"https://sonae.example.co.jp\"
            behind_proxy = true
            database = \"postgres://sonae:secret@db/sonae\"
            log = \"warn\"
            [tls]
            certificate = \"certificate.pem\"
            key = \"key.pem\"
            [mail]
            host = \"smtp.example.co.jp\"
            user = \"sonae\"
            password = \"secret\"
            from = \"Sonae <sonae@example.co.jp>\"
            tls = \"starttls\"
        ";
        let settings = Settings::parse(text).unwrap();
        assert_eq!(settings.listen.as_deref(), Some("0.0.0.0:443"));
        assert!(settings.behind_proxy && settings.mail.is_some() && settings.tls.is_some());
        let nothing = Settings::parse("").unwrap();
        assert!(nothing.listen.is_none() && !nothing.behind_proxy);
    }

    #[test]
    fn mistakes_are_named_and_values_are_not() {
        for (text, expected) in [
            ("\nlisten_on = \"x\"", ["2行目", "「listen_on」という項目はありません", "behind_proxy"]),
            ("[tls]\ncertificate = \"secret\"", ["1行目", "「key」", "書き足して"]),
            ("[mail]\nhost = \"a\"\nfrom = \"a@b\"\nport = \"secret\"", ["4行目", "値の形", "数字"]),
            ("[mail]\nhost = \"a\"\nfrom = \"a@b\"\ntls = \"secret\"", ["4行目", "使えない値", "starttls"]),
            ("[mail]\npasword = \"secret\"", ["2行目", "「pasword」", "password"]),
            ("database = secret", ["1行目", "文字は", "半角の \" で囲み"]),
            ("log = \"a\"\nlog = \"secret\"", ["2行目", "同じ名前", "一つにまとめて"]),
        ] {
            let said = Settings::parse(text).err().unwrap();
            for word in expected {
                assert!(said.contains(word), "{text}: {said}");
            }
            assert!(!said.contains("secret"), "{said}");
        }
    }
}
