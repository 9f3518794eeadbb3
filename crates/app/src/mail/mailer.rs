//! Sending one plain text mail.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lettre::address::AddressError;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::{MailSettings, SettingsError, TlsMode};

/// The longest that a person waits for the mail server.
const PATIENCE: Duration = Duration::from_secs(15);

/// A plain text mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address of the one who gets it.
    pub to: String,
    /// 件名
    pub subject: String,
    /// 本文
    pub text: String,
}

/// Why a mail did not go out, for the log: without addresses, text and secrets.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The address cannot be written in a mail.
    #[error("the address cannot be used: {0}")]
    Address(#[from] AddressError),
    /// The mail could not be put together.
    #[error("the mail could not be written: {0}")]
    Message(#[from] lettre::error::Error),
    /// The server was not reached, or refused.
    #[error("the mail server did not take it: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
    /// The server said nothing for too long.
    #[error("the mail server did not answer within {} seconds", PATIENCE.as_secs())]
    Silence,
}

/// The way out for mail.
#[derive(Debug, Clone, Default)]
pub enum Mailer {
    /// None: nothing was configured. Nothing is sent, nothing is connected to.
    #[default]
    None,
    /// A mail server.
    Smtp(Box<Smtp>),
    /// For tests: kept here.
    Memory(Arc<Mutex<Vec<Mail>>>),
}

/// A mail server and the sender.
#[derive(Debug, Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mailer {
    /// The mailer of the settings; without any, [`Mailer::None`]. Connects to nothing yet.
    ///
    /// # Errors
    /// [`SettingsError`] for settings that cannot work.
    pub fn new(settings: Option<&MailSettings>) -> Result<Self, SettingsError> {
        let Some(settings) = settings else { return Ok(Self::None) };
        let from = settings.check()?;
        let tls = match settings.tls {
            TlsMode::None => Tls::None,
            TlsMode::StartTls => Tls::Required(parameters(settings)?),
            TlsMode::Tls => Tls::Wrapper(parameters(settings)?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host.as_str())
            .port(settings.port())
            .tls(tls)
            .timeout(Some(PATIENCE));
        if let (Some(user), Some(password)) = (&settings.user, &settings.password) {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self::Smtp(Box::new(Smtp { transport: builder.build(), from })))
    }

    /// Whether mails go anywhere.
    pub fn is_configured(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Sends; nothing happens with [`Mailer::None`]. Returns once the server has taken the mail.
    ///
    /// # Errors
    /// [`MailError`] where it has not, after 15 seconds at the latest.
    pub async fn send(&self, mail: Mail) -> Result<(), MailError> {
        match self {
            Self::None => Ok(()),
            Self::Memory(sent) => {
                sent.lock().unwrap_or_else(PoisonError::into_inner).push(mail);
                Ok(())
            }
            Self::Smtp(smtp) => {
                let message = smtp.message(mail)?;
                let sending = smtp.transport.send(message);
                tokio::time::timeout(PATIENCE, sending).await.map_err(|_| MailError::Silence)??;
                Ok(())
            }
        }
    }
}

impl Smtp {
    fn message(&self, mail: Mail) -> Result<Message, MailError> {
        let to: Address = mail.to.parse()?;
        let id = format!("<{}@{}>", uuid::Uuid::now_v7(), self.from.email.domain());
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(mail.subject)
            .message_id(Some(id))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text)?;
        Ok(message)
    }
}

/// Says that a machine wrote it, so that no absence note comes back (RFC 3834).
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

fn parameters(settings: &MailSettings) -> Result<TlsParameters, SettingsError> {
    TlsParameters::new(settings.host.clone()).map_err(|_| SettingsError {
        setting: "host",
        problem: "暗号化した接続に使えない名前です。証明書にある名前（smtp.example.co.jp など）を書いてください。"
            .into(),
    })
}
