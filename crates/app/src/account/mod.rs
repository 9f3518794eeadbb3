//! アカウント: people, how they prove who they are, and what they may do where.

pub mod administer;
mod ceremony;
mod change_passkey;
mod change_password;
mod complete;
mod confirm;
mod create;
mod credential_row;
mod end_session;
mod grant;
mod make_passkey;
mod overview;
mod passkey;
mod passkey_sign_in;
mod password;
mod record;
mod recover;
mod recovery_code;
mod relying_party;
mod rename;
mod resume;
mod romaji;
pub(crate) mod row;
mod second_step;
mod session;
mod set_up_totp;
mod sign_in;
mod throttle;
mod totp;

pub use change_passkey::{remove_passkey, rename_passkey};
pub use change_password::change_password;
pub(crate) use complete::{Method, complete};
pub(crate) use confirm::confirm;
pub(crate) use create::insert;
pub(crate) use create::is_address;
pub use create::{CheckedAccount, NewAccount, check};
pub use end_session::{end_other_sessions, end_session};
pub(crate) use grant::{give, grant};
pub use make_passkey::{begin_passkey, finish_passkey};
pub use overview::{Overview, overview};
pub use passkey::{Passkey, passkeys};
pub use passkey_sign_in::{
    begin_passkey_second_step, begin_passkey_sign_in, finish_passkey_second_step, finish_passkey_sign_in,
};
pub use password::{MINIMUM_LENGTH, PasswordHash};
pub use recover::{Recovery, recover};
pub use recovery_code::{RecoveryCodes, renew_recovery_codes};
pub use relying_party::{Challenge, RelyingParty};
pub use rename::rename;
pub use resume::{Membership, Signed, resume};
pub use second_step::{SecondStep, Waiting, awaited, second_step};
pub use session::{Session, Stage, sessions};
pub use set_up_totp::{TotpSetUp, begin_totp, confirm_totp, pending_totp, turn_off_totp};
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
