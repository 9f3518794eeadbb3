//! Merged areas: one value for several lines, written in the first of them.

use super::{
    super::{
        error::ReadError,
        limits,
        row::{Cell, Row, Value},
    },
    tag::cell_position,
    xml::{Event, Xml},
};

/// A merged area that is more than one line high; its value stands in its upper left cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    first_row: u32,
    last_row: u32,
    column: u32,
}

/// The merged areas of a sheet, worked through from top to bottom.
#[derive(Debug, Default)]
pub(in crate::read) struct Merges {
    /// By first line, last one first.
    waiting: Vec<Merge>,
    active: Vec<(Merge, Kept)>,
}

/// A value that outlives its line.
#[derive(Debug, Clone)]
enum Kept {
    Text(String),
    Number(f64),
    Day(f64),
    Truth(bool),
}

impl Kept {
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell.value {
            Value::Text(text) => Some(Self::Text(text.to_owned())),
            Value::Number(number) => Some(Self::Number(number)),
            Value::Day(number) => Some(Self::Day(number)),
            Value::Truth(truth) => Some(Self::Truth(truth)),
            Value::Error(_) | Value::NoResult => None,
        }
    }

    fn value(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Number(number) => Value::Number(*number),
            Self::Day(number) => Value::Day(*number),
            Self::Truth(truth) => Value::Truth(*truth),
        }
    }
}

impl Merges {
    /// Whether there is none.
    pub(in crate::read) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Gives a line the values of the merged areas that it lies in.
    pub(super) fn fill(&mut self, row: &mut Row) {
        if self.waiting.is_empty() && self.active.is_empty() {
            return;
        }
        self.active.retain(|(merge, _)| row.number <= merge.last_row);
        while let Some(merge) = self.waiting.pop_if(|merge| merge.first_row <= row.number) {
            if merge.first_row == row.number
                && let Some(kept) = row.cell(merge.column).and_then(Kept::of)
            {
                self.active.push((merge, kept));
            }
        }
        for (merge, kept) in &self.active {
            if merge.first_row < row.number {
                row.push_merged(merge.column, kept.value(), false);
            }
        }
    }
}

/// Finds the merged areas of a sheet whose cells have been read; they stand behind them. Only those
/// count that lie below line `header`.
pub(super) fn read(xml: &mut Xml<'_>, header: u32) -> Result<Merges, ReadError> {
    let mut waiting = Vec::new();
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) if element.name == "mergeCell" => {
                let merge = element.attribute("ref").and_then(merge);
                waiting.extend(merge.filter(|merge| merge.first_row > header));
                if waiting.len() > limits::MERGES {
                    return Err(ReadError::Bomb { context: format!("{}: too many merged areas", xml.name()) });
                }
            }
            Event::End("mergeCells") | Event::Over => break,
            _ => {}
        }
    }
    waiting.sort_unstable_by(|a, b| b.cmp(a));
    Ok(Merges { waiting, active: Vec::new() })
}

/// `A4:A5`: an area that is more than one line high.
fn merge(area: &str) -> Option<Merge> {
    let (first, last) = area.split_once(':')?;
    let ((first_row, column), (last_row, _)) = (cell_position(first)?, cell_position(last)?);
    (first_row < last_row && column < limits::COLUMNS).then_some(Merge { first_row, last_row, column })
}
