//! Writes one cell, or cells merged into one: words with their runs, numbers, never a formula.

use document::{Align, Cell, Tone};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::looks::{Look, Looks};
use super::number;
use super::words::{Stress, Words};

/// Cells that are one cell, counted from 0, both ends included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) row: u32,
    pub(super) last_row: u32,
    pub(super) first: u16,
    pub(super) last: u16,
}

impl Area {
    pub(super) fn cell(row: u32, column: u16) -> Self {
        Self { row, last_row: row, first: column, last: column }
    }

    fn is_one_cell(&self) -> bool {
        self.row == self.last_row && self.first == self.last
    }
}

/// What a cell of a table becomes.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) words: Words,
    pub(super) look: Look,
    pub(super) number: Option<i64>,
}

impl Shown {
    pub(super) fn new(words: Words, look: Look) -> Self {
        Self { words, look, number: None }
    }

    /// A cell as it stands in its row. Where only the colour of a number says its band, a number format
    /// adds the band's word without touching the value.
    pub(super) fn of(cell: &Cell, row: &[Cell], align: Align) -> Self {
        let words = Words::from(&cell.text);
        let mut look = Look::cell(align).toned(cell.tone);
        let plain = words.is_plain();
        let format = cell.number.filter(|_| plain).and_then(|number| number::format(number, &words.to_plain()));
        let day = cell.day.filter(|_| plain).and_then(number::of_day);
        let number = cell.number.filter(|_| format.is_some()).or(day);
        look.number = format.or_else(|| day.map(|_| number::DAY.to_owned()));
        if let Some(word) = tone_word(cell.tone).filter(|word| plain && silent(&words) && !says(row, cell.tone, word)) {
            look.number = Some(number::with_word(look.number, word));
        }
        Self { words, look, number }
    }
}

const fn tone_word(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::High => Some("高"),
        Tone::Medium => Some("中"),
        Tone::Low => Some("低"),
        Tone::Plain | Tone::Attention | Tone::Muted => None,
    }
}

/// Whether the words are a bare number; other words say themselves what their colour means.
fn silent(words: &Words) -> bool {
    let words = words.to_plain();
    !words.is_empty() && words.chars().all(|one| one.is_ascii_digit() || ",.-".contains(one))
}

/// Whether a cell of that tone in the row says the word.
fn says(row: &[Cell], tone: Tone, word: &str) -> bool {
    row.iter().any(|other| other.tone == tone && other.text.to_plain().contains(word))
}

/// Writes into one sheet.
pub(super) struct Pen<'a> {
    pub(super) sheet: &'a mut Worksheet,
    pub(super) looks: &'a mut Looks,
}

impl Pen<'_> {
    /// Writes one cell.
    pub(super) fn put(&mut self, area: Area, mut shown: Shown) -> Result<(), XlsxError> {
        let words = shown.words.to_plain();
        shown.look.quoted = shown.number.is_none() && words.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let format = self.looks.of(&shown.look);
        let (row, column) = (area.row, area.first);
        if !area.is_one_cell() {
            self.sheet.merge_range(row, column, area.last_row, area.last, "", format)?;
        }
        if let Some(number) = shown.number {
            self.sheet.write_number_with_format(row, column, number as f64, format)?;
        } else if words.is_empty() {
            self.sheet.write_blank(row, column, format)?;
        } else if shown.words.is_plain() || !self.rich(area, &shown)? {
            let format = self.looks.of(&shown.look);
            self.sheet.write_string_with_format(row, column, words, format)?;
        }
        Ok(())
    }

    /// Words in runs; false where the runs make them too long for a cell (the words alone may fit).
    fn rich(&mut self, area: Area, shown: &Shown) -> Result<bool, XlsxError> {
        let fonts: Vec<Format> = shown.words.0.iter().map(|(stress, _)| Looks::run(&shown.look, *stress)).collect();
        let runs: Vec<_> = fonts.iter().zip(&shown.words.0).map(|(font, (_, words))| (font, words.as_str())).collect();
        let format = self.looks.of(&shown.look);
        match self.sheet.write_rich_string_with_format(area.row, area.first, &runs, format) {
            Ok(_) => Ok(true),
            Err(XlsxError::MaxStringLengthExceeded) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

/// Words without stress in a cell of that look.
pub(super) fn plain(words: &str, look: Look) -> Shown {
    let mut runs = Words::default();
    runs.push(Stress::None, words);
    Shown::new(runs, look)
}
