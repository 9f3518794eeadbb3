//! The lines of a worksheet, one at a time.

use super::{
    super::{
        error::ReadError,
        limits,
        row::{Row, RowSource, Value, cell_name},
    },
    merges::{self, Merges},
    package::Package,
    parts::SheetPart,
    strings::{Strings, rich_text, unescape_from},
    styles::Styles,
    tag::{Position, Step, Tag, Type},
    xml::{Event, Xml},
};

/// Reads a worksheet line by line; nothing of it stays but the line at hand.
pub(in crate::read) struct SheetRows<'a> {
    xml: Xml<'a>,
    sheet: &'a SheetPart,
    strings: &'a Strings,
    styles: &'a Styles,
    merges: Merges,
    /// Number of the line at hand, and the column that a cell without a name stands in.
    row: u32,
    column: u32,
    /// Text of the cell at hand.
    text: String,
    done: bool,
}

impl<'a> SheetRows<'a> {
    pub(super) fn open(
        package: &'a mut Package,
        sheet: &'a SheetPart,
        strings: &'a Strings,
        styles: &'a Styles,
        merges: Merges,
    ) -> Result<Self, ReadError> {
        let part = package.part(&sheet.path, limits::SHEET)?;
        let mut xml = part.ok_or_else(|| ReadError::broken(format!("{} is missing", sheet.path)))?;
        let done = loop {
            match xml.next()? {
                Event::Start(element) if element.name == "sheetData" => break false,
                Event::Empty(element) if element.name == "sheetData" => break true,
                Event::Over => return Err(xml.ends_early()),
                _ => {}
            }
        };
        Ok(Self { xml, sheet, strings, styles, merges, row: 0, column: 0, text: String::new(), done })
    }

    /// A line's tag: its number is the next one unless it names another.
    fn begin_row(&mut self, named: Option<u32>) -> Result<(), ReadError> {
        self.row = named.unwrap_or(self.row.saturating_add(1));
        self.column = 0;
        if (1..=limits::EXCEL_ROWS).contains(&self.row) { Ok(()) } else { Err(self.outside()) }
    }

    /// The merged areas below a line; to be asked when all lines have been read.
    pub(in crate::read) fn merges_below(&mut self, header: u32) -> Result<Merges, ReadError> {
        merges::read(&mut self.xml, header)
    }

    fn outside(&self) -> ReadError {
        ReadError::broken(format!("{}: cell outside of the sheet", self.sheet.path))
    }

    /// Where a cell stands; cells without a name follow each other.
    fn place(&mut self, tag: Tag) -> Result<u32, ReadError> {
        match tag.position {
            Position::Next => {}
            Position::Named(row, column) => {
                self.column = column;
                if self.row == 0 {
                    self.row = row;
                }
            }
            Position::Nonsense => return Err(self.outside()),
        }
        let column = self.column;
        self.column += 1;
        if column >= limits::EXCEL_COLUMNS { Err(self.outside()) } else { Ok(column) }
    }

    /// The inside of a cell, up to its end.
    fn cell(&mut self, tag: Tag, row: &mut Row) -> Result<(), ReadError> {
        let column = self.place(tag)?;
        self.text.clear();
        let (mut formula, mut value, mut inline) = (false, false, false);
        loop {
            match self.xml.next()? {
                Event::Start(element) => match element.name {
                    "v" => {
                        value = true;
                        self.text.clear();
                        self.xml.text_into(&mut self.text, "v")?;
                    }
                    "is" => {
                        inline = true;
                        self.text.clear();
                        rich_text(&mut self.xml, "is", &mut self.text)?;
                    }
                    "f" => formula = true,
                    _ => {}
                },
                Event::Empty(element) if element.name == "f" => formula = true,
                Event::End("c") => break,
                Event::Over => return Err(self.xml.ends_early()),
                _ => {}
            }
        }
        let has_value = inline || (value && !self.text.is_empty());
        // A formula that gives an empty text has a result, one of another kind without a value has none.
        let without_result = formula && tag.kind != Type::Text;
        if !has_value && !without_result {
            return Ok(());
        }
        if column >= limits::COLUMNS {
            return Err(self.too_wide(column));
        }
        let value = if has_value { self.value(tag, inline)? } else { Value::NoResult };
        row.push(column, value, formula);
        if row.text_len() > limits::ROW_TEXT { Err(self.xml.long_text()) } else { Ok(()) }
    }

    /// What the text of the cell at hand means.
    fn value(&mut self, tag: Tag, inline: bool) -> Result<Value<'_>, ReadError> {
        Ok(match tag.kind {
            _ if inline => Value::Text(&self.text),
            Type::Text => {
                unescape_from(&mut self.text, 0);
                Value::Text(&self.text)
            }
            Type::Shared => {
                let shared = self.text.trim().parse().ok().and_then(|index| self.strings.get(index));
                Value::Text(shared.ok_or_else(|| ReadError::broken("no such shared string"))?)
            }
            Type::Truth => Value::Truth(matches!(self.text.trim(), "1" | "true")),
            Type::Error => Value::Error(&self.text),
            Type::Number => match self.text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() && self.styles.is_day(tag.style) => Value::Day(number),
                Ok(number) if number.is_finite() => Value::Number(number),
                _ => Value::Text(&self.text),
            },
        })
    }

    fn too_wide(&self, column: u32) -> ReadError {
        let place = format!("シート「{}」", self.sheet.name);
        ReadError::TooWide { place, cell: cell_name(self.row, column), limit: limits::COLUMNS }
    }

    fn finish(&mut self, row: &mut Row) -> bool {
        if row.is_empty() {
            return false;
        }
        row.number = self.row;
        row.sort();
        self.merges.fill(row);
        true
    }
}

impl RowSource for SheetRows<'_> {
    fn next_row(&mut self, row: &mut Row) -> Result<bool, ReadError> {
        row.clear();
        while !self.done {
            match Step::of(&self.xml.next()?) {
                Step::Cell(tag) => self.cell(tag, row)?,
                Step::EmptyCell(tag) => {
                    self.place(tag)?;
                }
                Step::Row(named) => self.begin_row(named)?,
                Step::EndOfRow if self.finish(row) => return Ok(true),
                Step::EndOfCells => {
                    self.done = true;
                    return Ok(self.finish(row));
                }
                Step::EndOfPart => return Err(self.xml.ends_early()),
                Step::EndOfRow | Step::Other => {}
            }
        }
        Ok(false)
    }
}
