//! What can happen, by name.

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::{Error, Result};

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entity {
    /// 組織
    Organization,
    /// 部署
    Department,
    /// アカウント
    Account,
    /// 役割
    Membership,
    /// 招待
    Invitation,
    /// API token
    Token,
    /// 情報資産
    Asset,
    /// 取り込み
    Import,
    /// リスク, with its treatment.
    Risk,
    /// リスクアセスメント
    Assessment,
    /// 記録: this log itself.
    AuditLog,
}

impl Entity {
    /// All, for filters.
    pub const ALL: [Self; 11] = [
        Self::Organization,
        Self::Department,
        Self::Account,
        Self::Membership,
        Self::Invitation,
        Self::Token,
        Self::Asset,
        Self::Import,
        Self::Risk,
        Self::Assessment,
        Self::AuditLog,
    ];

    /// The word in the database, URL and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Department => "department",
            Self::Account => "account",
            Self::Membership => "membership",
            Self::Invitation => "invitation",
            Self::Token => "token",
            Self::Asset => "asset",
            Self::Import => "import",
            Self::Risk => "risk",
            Self::Assessment => "assessment",
            Self::AuditLog => "audit-log",
        }
    }

    /// The entity of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity| entity.id() == id)
    }

    /// The word for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Organization => "組織",
            Self::Department => "部署",
            Self::Account => "アカウント",
            Self::Membership => "役割",
            Self::Invitation => "招待",
            Self::Token => "APIトークン",
            Self::Asset => "情報資産",
            Self::Import => "取り込み",
            Self::Risk => "リスク",
            Self::Assessment => "リスクアセスメント",
            Self::AuditLog => "記録",
        }
    }
}

/// What happened to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// It is new.
    Created,
    /// Its values changed.
    Changed,
    /// It was removed.
    Removed,
    /// A person signed in.
    SignedIn,
    /// A person signed out, or a session was ended.
    SignedOut,
    /// A way of signing in (password, 2段階認証, passkey, recovery codes) was set, changed or taken away.
    CredentialsChanged,
    /// An invitation was accepted.
    Accepted,
    /// The treatment of a risk was decided (対応の決定).
    Decided,
    /// A treatment and what remains of its risk were approved.
    Approved,
    /// The owner sent a decision back (差し戻し).
    SentBack,
    /// A decision was taken back (対応の取りやめ): the risk is open again.
    Withdrawn,
    /// Somebody said how far a task is (作業の進み).
    Progressed,
    /// A register was brought in.
    Imported,
    /// Something was written out to a file.
    Exported,
}

impl Event {
    /// All, for filters.
    pub const ALL: [Self; 14] = [
        Self::Created,
        Self::Changed,
        Self::Removed,
        Self::SignedIn,
        Self::SignedOut,
        Self::CredentialsChanged,
        Self::Accepted,
        Self::Decided,
        Self::Approved,
        Self::SentBack,
        Self::Withdrawn,
        Self::Progressed,
        Self::Imported,
        Self::Exported,
    ];

    /// The word in the database, URL and JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Removed => "removed",
            Self::SignedIn => "signed-in",
            Self::SignedOut => "signed-out",
            Self::CredentialsChanged => "credentials-changed",
            Self::Accepted => "accepted",
            Self::Decided => "decided",
            Self::Approved => "approved",
            Self::SentBack => "sent-back",
            Self::Withdrawn => "withdrawn",
            Self::Progressed => "progressed",
            Self::Imported => "imported",
            Self::Exported => "exported",
        }
    }

    /// The event of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.id() == id)
    }

    /// The word for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Created => "追加",
            Self::Changed => "変更",
            Self::Removed => "削除",
            Self::SignedIn => "サインイン",
            Self::SignedOut => "サインアウト",
            Self::CredentialsChanged => "サインインの方法の変更",
            Self::Accepted => "招待の受け入れ",
            Self::Decided => "対応の決定",
            Self::Approved => "承認",
            Self::SentBack => "差し戻し",
            Self::Withdrawn => "対応の取りやめ",
            Self::Progressed => "作業の進み",
            Self::Imported => "取り込み",
            Self::Exported => "書き出し",
        }
    }
}

/// One change to be recorded. `before` and `after` are snapshots without secrets.
#[derive(Debug, Clone)]
pub struct Change {
    /// What happened.
    pub event: Event,
    /// To what kind of thing.
    pub entity: Entity,
    /// To which one.
    pub id: Uuid,
    /// Its name for people.
    pub label: String,
    /// As it was; `None` where it is new.
    pub before: Option<Value>,
    /// As it is; `None` where it is gone.
    pub after: Option<Value>,
    /// The sequence of the record that this change undoes.
    pub undoes: Option<i64>,
}

impl Change {
    /// A change with no snapshots yet.
    pub fn new(event: Event, entity: Entity, id: impl Into<Uuid>, label: impl Into<String>) -> Self {
        Self { event, entity, id: id.into(), label: label.into(), before: None, after: None, undoes: None }
    }

    /// With the state before.
    ///
    /// # Errors
    /// [`Error::Internal`] where it cannot be written as JSON.
    pub fn before(mut self, snapshot: &impl Serialize) -> Result<Self> {
        self.before = Some(serde_json::to_value(snapshot).map_err(Error::from)?);
        Ok(self)
    }

    /// With the state after.
    ///
    /// # Errors
    /// [`Error::Internal`] where it cannot be written as JSON.
    pub fn after(mut self, snapshot: &impl Serialize) -> Result<Self> {
        self.after = Some(serde_json::to_value(snapshot).map_err(Error::from)?);
        Ok(self)
    }
}
