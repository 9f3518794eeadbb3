//! What the tags of a worksheet say.

use super::{
    super::limits,
    xml::{Element, Event},
};

/// How a cell's value is to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Number,
    Shared,
    Text,
    Truth,
    Error,
}

/// What the tag of a cell says: `<c r="B7" s="3" t="s">`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag {
    pub(super) position: Position,
    pub(super) style: Option<usize>,
    pub(super) kind: Type,
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Position {
    /// Right of the one before.
    Next,
    /// Line (counted from 1) and column (counted from 0).
    Named(u32, u32),
    /// A name that no cell has.
    Nonsense,
}

impl Tag {
    fn read(element: &Element<'_>) -> Self {
        let mut tag = Self { position: Position::Next, style: None, kind: Type::Number };
        for (name, value) in element.attributes() {
            match name {
                "r" => {
                    let position = cell_position(value);
                    tag.position = position.map_or(Position::Nonsense, |(row, column)| Position::Named(row, column));
                }
                "s" => tag.style = value.parse().ok(),
                "t" => tag.kind = Type::named(value),
                _ => {}
            }
        }
        tag
    }
}

impl Type {
    fn named(name: &str) -> Self {
        match name {
            "s" => Self::Shared,
            "str" | "inlineStr" | "d" => Self::Text,
            "b" => Self::Truth,
            "e" => Self::Error,
            _ => Self::Number,
        }
    }
}

/// What comes next in a worksheet.
pub(super) enum Step {
    Cell(Tag),
    EmptyCell(Tag),
    Row(Option<u32>),
    EndOfRow,
    EndOfCells,
    EndOfPart,
    Other,
}

impl Step {
    /// Of a tag or words.
    pub(super) fn of(event: &Event<'_>) -> Self {
        match event {
            Event::Start(element) if element.name == "c" => Self::Cell(Tag::read(element)),
            Event::Empty(element) if element.name == "c" => Self::EmptyCell(Tag::read(element)),
            Event::Start(element) | Event::Empty(element) if element.name == "row" => Self::Row(row_number(element)),
            Event::End("row") => Self::EndOfRow,
            Event::End("sheetData") => Self::EndOfCells,
            Event::Over => Self::EndOfPart,
            _ => Self::Other,
        }
    }
}

/// The number that a `<row r="8">` names; `None` where it names none. 0 stands for nonsense.
fn row_number(element: &Element<'_>) -> Option<u32> {
    element.attribute("r").map(|number| number.parse().unwrap_or(0))
}

/// Line (counted from 1) and column (counted from 0) of a cell's name: `B7` is 7 and 1. `None` where
/// it is no name, or one outside of the sheet.
pub(super) fn cell_position(name: &str) -> Option<(u32, u32)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = name.split_at(letters);
    if !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = digits.parse().ok()?;
    let inside = (1..=limits::EXCEL_ROWS).contains(&row) && column <= limits::EXCEL_COLUMNS;
    inside.then_some((row, column - 1))
}
