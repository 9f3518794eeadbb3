//! メール: sent only where the configuration names a server; without one, no connection is ever made.

mod mailer;
mod settings;

pub use mailer::{Mail, MailError, Mailer};
pub use settings::{MailSettings, SettingsError, TlsMode};
