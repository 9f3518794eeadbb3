//! The company's own columns of a register that is read.

use japanese::matching_key;

use crate::asset::distinct;

/// Headings of the company's own columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Headings {
    /// Each once, in the order of the sheet.
    pub(super) all: Vec<String>,
    /// Whether the first one is that of line numbers (No.).
    pub(super) numbered: bool,
    /// The one that holds ふりがな of the names, by which the register sorts.
    pub(super) reading: Option<String>,
}

const READINGS: [&str; 8] =
    ["ふりがな", "フリガナ", "よみがな", "ヨミガナ", "読み仮名", "読みがな", "名称ふりがな", "名称(ふりがな)"];

pub(super) fn headings(titles: &[String], numbered: bool) -> Headings {
    let titles: Vec<String> = titles.iter().map(|title| title.replace('\0', "")).collect();
    let all = distinct(&titles);
    let is_reading = |title: &&String| READINGS.iter().any(|reading| matching_key(reading) == matching_key(title));
    let reading = all.iter().skip(usize::from(numbered)).find(is_reading).cloned();
    Headings { all, numbered, reading }
}

impl Headings {
    /// The columns that are kept as the company's own.
    pub(super) fn kept(&self) -> impl Iterator<Item = &String> {
        self.all.iter().filter(|heading| self.reading.as_ref() != Some(*heading))
    }

    /// Lets the column of line numbers have the name that it has in the register.
    pub(super) fn number_as(&mut self, name: &str) -> Option<String> {
        let first = self.all.first_mut().filter(|first| self.numbered && *first != name)?;
        Some(std::mem::replace(first, name.to_owned()))
    }
}
