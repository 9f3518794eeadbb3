//! Which lines of the table are assets: not blank ones, not remarks below, not the header again.

use japanese::matching_key;

use super::{
    cells,
    header::{Header, Role},
    headings::Column,
    row::{Cell, Row, Value},
    valuation::Mode,
};

/// What a line below the header is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Line<'a> {
    /// Nothing that a person wrote: blank, or prepared with numbers, formulas and 無 only.
    Blank,
    /// Begins with （注） or ※ and has nothing else.
    Remark,
    /// A remark below the table in two cells or more, with its first word.
    Foot(Cell<'a>),
    /// One cell alone.
    Lone(Cell<'a>, Role),
    /// The header once more, as on each printed page.
    Header,
    /// Sums or counts the lines above.
    Total,
    /// Two cells or more: an asset.
    Asset,
}

/// Tells what a line is; `detached` ones stand below a blank line, with no asset since.
pub(super) fn classify<'a>(row: &'a Row, header: &Header, mode: Mode, detached: bool) -> Line<'a> {
    let mut written = row.cells().filter(|cell| is_written(*cell, header.role(cell.column), mode));
    let Some(first) = written.next() else {
        // A remark may stand in the column of numbers.
        let number = row.cells().find(|cell| header.role(cell.column) == Role::Known(Column::Number));
        return number.and_then(remark_length).map_or(Line::Blank, |length| match length {
            Remark::Marked => Line::Remark,
            Remark::Long => number.map_or(Line::Blank, |cell| Line::Lone(cell, Role::Known(Column::Number))),
        });
    };
    if is_total(row, header) {
        return Line::Total;
    }
    if written.next().is_none() {
        return match remark_length(first) {
            Some(Remark::Marked) => Line::Remark,
            _ => Line::Lone(first, header.role(first.column)),
        };
    }
    if detached && let Some(begin) = foot(row, header, mode) {
        return Line::Foot(begin);
    }
    if repeats(row, header) { Line::Header } else { Line::Asset }
}

/// Whether a blank line stands above, with no asset since.
#[derive(Debug)]
pub(super) struct Gap {
    last_row: u32,
    open: bool,
}

impl Gap {
    /// Right below the header.
    pub(super) fn below(header: &Header) -> Self {
        Self { last_row: header.last_row, open: false }
    }

    /// Goes on to a line; whether it is detached from the assets above. Lines that hold nothing are not met.
    pub(super) fn reaches(&mut self, row: &Row) -> bool {
        self.open |= row.number > self.last_row.saturating_add(1);
        self.last_row = row.number;
        self.open
    }

    /// Heeds what the line was.
    pub(super) fn passes(&mut self, line: Line<'_>) {
        match line {
            Line::Blank => self.open = true,
            Line::Asset | Line::Header => self.open = false,
            Line::Remark | Line::Foot(_) | Line::Lone(..) | Line::Total => {}
        }
    }
}

/// Whether a person wrote something in a cell that says something about an asset.
fn is_written(cell: Cell<'_>, role: Role, mode: Mode) -> bool {
    let Role::Known(column) = role else { return !cell.formula && !cell.merged };
    match column {
        _ if cell.merged || cell.value == Value::NoResult => false,
        Column::Number | Column::RiskLevel => false,
        Column::Importance => mode == Mode::Value(Column::Importance) && !cell.formula,
        Column::Personal | Column::Sensitive | Column::MyNumber | Column::Survival | Column::PersonalDataKinds => {
            !cell.formula && cells::flag(cell.value) != Some(false)
        }
        Column::Name | Column::Medium => !cell.formula || matches!(cell.value, Value::Text(_)),
        _ => !cell.formula,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remark {
    /// Marked as a remark.
    Marked,
    /// Longer than any number of a line.
    Long,
}

fn remark_length(cell: Cell<'_>) -> Option<Remark> {
    let Value::Text(text) = cell.value else { return None };
    let text = text.trim();
    let marks =
        ["※", "＊", "*", "（注", "(注", "【注", "[注", "［注", "注）", "注)", "注：", "注:", "〔注", "＜注", "<注"];
    if text == "以上" || marks.iter().any(|mark| text.starts_with(mark)) {
        return Some(Remark::Marked);
    }
    (text.chars().count() > 20).then_some(Remark::Long)
}

/// Whether a line sums or counts the lines above: it says 合計 somewhere, and neither names nor keeps anything. A
/// number in the column of names (総計｜4件) is no name, and 合計 in the column of media is no medium.
fn is_total(row: &Row, header: &Header) -> bool {
    let of = |column: Column| row.cells().find(|cell| header.role(cell.column) == Role::Known(column));
    let own = |column: Column| of(column).filter(|cell| !cell.merged).map(key).filter(|key| !key.is_empty());
    let is_named = own(Column::Name).is_some_and(|key| !says_total(&key) && !is_count(&key));
    let is_kept = own(Column::Medium).is_some_and(|key| !says_total(&key));
    !is_named && !is_kept && row.cells().any(|cell| says_total(&key(cell)))
}

/// Words without white space, in one writing; nothing for anything but words.
fn key(cell: Cell<'_>) -> String {
    match cell.value {
        Value::Text(text) => matching_key(text),
        _ => String::new(),
    }
}

/// Whether a cell says 合計 or the like, perhaps with its count: 合計（4件）.
fn says_total(key: &str) -> bool {
    const WORDS: [&str; 11] =
        ["合計件数", "合計", "小計", "総計", "総合計", "計", "件数", "平均値", "平均", "subtotal", "total"];
    let rests = WORDS.into_iter().filter_map(|word| key.strip_prefix(word));
    rests.map(|rest| rest.trim_matches(['(', ')', ':'])).any(|rest| rest.is_empty() || is_count(rest))
}

/// Whether a key is a bare number, or one of lines: 4件.
fn is_count(key: &str) -> bool {
    let number = key.strip_prefix("全").unwrap_or(key).trim_end_matches('件');
    number.starts_with(|first: char| first.is_ascii_digit())
        && number.chars().all(|character| character.is_ascii_digit() || matches!(character, '.' | ','))
}

/// Words that begin lines below a table: what the ratings mean, who approved it, when it was made. The list is
/// closed, so that a line that only forgot its cells stays an error.
const FOOT: [&str; 11] =
    ["凡例", "承認", "作成日", "作成者", "更新日", "改訂日", "備考", "注記", "機密性", "完全性", "可用性"];

/// The cell with such a word that a line begins with, if it says neither where something is kept nor what it is
/// worth.
fn foot<'a>(row: &'a Row, header: &Header, mode: Mode) -> Option<Cell<'a>> {
    let first = row.cells().find(|cell| !cell.merged)?;
    let is_silent = |cell: Cell<'_>| match header.role(cell.column) {
        _ if cell.merged || cell.formula => true,
        // Where a seal goes, beside 承認.
        Role::Known(Column::Medium) => key(cell).trim_matches(['(', ')']) == "印",
        Role::Known(column) => !values(column, mode),
        _ => true,
    };
    let begins = FOOT.contains(&key(first).trim_end_matches(':'));
    (begins && row.cells().all(is_silent)).then_some(first)
}

/// Whether a column says what an asset is worth.
fn values(column: Column, mode: Mode) -> bool {
    match column {
        Column::Confidentiality | Column::Integrity | Column::Availability | Column::AssetValue => true,
        other => mode == Mode::Value(other),
    }
}

/// Whether at least three cells, and all but one, are the headings of their columns.
fn repeats(row: &Row, header: &Header) -> bool {
    let name = header.position(Column::Name);
    if !row.cells().any(|cell| Some(cell.column) == name && is_heading(cell, header)) {
        return false;
    }
    let (mut same, mut all) = (0usize, 0usize);
    for cell in row.cells().filter(|cell| !cell.merged) {
        all += 1;
        same += usize::from(is_heading(cell, header));
    }
    same >= 3 && same + 1 >= all
}

fn is_heading(cell: Cell<'_>, header: &Header) -> bool {
    let heading = header.words.get(cell.column as usize);
    matches!((cell.value, heading), (Value::Text(text), Some(heading)) if super::problem::is_one_line(text, heading))
}
