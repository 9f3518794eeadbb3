//! CSV files: UTF-8 with and without mark, CP932, UTF-16 with mark; comma, tab or semicolon.
//!
//! Our own small reader, because lines are counted as Excel counts them (blank ones too), and a
//! quote that is never closed must not swallow the rest of the register.

mod decode;

use std::io::{BufReader, Seek};

use super::{
    error::ReadError,
    guard::device,
    limits,
    row::{Row, RowSource, Value, cell_name},
    source::Source,
};
use decode::{Decoder, Encoding};

use crate::escape::unescaped;

/// A CSV file whose encoding is known.
pub(super) struct CsvFile {
    file: Source,
    encoding: Encoding,
}

/// Characters that may stand between fields.
pub(super) const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

impl CsvFile {
    /// Finds out the encoding; reads the file once for that.
    pub(super) fn open(mut file: Source) -> Result<Self, ReadError> {
        let encoding = decode::detect(&mut file)?;
        Ok(Self { file, encoding })
    }

    /// The lines from the first one.
    pub(super) fn rows(&mut self, delimiter: u8) -> Result<CsvRows<'_>, ReadError> {
        self.file.rewind().map_err(device)?;
        Ok(CsvRows {
            decoder: Decoder::new(BufReader::new(&mut self.file), self.encoding),
            text: String::new(),
            at: 0,
            delimiter,
            row: 0,
            line: 1,
            field: String::new(),
            ended: false,
        })
    }
}

/// Reads a CSV file line by line.
pub(super) struct CsvRows<'a> {
    decoder: Decoder<BufReader<&'a mut Source>>,
    /// A piece of the file, and how far it has been read.
    text: String,
    at: usize,
    delimiter: u8,
    /// Lines as Excel counts them: one record is one line.
    row: u32,
    /// Lines as a text editor counts them.
    line: u64,
    field: String,
    ended: bool,
}

/// What ended a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Field,
    Record,
    File,
}

impl CsvRows<'_> {
    /// The next byte, without taking it; `None` at the end of the file.
    fn peek(&mut self) -> Result<Option<u8>, ReadError> {
        while self.at == self.text.len() {
            self.text.clear();
            self.at = 0;
            if !self.decoder.fill(&mut self.text)? {
                return Ok(None);
            }
        }
        Ok(Some(self.text.as_bytes()[self.at]))
    }

    /// Takes bytes up to (not including) the first that is one of `stops`, or to the end of the piece.
    fn take_until(&mut self, stops: &[u8]) {
        let rest = &self.text[self.at..];
        let length = rest.bytes().position(|byte| stops.contains(&byte)).unwrap_or(rest.len());
        self.field.push_str(&rest[..length]);
        self.at += length;
    }

    /// Reads a field into `self.field`.
    fn field(&mut self) -> Result<End, ReadError> {
        self.field.clear();
        let delimiter = self.delimiter;
        loop {
            match self.peek()? {
                None => return Ok(End::File),
                Some(b'"') if self.field.is_empty() => {
                    self.at += 1;
                    self.quoted()?;
                }
                Some(byte) if byte == delimiter => {
                    self.at += 1;
                    return Ok(End::Field);
                }
                Some(b'\n') => {
                    self.at += 1;
                    self.line += 1;
                    return Ok(End::Record);
                }
                Some(b'\r') => {
                    self.at += 1;
                    if self.peek()? == Some(b'\n') {
                        self.at += 1;
                    }
                    self.line += 1;
                    return Ok(End::Record);
                }
                Some(b'"') => {
                    self.field.push('"');
                    self.at += 1;
                }
                Some(_) => self.take_until(&[delimiter, b'\n', b'\r', b'"']),
            }
            if self.field.len() > limits::CELL_TEXT {
                return Err(self.long_text());
            }
        }
    }

    /// The inside of a quoted field, whose opening quote has been read.
    fn quoted(&mut self) -> Result<(), ReadError> {
        let opened = self.line;
        loop {
            match self.peek()? {
                None => return Err(ReadError::UnclosedQuote { line: opened }),
                Some(b'"') => {
                    self.at += 1;
                    if self.peek()? != Some(b'"') {
                        return Ok(());
                    }
                    self.field.push('"');
                    self.at += 1;
                }
                Some(b'\r') => {
                    self.at += 1;
                    if self.peek()? != Some(b'\n') {
                        self.field.push('\n');
                        self.line += 1;
                    }
                }
                Some(b'\n') => {
                    self.field.push('\n');
                    self.at += 1;
                    self.line += 1;
                }
                Some(_) => self.take_until(b"\"\r\n"),
            }
            if self.field.len() > limits::CELL_TEXT {
                return Err(ReadError::UnclosedQuote { line: opened });
            }
        }
    }

    fn long_text(&self) -> ReadError {
        ReadError::LongText { limit: limits::CELL_TEXT / 4, context: format!("line {}", self.line) }
    }
}

impl RowSource for CsvRows<'_> {
    fn next_row(&mut self, row: &mut Row) -> Result<bool, ReadError> {
        row.clear();
        while !self.ended {
            self.row = self.row.saturating_add(1);
            row.number = self.row;
            for column in 0u32.. {
                let end = self.field()?;
                let text = unescaped(&self.field);
                if !text.trim().is_empty() {
                    if column >= limits::COLUMNS {
                        let cell = cell_name(self.row, column);
                        return Err(ReadError::TooWide { place: "CSV".into(), cell, limit: limits::COLUMNS });
                    }
                    row.push(column, Value::Text(text), false);
                }
                if row.text_len() > limits::ROW_TEXT {
                    return Err(self.long_text());
                }
                self.ended = end == End::File;
                if end != End::Field {
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
