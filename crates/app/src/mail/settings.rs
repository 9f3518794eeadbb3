//! How to reach the mail server, as the configuration says.

use lettre::message::Mailbox;
use serde::Deserialize;

/// The `[mail]` part of the configuration.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// Name or address of the server.
    pub host: String,
    /// Its port; by default 587 (STARTTLS), 465 (TLS) or 25 (none).
    pub port: Option<u16>,
    /// User, where the server asks for one.
    pub user: Option<String>,
    /// The user's password.
    pub password: Option<String>,
    /// From whom: `sonae@example.co.jp` or `Sonae <sonae@example.co.jp>`.
    pub from: String,
    /// How the connection is encrypted; by default [`TlsMode::StartTls`].
    #[serde(default)]
    pub tls: TlsMode,
}

/// How the connection to the mail server is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TlsMode {
    /// Begins in the clear and must change to TLS before anything is said.
    #[default]
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// In the clear: for a server on the same machine or network. No password is sent to another machine.
    None,
}

/// Settings that cannot be used: which one, why, what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("メールの設定 mail.{setting} を直してください。{problem}")]
pub struct SettingsError {
    /// The key within `[mail]`.
    pub setting: &'static str,
    /// What is wrong and what to do, in Japanese.
    pub problem: String,
}

impl MailSettings {
    /// The port in use.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(match self.tls {
            TlsMode::StartTls => 587,
            TlsMode::Tls => 465,
            TlsMode::None => 25,
        })
    }

    /// Checks what can be checked without a connection; answers the sender.
    pub(super) fn check(&self) -> Result<Mailbox, SettingsError> {
        let wrong = |setting, problem: &str| Err(SettingsError { setting, problem: problem.to_owned() });
        if self.host.trim().is_empty() || self.host.contains(char::is_whitespace) {
            return wrong("host", "メールサーバーの名前を、smtp.example.co.jp のように書いてください。");
        }
        if self.user.is_some() != self.password.is_some() {
            return wrong("password", "user と password は、両方書くか、両方書かないでください。");
        }
        if self.tls == TlsMode::None && self.password.is_some() && !self.is_this_machine() {
            return wrong(
                "tls",
                "暗号化なし（none）では、ほかの機械にパスワードを送れません。starttls か tls にしてください。",
            );
        }
        self.from.parse().map_err(|_| SettingsError {
            setting: "from",
            problem: "差出人を、sonae@example.co.jp か Sonae <sonae@example.co.jp> の形で書いてください。".to_owned(),
        })
    }

    fn is_this_machine(&self) -> bool {
        self.host == "localhost" || self.host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
    }
}

impl std::fmt::Debug for MailSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MailSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("user", &self.user)
            .field("password", &self.password.as_ref().map(|_| "…"))
            .field("from", &self.from)
            .field("tls", &self.tls)
            .finish()
    }
}
