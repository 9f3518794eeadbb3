//! Cells that were copied in spreadsheet software and pasted as text.
//!
//! The clipboard holds a line per row and a tab between cells. Excel puts a cell into quotes only where
//! it holds a line break, and doubles the quotes inside; any other cell stands there as it is, quotes
//! and all. So this is not CSV: 「"重要"」 keeps its quotes, and a lone quote swallows nothing.

use std::borrow::Cow;

use super::{
    book::Survey,
    error::ReadError,
    header::{Header, Role},
    headings::{Column, Headings},
    limits, register,
    row::{Row, RowSource, Value, cell_name},
};

/// What messages call the place, where a file has the name of a sheet.
pub(super) const PLACE: &str = "貼り付けたセル";

/// The guideline's columns, for cells that were pasted without their headings.
const ORDER: [Column; 16] = [
    Column::Business,
    Column::Name,
    Column::Remarks,
    Column::Users,
    Column::RiskOwner,
    Column::Department,
    Column::Medium,
    Column::Personal,
    Column::Sensitive,
    Column::MyNumber,
    Column::Confidentiality,
    Column::Integrity,
    Column::Availability,
    Column::Importance,
    Column::Retention,
    Column::RegisteredOn,
];

/// Columns up to 可用性: fewer cannot be a register.
const LEAST: usize = 13;

/// Headings that a line must have to count as one: fewer may be words of an asset by chance.
const HEADING_WORDS: usize = 3;

/// Looks at the first lines; cells without headings are read in the guideline's order.
pub(super) fn survey(text: &str, first_lines: &[Row]) -> Result<Survey, ReadError> {
    let header = Header::find(first_lines, &Headings::of_registers(), register::qualifies);
    let known = header.as_ref().map_or(0, Header::score);
    let mut survey = Survey::blank(0, PLACE.to_owned());
    if known >= HEADING_WORDS || header.as_ref().is_some_and(register::qualifies) {
        survey.header = header;
        return Ok(survey);
    }
    survey.header = Some(without_headings(first_lines, text)?);
    survey.assumed = true;
    Ok(survey)
}

fn without_headings(lines: &[Row], text: &str) -> Result<Header, ReadError> {
    let width = widest(text);
    let numbered = width > LEAST && lines.iter().all(begins_with_number);
    let columns = numbered.then_some(Column::Number).into_iter().chain(ORDER).map(Role::Known);
    let columns: Vec<Role> = columns.take(width.max(LEAST)).collect();
    if width < LEAST + usize::from(numbered) || width > ORDER.len() + usize::from(numbered) {
        return Err(ReadError::NoRegister(format!(
            "貼り付けたセルに台帳の見出しが見つからないので、見出しの行も一緒にコピーして貼り付けてください。見出しなしで貼り付けるときは、業務分類から登録日までの16列をこの順に含めてください（貼り付けたセルは{width}列）。"
        )));
    }
    let words = columns.iter().map(|role| match role {
        Role::Known(column) => column.title().to_owned(),
        _ => String::new(),
    });
    let words = words.collect();
    Ok(Header { last_row: 0, columns, words })
}

/// Cells of the widest line, blank ones at its end included: that is how wide the copied area was.
fn widest(text: &str) -> usize {
    let mut rows = PastedRows::new(text);
    let mut widest = 0;
    for _ in 0..limits::HEADER_LINES {
        if rows.at == text.len() {
            break;
        }
        let mut width = 1;
        while rows.cell().1 {
            width += 1;
        }
        widest = widest.max(width);
    }
    widest
}

fn begins_with_number(row: &Row) -> bool {
    let first = row.cells().find(|cell| cell.column == 0);
    first.is_some_and(|cell| matches!(cell.value, Value::Text(text) if text.trim().parse::<u32>().is_ok()))
}

/// Reads pasted cells line by line.
pub(super) struct PastedRows<'a> {
    text: &'a str,
    at: usize,
    row: u32,
}

impl<'a> PastedRows<'a> {
    /// From the first line.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, row: 0 }
    }

    /// The next cell, and whether another one follows in the same line.
    fn cell(&mut self) -> (Cow<'a, str>, bool) {
        let rest = &self.text[self.at..];
        let (cell, length) = quoted(rest).unwrap_or_else(|| {
            let length = rest.find(['\t', '\r', '\n']).unwrap_or(rest.len());
            (Cow::Borrowed(&rest[..length]), length)
        });
        let behind = &rest[length..];
        let end = ["\t", "\r\n", "\n", "\r"].into_iter().find(|end| behind.starts_with(end)).unwrap_or("");
        self.at += length + end.len();
        (cell, end == "\t")
    }
}

/// A cell in quotes with a line break in it, and how many bytes it takes; `None` for any other cell.
fn quoted(rest: &str) -> Option<(Cow<'_, str>, usize)> {
    let inside = rest.strip_prefix('"')?;
    let bytes = inside.as_bytes();
    let mut at = 0;
    let mut breaks = false;
    loop {
        match bytes.get(at)? {
            b'"' if bytes.get(at + 1) == Some(&b'"') => at += 2,
            b'"' => break,
            b'\t' => return None,
            _ if at > limits::CELL_TEXT => return None,
            byte => {
                breaks |= matches!(byte, b'\n' | b'\r');
                at += 1;
            }
        }
    }
    let closed = matches!(bytes.get(at + 1), None | Some(b'\t' | b'\r' | b'\n'));
    let text = || Cow::Owned(inside[..at].replace("\"\"", "\"").replace("\r\n", "\n").replace('\r', "\n"));
    (breaks && closed).then(|| (text(), at + 2))
}

impl RowSource for PastedRows<'_> {
    fn next_row(&mut self, row: &mut Row) -> Result<bool, ReadError> {
        row.clear();
        while self.at < self.text.len() {
            self.row = self.row.saturating_add(1);
            row.number = self.row;
            for column in 0u32.. {
                let (cell, more) = self.cell();
                let long = cell.len() > limits::CELL_TEXT || row.text_len() + cell.len() > limits::ROW_TEXT;
                if long {
                    let context = format!("line {}", self.row);
                    return Err(ReadError::LongText { limit: limits::CELL_TEXT / 4, context });
                }
                if !cell.trim().is_empty() {
                    if column >= limits::COLUMNS {
                        let cell = cell_name(self.row, column);
                        return Err(ReadError::TooWide { place: PLACE.into(), cell, limit: limits::COLUMNS });
                    }
                    row.push(column, Value::Text(&cell), false);
                }
                if !more {
                    break;
                }
            }
            if !row.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
