//! 監査ログ: every change with who, when, what, before and after, in the same transaction, chained by
//! hashes per organization so that a changed, missing or reordered record is found.

mod describe;
mod event;
mod export;
mod fault;
mod find;
mod hash;
mod labels;
mod list;
mod operation;
mod overtaken;
mod people;
mod preview_together;
mod record;
pub(crate) mod row;
mod undo;
mod undo_import;
mod undo_together;
mod undoing;
mod verify;
mod version;

pub use describe::FieldChange;
pub use event::{Change, Entity, Event};
pub use export::{MOST_EXPORTED, export};
pub use fault::Fault;
pub use find::{Record, find};
pub use list::{Entry, Filter, Page, Place, Who, list};
pub use overtaken::{Later, Overtaken};
pub(crate) use people::organizations_that_created;
pub use people::people;
pub use preview_together::{Together, preview_together};
pub(crate) use record::{begin, record, record_all};
pub use undo::undo;
pub use undo_together::undo_together;
pub use undoing::{Effect, Undoing};
pub(crate) use verify::walk;
pub use verify::{Verification, verify};
pub(crate) use version::version_of;
