//! アカウント: people, how they prove who they are, and what they may do where.

mod create;
mod grant;
mod password;
mod resume;
pub(crate) mod row;
mod session;
mod sign_in;

pub(crate) use create::insert;
pub(crate) use create::is_address;
pub use create::{CheckedAccount, NewAccount, check};
pub(crate) use grant::grant;
pub use password::{MINIMUM_LENGTH, PasswordHash};
pub use resume::{Membership, Signed, resume};
pub(crate) use session::start as start_session;
pub use session::{Session, Stage};
pub use sign_in::{SignIn, sign_in, sign_out};

use crate::{AccountId, Actor};

/// A person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Key.
    pub id: AccountId,
    /// Mail address as typed.
    pub email: String,
    /// 氏名
    pub name: String,
}

impl From<row::account::Model> for Account {
    fn from(row: row::account::Model) -> Self {
        Self { id: AccountId(row.id), email: row.email, name: row.name }
    }
}

/// The account as an actor without any role yet.
pub(crate) fn actor(account: &Account) -> Actor {
    Actor::Person { account: account.id, name: account.name.clone(), roles: Vec::new(), read_only: false }
}

/// The form under which a mail address is unique: NFKC, lower case, trimmed.
pub(crate) fn email_key(email: &str) -> String {
    japanese::matching_key(email).to_lowercase()
}
