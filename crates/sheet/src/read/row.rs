//! Lines of a sheet as both kinds of files give them: one at a time, blank cells left out.

use super::error::ReadError;

/// What a cell holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value<'a> {
    /// Words; never white space alone.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A number that the sheet shows as a day: days of Excel's calendar.
    Day(f64),
    /// TRUE, FALSE.
    Truth(bool),
    /// `#REF!` and the like.
    Error(&'a str),
    /// A formula whose result is not stored in the file.
    NoResult,
}

/// A cell that holds something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cell<'a> {
    /// Column, counted from 0.
    pub(super) column: u32,
    /// What it holds.
    pub(super) value: Value<'a>,
    /// Whether a formula computed it.
    pub(super) formula: bool,
    /// Whether it lies in a merged area whose value stands further up.
    pub(super) merged: bool,
}

/// A line; its memory is used again for the next one.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Counted from 1 as Excel does.
    pub(super) number: u32,
    text: String,
    cells: Vec<Stored>,
}

#[derive(Debug, Clone, Copy)]
struct Stored {
    column: u32,
    kind: Kind,
    formula: bool,
    merged: bool,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Text(usize, usize),
    Number(f64),
    Day(f64),
    Truth(bool),
    Error(usize, usize),
    NoResult,
}

/// Something that gives lines from top to bottom.
pub(super) trait RowSource {
    /// Puts the next line that holds anything into `row`; `false` at the end.
    fn next_row(&mut self, row: &mut Row) -> Result<bool, ReadError>;
}

impl Row {
    /// Forgets the line, keeps the memory.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Bytes of text in the line.
    pub(super) fn text_len(&self) -> usize {
        self.text.len()
    }

    /// Adds a cell; text of white space alone is no value.
    pub(super) fn push(&mut self, column: u32, value: Value<'_>, formula: bool) {
        self.add(column, value, formula, false);
    }

    /// Adds what a merged area holds that begins further up, unless the cell has its own value.
    pub(super) fn push_merged(&mut self, column: u32, value: Value<'_>, formula: bool) {
        if self.cell(column).is_none() {
            self.add(column, value, formula, true);
            self.sort();
        }
    }

    /// Puts the cells into the order of their columns.
    pub(super) fn sort(&mut self) {
        if !self.cells.is_sorted_by_key(|cell| cell.column) {
            self.cells.sort_by_key(|cell| cell.column);
        }
    }

    /// The cells from left to right.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.cells.iter().map(|stored| self.view(stored))
    }

    /// The cell in a column.
    pub(super) fn cell(&self, column: u32) -> Option<Cell<'_>> {
        self.cells.iter().find(|stored| stored.column == column).map(|stored| self.view(stored))
    }

    fn add(&mut self, column: u32, value: Value<'_>, formula: bool, merged: bool) {
        let kind = match value {
            Value::Text(text) if text.trim().is_empty() => return,
            Value::Text(text) => {
                let (start, end) = self.keep(text);
                Kind::Text(start, end)
            }
            Value::Error(text) => {
                let (start, end) = self.keep(text);
                Kind::Error(start, end)
            }
            Value::Number(number) => Kind::Number(number),
            Value::Day(number) => Kind::Day(number),
            Value::Truth(truth) => Kind::Truth(truth),
            Value::NoResult => Kind::NoResult,
        };
        self.cells.push(Stored { column, kind, formula, merged });
    }

    fn keep(&mut self, text: &str) -> (usize, usize) {
        let start = self.text.len();
        self.text.push_str(text);
        (start, self.text.len())
    }

    fn view(&self, stored: &Stored) -> Cell<'_> {
        let value = match stored.kind {
            Kind::Text(start, end) => Value::Text(&self.text[start..end]),
            Kind::Error(start, end) => Value::Error(&self.text[start..end]),
            Kind::Number(number) => Value::Number(number),
            Kind::Day(number) => Value::Day(number),
            Kind::Truth(truth) => Value::Truth(truth),
            Kind::NoResult => Value::NoResult,
        };
        Cell { column: stored.column, value, formula: stored.formula, merged: stored.merged }
    }
}

/// `K8` of line 8 and column 10 (counted from 0).
pub(super) fn cell_name(row: u32, column: u32) -> String {
    format!("{}{row}", column_name(column))
}

/// `K` of column 10 (counted from 0).
pub(super) fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
