//! How much we read before we refuse: generous for registers, deadly for hostile files.
//!
//! A register of 100,000 lines with 16 columns measures: file 6.6 MB, sheet 49 MB inflated (8 times
//! its packed size), shared strings 3.7 MB.

/// Size of a file, bytes.
pub(super) const FILE: u64 = 100 << 20;
/// Parts of a workbook (sheets, pictures, …).
pub(super) const PARTS: usize = 5_000;
/// How many times its packed size a part may measure; checked above [`RATIO_FROM`]. A sheet of
/// nothing but equal cells reaches about 30, a bomb 1,000.
pub(super) const RATIO: u64 = 200;
/// Inflated bytes below which the ratio does not matter.
pub(super) const RATIO_FROM: u64 = 1 << 20;
/// Inflated size of a sheet, bytes.
pub(super) const SHEET: u64 = 512 << 20;
/// Inflated size of the table of shared strings, bytes.
pub(super) const STRINGS_PART: u64 = 256 << 20;
/// Texts of the table of shared strings, bytes: what of it stays in memory.
pub(super) const STRINGS_TEXT: usize = 48 << 20;
/// Number of shared strings.
pub(super) const STRINGS: usize = 2_000_000;
/// Inflated size of the table of styles, bytes. Old workbooks carry tens of thousands of styles.
pub(super) const STYLES_PART: u64 = 64 << 20;
/// Number of cell styles; Excel's own limit is 65,490.
pub(super) const STYLES: usize = 100_000;
/// Inflated size of any other part that is read, bytes.
pub(super) const SMALL_PART: u64 = 8 << 20;
/// One tag, one run of text, one comment, bytes.
pub(super) const TOKEN: usize = 256 << 10;
/// How deep elements may lie in each other.
pub(super) const DEPTH: usize = 256;
/// Text of one cell, bytes: Excel allows 32,767 characters.
pub(super) const CELL_TEXT: usize = 32_767 * 4;
/// Text of one line, bytes.
pub(super) const ROW_TEXT: usize = 2 << 20;
/// Columns that a register may have; values further right are refused.
pub(super) const COLUMNS: u32 = 200;
/// Lines with assets that a register may have: each stays in memory.
pub(super) const LINES: u64 = 300_000;
/// Columns of an Excel sheet.
pub(super) const EXCEL_COLUMNS: u32 = 16_384;
/// Rows of an Excel sheet.
pub(super) const EXCEL_ROWS: u32 = 1_048_576;
/// Merged areas of one sheet that are heeded.
pub(super) const MERGES: usize = 200_000;
/// Non-empty lines from the top within which the header must stand.
pub(super) const HEADER_LINES: usize = 100;
/// Text of the lines kept while looking for the header, bytes.
pub(super) const HEADER_TEXT: usize = 2 << 20;
/// Cells that cannot be used, before reading stops.
pub(super) const ERRORS: usize = 50_000;
/// Notes of one kind that are told one by one; further ones are counted.
pub(super) const NOTES_OF_A_KIND: u32 = 200;
