//! From an HTTP request to who asks for what.

mod cookie;
mod flash;
mod guest;
mod list_address;
mod person;
mod seen;
mod signed_out;

pub(crate) use cookie::value as cookie_value;
pub use cookie::{session_cookie, session_secret, without_session};
pub use flash::{Notices, forget_notice, see_other, see_other_with};
pub use guest::Guest;
pub(crate) use guest::visitor;
pub(crate) use list_address::{ListAddress, Position};
pub use person::Person;
pub(crate) use seen::{addressed, remember_organization};

use uuid::Uuid;

use crate::Failure;

/// One id per request, in the log and in audit records.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RequestId(pub Uuid);

/// What no route answers.
pub(crate) async fn not_found() -> Failure {
    app::Error::NotFound("ページ").into()
}
