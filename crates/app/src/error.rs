//! What can go wrong in a use case. The message for people says what they can do; what is for the log
//! alone stays in [`Error::Internal`] and [`Error::Database`].

use std::borrow::Cow;
use std::time::Duration;

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A value that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// Which field, as a path: `name`, `ratings.confidentiality`.
    pub field: Cow<'static, str>,
    /// What is wrong and what to do, in Japanese.
    pub message: String,
}

impl FieldProblem {
    /// A problem of one field.
    pub fn new(field: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// Why a use case did nothing.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is signed in, or the session has ended.
    #[error("サインインしてください。")]
    SignedOut,
    /// The actor's roles do not allow it.
    #[error("この操作をする権限がありません。必要なときは、情報セキュリティ責任者に頼んでください。")]
    Forbidden,
    /// There is no such thing in this organization.
    #[error("「{0}」が見つかりません。削除されたか、アドレスが違います。")]
    NotFound(&'static str),
    /// Somebody changed it since it was read.
    #[error("ほかの人が先に変更しました。今の内容を確かめてから、もう一度保存してください。")]
    Stale,
    /// Values that cannot be used, by field.
    #[error("入力を確かめてください。{}", problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join(" "))]
    Invalid {
        /// Every problem found.
        problems: Vec<FieldProblem>,
    },
    /// It cannot be done in the present state; the sentence says why and what to do.
    #[error("{0}")]
    Refused(String),
    /// Too many attempts; again after that time.
    #[error("続けて失敗したため、しばらく受け付けません。{}分ほど待ってから、もう一度試してください。", after.as_secs().div_ceil(60))]
    TooManyAttempts {
        /// How long to wait.
        after: Duration,
    },
    /// The database refused or is away.
    #[error("データベースを使えませんでした。少し待って、もう一度試してください。続くときは管理者に知らせてください。")]
    Database(#[source] sea_orm::DbErr),
    /// Our own fault.
    #[error("処理を終えられませんでした。内容は変わっていません。続くときは管理者に知らせてください。")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// One field that cannot be used.
    pub fn invalid(field: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self::Invalid { problems: vec![FieldProblem::new(field, message)] }
    }

    /// A file could not be read or written.
    pub(crate) fn internal_io(error: std::io::Error) -> Self {
        Self::Internal(error.into())
    }

    /// Our own fault; `message` is for the log.
    pub fn internal(message: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(message.into())
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}
