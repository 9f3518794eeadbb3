//! 情報資産台帳: the register of information assets.
//!
//! Rows are locked in one order everywhere, so that no two transactions wait for each other: the register
//! ([`register::lock`]), its assets by id ([`write::lock_many`]), new departments ([`department::resolve`]),
//! and last the end of the audit log.

mod access;
mod content;
mod convert;
mod create;
mod department;
mod edit;
mod edit_many;
mod export;
mod field;
mod filter;
mod find;
mod history;
pub mod import;
mod input;
pub(crate) mod keys;
mod list;
#[cfg(test)]
mod plan;
pub(crate) mod register;
mod remove;
mod restore;
pub(crate) mod row;
mod selection;
mod snapshot;
mod summary;
mod typed;
pub(crate) mod write;

pub use content::Content;
pub use create::create;
pub use department::Departments;
pub use edit::edit;
pub use edit_many::{Changes, Edited, edit_many};
pub use export::{Workbook, export, export_csv};
pub use field::{Difference, Field, differences};
pub use filter::{Filter, Review, today};
pub use find::{Found, find, find_many};
pub(crate) use find::{names, read, read_many};
pub use history::{Change, History, history, version};
pub use input::Input;
pub use list::{MOST, Order, Page, Query, Sort, list};
pub use register::{Register, distinct, register};
pub use remove::{remove, remove_many};
pub(crate) use restore::restore;
pub use selection::{Preview, Selection, preview};
pub use snapshot::Snapshot;
pub use summary::{Summary, summary};

use crate::{AssetId, DepartmentId, Error, FieldProblem, Instant, Result};

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

/// What was checked, or all problems of it at once.
fn checked<T>(checked: Result<T, Vec<FieldProblem>>, department: Result<(), FieldProblem>) -> Result<T> {
    match (checked, department) {
        (Ok(checked), Ok(())) => Ok(checked),
        (Ok(_), Err(problem)) => Err(Error::Invalid { problems: vec![problem] }),
        (Err(mut problems), department) => {
            problems.extend(department.err());
            Err(Error::Invalid { problems })
        }
    }
}
