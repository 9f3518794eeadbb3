//! 監査ログ: every change with who, when, what, before and after, in the same transaction, chained by
//! hashes per organization so that a changed, missing or reordered record is found.

mod event;
mod hash;
mod record;
pub(crate) mod row;

pub use event::{Change, Entity, Event};
pub(crate) use record::{begin, record, record_all};
