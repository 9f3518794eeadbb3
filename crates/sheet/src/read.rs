//! Reading registers: what file it is, which sheet and lines, what each cell means.
//!
//! A file flows through `guard` (may it be opened), `workbook` or `csv` (lines of cells, one at a time),
//! `book` and `choose` (which sheet, where its header stands), `table` and `line` (assets and problems).

mod book;
mod cells;
mod choose;
mod csv;
mod error;
mod fields;
mod filled;
mod guard;
mod header;
mod headings;
mod limits;
mod line;
mod medium_names;
mod pasted;
mod problem;
mod register;
mod row;
mod scale;
mod source;
mod table;
mod threat_sheet;
mod valuation;
mod workbook;

pub use error::ReadError;
pub(crate) use headings::{Column, Headings};
pub use medium_names::{MediumNames, MediumProblem, UnknownMedium};
pub use problem::{Problem, Severity};
pub use register::{GivenColumns, OptionalColumns, Register, read_pasted, read_register, read_register_bytes};
pub use scale::Scale;
pub use threat_sheet::ThreatRating;

/// How a register is to be read.
#[derive(Clone, Default)]
pub struct ReadOptions<'a> {
    /// What words mean which medium.
    pub media: MediumNames,
    /// The scale of the ratings, where a person said that it is another one than 1 to 3.
    pub scale: Option<Scale>,
    /// The sheet to read; found out where none is named.
    pub sheet: Option<String>,
    /// Told how many lines have been read, every thousand lines.
    pub progress: Option<&'a dyn Fn(u64)>,
}
