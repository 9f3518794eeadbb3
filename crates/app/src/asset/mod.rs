//! 情報資産台帳: the register of information assets.
//!
//! Rows are locked in one order everywhere, so that no two transactions wait for each other: the register
//! ([`register::lock`]), its assets by id ([`write::lock_many`]), new departments ([`department::resolve`]),
//! and last the end of the audit log.

mod content;
mod convert;
mod department;
mod field;
mod keys;
pub(crate) mod register;
pub(crate) mod row;
mod snapshot;
pub(crate) mod write;

pub use content::Content;
pub use department::Departments;
pub use field::{Difference, Field, differences};
pub use register::{Register, distinct, register};
pub use snapshot::Snapshot;

use crate::{AssetId, DepartmentId, Instant};

/// 情報資産: a line of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Key.
    pub id: AssetId,
    /// Counts changes, from 1.
    pub version: i64,
    /// Place in the register as the company wrote it, ascending; not necessarily without gaps.
    pub position: i64,
    /// What people wrote.
    pub content: Content,
    /// The department that 管理部署 names.
    pub department: Option<DepartmentId>,
    /// When it was added.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}
