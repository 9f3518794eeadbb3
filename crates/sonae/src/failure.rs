//! How a command ends when it cannot do what was asked.

use std::borrow::Cow;
use std::process::ExitCode;

use crate::output::say::tell;

/// Why a command ends early.
#[derive(Debug)]
pub enum Failure {
    /// The input cannot be used; the sentence says what to mend. Exit code 1.
    Input(String),
    /// What is wrong with the input has been printed already. Exit code 1.
    Told,
    /// The command was called in a wrong way. Exit code 2.
    Usage(String),
    /// Something of ours or of the machine failed. Exit code 1.
    Internal(anyhow::Error),
}

impl Failure {
    /// An input that cannot be used, from an error whose words are for people.
    pub fn input(error: impl std::fmt::Display) -> Self {
        Self::Input(error.to_string())
    }

    /// The sentence for people.
    pub fn message(&self) -> String {
        match self {
            Self::Input(message) | Self::Usage(message) => message.clone(),
            Self::Told => String::new(),
            Self::Internal(error) => format!("処理を続けられませんでした: {}", words(error)),
        }
    }

    /// Prints the sentence for people and gives the exit code.
    pub fn report(&self) -> ExitCode {
        match self {
            Self::Input(message) => {
                tell!("{message}");
                ExitCode::from(1)
            }
            Self::Told => ExitCode::from(1),
            Self::Usage(message) => {
                tell!("{message}");
                ExitCode::from(2)
            }
            Self::Internal(error) => {
                tell!("処理を続けられませんでした: {}", words(error));
                ExitCode::from(1)
            }
        }
    }
}

/// What the system says, in Japanese where it is one of the usual things.
pub fn io_words(error: &std::io::Error) -> Cow<'static, str> {
    use std::io::ErrorKind as Kind;
    Cow::Borrowed(match error.kind() {
        Kind::NotFound => "見つかりません",
        Kind::PermissionDenied => "権限がありません",
        Kind::IsADirectory => "フォルダーです",
        Kind::NotADirectory => "途中にあるものがフォルダーではありません",
        Kind::AlreadyExists => "同じ名前のものがあります",
        Kind::StorageFull => "空き容量がありません",
        Kind::ReadOnlyFilesystem => "書き込めない場所です",
        Kind::InvalidData => "文字として読めません。UTF-8 で保存し直してください",
        _ => return Cow::Owned(error.to_string()),
    })
}

/// The same of an error with causes: the system's own is what a person can do something about.
pub fn words(error: &anyhow::Error) -> Cow<'static, str> {
    let system = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    system.map_or_else(|| Cow::Owned(format!("{error:#}")), io_words)
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        match error {
            app::Error::Database(_) | app::Error::Internal(_) => Self::Internal(error.into()),
            other => Self::Input(other.to_string()),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        // A reader that stops early (`sonae assess … | head`) is no failure to talk about.
        let closed = error
            .chain()
            .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
            .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe);
        if closed { Self::Told } else { Self::Internal(error) }
    }
}
