//! Which lines of the table are assets: not blank ones, not remarks below, not the header again.

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
    /// One cell alone.
    Lone(Cell<'a>, Role),
    /// The header once more, as on each printed page.
    Header,
    /// Sums or counts the lines above.
    Total,
    /// Two cells or more: an asset.
    Asset,
}

/// Tells what a line is.
pub(super) fn classify<'a>(row: &'a Row, header: &Header, mode: Mode) -> Line<'a> {
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
    if repeats(row, header) { Line::Header } else { Line::Asset }
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

/// Whether a line says 合計 where assets have their names or before that, and keeps nothing anywhere.
fn is_total(row: &Row, header: &Header) -> bool {
    let text = |cell: &Cell<'_>| match cell.value {
        Value::Text(text) => text.split_whitespace().collect::<String>(),
        _ => String::new(),
    };
    let says = |cell: &Cell<'_>| matches!(text(cell).as_str(), "合計" | "小計" | "総計" | "計" | "件数" | "合計件数");
    let of = |column: Column| row.cells().find(|cell| header.role(cell.column) == Role::Known(column));
    let is_blank = |column: Column| of(column).is_none_or(|cell| cell.merged || text(&cell).is_empty());
    let names = of(Column::Name).filter(|cell| !cell.merged && cell.value != Value::NoResult);
    let is_named = names.is_some_and(|cell| !text(&cell).is_empty() && !says(&cell));
    !is_named && is_blank(Column::Medium) && row.cells().any(|cell| says(&cell))
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
