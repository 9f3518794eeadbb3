//! APIトークン: how another program acts for a person in one organization, within that person's roles.
//! The secret is shown once and stored only as a hash.

mod create;
mod list;
mod owner;
mod resume;
mod revoke;
pub(crate) mod row;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use create::{LONGEST_DAYS, NewToken, USUAL_DAYS, create, create_signed};
pub use list::list;
pub use resume::resume;
pub use revoke::revoke;
pub(crate) use revoke::revoke_of_former;

use crate::{AccountId, Error, Instant, Result, TokenId};

/// What every secret begins with, so that people and scanners of source code see what it is.
const PREFIX: &str = "sonae_";

/// How much of its owner's rights a token has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenScope {
    /// 読むだけ
    Read,
    /// 読み書き: all that the owner's roles allow.
    Write,
}

impl TokenScope {
    /// The word in database, JSON and command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The scope of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Read, Self::Write].into_iter().find(|scope| scope.id() == id)
    }

    /// The word for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Read => "読むだけ",
            Self::Write => "読み書き",
        }
    }
}

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Key.
    pub id: TokenId,
    /// Whose.
    pub account: AccountId,
    /// 氏名 of the owner.
    pub owner: String,
    /// What it is for, in the owner's words.
    pub name: String,
    /// How much it may do.
    pub scope: TokenScope,
    /// Since when.
    pub created_at: Instant,
    /// Until when.
    pub expires_at: Instant,
    /// Last used, to within minutes.
    pub used_at: Option<Instant>,
    /// Since when it is withdrawn.
    pub revoked_at: Option<Instant>,
}

impl Token {
    /// Whether it opens anything at that time.
    pub fn is_usable(&self, now: Instant) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }

    /// What the audit log keeps of it.
    fn snapshot(&self) -> Value {
        json!({
            "account": self.account,
            "owner": self.owner,
            "name": self.name,
            "scope": self.scope.id(),
            "expires_at": self.expires_at,
            "revoked_at": self.revoked_at,
        })
    }

    fn of(row: row::Model, owner: String) -> Result<Self> {
        Ok(Self {
            id: TokenId(row.id),
            account: AccountId(row.account_id),
            owner,
            name: row.name,
            scope: TokenScope::from_id(&row.scope)
                .ok_or_else(|| Error::internal(format!("token scope {}", row.scope)))?,
            created_at: Instant(row.created_at),
            expires_at: Instant(row.expires_at),
            used_at: row.used_at.map(Instant),
            revoked_at: row.revoked_at.map(Instant),
        })
    }
}
