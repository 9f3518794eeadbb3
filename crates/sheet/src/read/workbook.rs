//! .xlsx files, read part by part and line by line.
//!
//! Our own reader: a register comes from anybody, so every part is counted while it is inflated,
//! nothing is reserved because a file says so, and a cell knows whether a formula computed it.
//! (calamine 0.38, tried first: a 1 kB file makes it ask for 240 GB, debug builds panic on a cell
//! called A99999999999, release builds put it into another line, and it does not tell formulas from
//! values. `examples/bare_calamine.rs` measures against it, `tests/calamine.rs` compares with it.)

mod element;
mod merges;
mod package;
mod parts;
mod sheet;
mod strings;
mod styles;
mod tag;
mod xml;

use super::{error::ReadError, source::Source};
pub(super) use merges::Merges;
use package::Package;
pub(super) use sheet::SheetRows;

/// An open workbook: small tables in memory, sheets still in the file.
pub(super) struct Workbook {
    package: Package,
    sheets: Vec<parts::SheetPart>,
    strings: strings::Strings,
    styles: styles::Styles,
    date_1904: bool,
}

/// A sheet as the workbook lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetEntry {
    pub(super) name: String,
    pub(super) hidden: bool,
}

impl Workbook {
    /// Opens a workbook and reads its shared strings and styles.
    pub(super) fn open(file: Source) -> Result<Self, ReadError> {
        let mut package = Package::open(file)?;
        let parts = parts::read(&mut package)?;
        let strings = strings::read(&mut package, &parts.strings)?;
        let styles = styles::read(&mut package, &parts.styles)?;
        Ok(Self { package, sheets: parts.sheets, strings, styles, date_1904: parts.date_1904 })
    }

    /// Whether days are counted from 1904 (old Macintosh workbooks).
    pub(super) fn date_1904(&self) -> bool {
        self.date_1904
    }

    /// The worksheets in their order.
    pub(super) fn sheets(&self) -> Vec<SheetEntry> {
        self.sheets.iter().map(|sheet| SheetEntry { name: sheet.name.clone(), hidden: sheet.hidden }).collect()
    }

    /// The lines of a sheet, from its first one. Cells in `merges` have the area's value in each line.
    pub(super) fn rows(&mut self, index: usize, merges: Merges) -> Result<SheetRows<'_>, ReadError> {
        let sheet = self.sheets.get(index).ok_or_else(|| ReadError::broken("no such sheet"))?;
        SheetRows::open(&mut self.package, sheet, &self.strings, &self.styles, merges)
    }
}
