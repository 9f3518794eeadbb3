//! What is wrong or noteworthy in a cell, for the person who keeps the register.

use super::{limits, row::cell_name};

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The line cannot be used until the cell is mended.
    Error,
    /// The line is used; the person should know what was done.
    Note,
}

/// A cell (or a line, or a sheet) that cannot be used, or about which something must be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How much it weighs.
    pub severity: Severity,
    /// Name of the sheet; empty for CSV.
    pub sheet: String,
    /// Line, counted from 1 as Excel does; 0 where the whole sheet is meant.
    pub row: u32,
    /// Words of the column's heading; empty where the whole line is meant.
    pub column: String,
    /// The cell's name (`K8`); empty where the whole line is meant.
    pub cell: String,
    /// The value as written.
    pub value: String,
    /// A complete sentence: where, what, what to do.
    pub message: String,
    /// What is expected instead: 「1〜3の数字」; empty where nothing is.
    pub expected: String,
}

impl Problem {
    /// Something to know about a whole sheet; a complete sentence.
    pub(super) fn about_sheet(sheet: &str, message: String) -> Self {
        Self::about_line(sheet, 0, "", message)
    }

    fn about_line(sheet: &str, row: u32, value: &str, message: String) -> Self {
        Self {
            severity: Severity::Note,
            sheet: sheet.to_owned(),
            row,
            column: String::new(),
            cell: String::new(),
            value: value.to_owned(),
            message,
            expected: String::new(),
        }
    }
}

/// Where a problem lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) row: u32,
    /// Column, counted from 0.
    pub(super) column: u32,
    pub(super) heading: &'a str,
}

/// Notes that many lines can share; told one by one at first, then counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Importance,
    RiskLevel,
    AssetValue,
    NoResult,
    LoneName,
    LoneCell,
    Foot,
    RepeatedHeader,
    Total,
    UnratedThreat,
}

/// Collects the problems of one sheet.
#[derive(Debug, Default)]
pub(super) struct Problems {
    sheet: String,
    list: Vec<Problem>,
    errors: usize,
    told: std::collections::BTreeMap<Kind, u32>,
}

impl Problems {
    /// For a sheet of that name; empty for CSV.
    pub(super) fn of(sheet: &str) -> Self {
        Self { sheet: sheet.to_owned(), ..Self::default() }
    }

    /// How many errors so far.
    pub(super) fn errors(&self) -> usize {
        self.errors
    }

    /// The message of the first error.
    pub(super) fn first_error(&self) -> Option<&str> {
        let first = self.list.iter().find(|problem| problem.severity == Severity::Error);
        first.map(|problem| problem.message.as_str())
    }

    /// The value of a cell cannot be used. `what` goes on from 「の値『…』は」 (使えません。…).
    pub(super) fn unusable(&mut self, place: Place<'_>, value: &str, what: &str, expected: &str) {
        let shown = shortened(value);
        let message = format!("{}の値『{shown}』は{what}", self.words(place));
        self.push(Severity::Error, place, value, message, expected);
    }

    /// A formula's result is needed and not stored.
    pub(super) fn without_result(&mut self, place: Place<'_>) {
        let message = format!(
            "{}の数式は計算結果が保存されていません。Excel で開いて保存し直すか、値を入力してください。",
            self.words(place)
        );
        self.push(Severity::Error, place, "", message, "計算結果か値");
    }

    /// A required cell is empty.
    pub(super) fn missing(&mut self, place: Place<'_>, expected: &str) {
        let message = format!("{}が空欄です。{expected}を入力してください。", self.words(place));
        self.push(Severity::Error, place, "", message, expected);
    }

    /// Something to know about a cell. `what` goes on from 「8行目『重要度』（N8）」.
    pub(super) fn note(&mut self, kind: Kind, place: Place<'_>, value: &str, what: &str) {
        if self.counts(kind) {
            let message = format!("{}{what}", self.words(place));
            self.push(Severity::Note, place, value, message, "");
        }
    }

    /// Something to know about a whole line. `what` goes on from 「8行目は」.
    pub(super) fn note_line(&mut self, kind: Kind, row: u32, value: &str, what: &str) {
        if self.counts(kind) {
            let message = format!("{}{row}行目は{what}", self.place());
            self.push_line(row, value, message);
        }
    }

    /// Something to know about the sheet; a complete sentence.
    pub(super) fn note_sheet(&mut self, message: String) {
        self.push_line(0, "", message);
    }

    /// Everything, errors and notes in the order of the lines.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        for (kind, count) in std::mem::take(&mut self.told) {
            let further = count.saturating_sub(limits::NOTES_OF_A_KIND);
            if further > 0 {
                let what = match kind {
                    Kind::Importance => "『重要度』が計算と違う行",
                    Kind::RiskLevel => "『リスクレベル』が計算と違う行",
                    Kind::AssetValue => "『資産価値』が評価値と違う行",
                    Kind::NoResult => "数式の結果が保存されていないセル",
                    Kind::LoneName | Kind::LoneCell => "1つの欄だけが記入された行",
                    Kind::Foot => "表の下の注記とみなした行",
                    Kind::RepeatedHeader => "見出しが繰り返された行",
                    Kind::Total => "合計の行",
                    Kind::UnratedThreat => "起こりやすさが空欄の行",
                };
                let place = self.place();
                self.note_sheet(format!("{place}ほかにも、{what}が{further}件あります。"));
            }
        }
        self.list.sort_by_key(|problem| problem.row);
        self.list
    }

    /// 「情報資産管理台帳の」, or nothing for CSV.
    pub(super) fn place(&self) -> String {
        if self.sheet.is_empty() { String::new() } else { format!("シート「{}」の", self.sheet) }
    }

    fn words(&self, place: Place<'_>) -> String {
        let Place { row, column, heading } = place;
        let heading = one_line(heading);
        format!("{}{row}行目『{heading}』（{}）", self.place(), cell_name(row, column))
    }

    fn counts(&mut self, kind: Kind) -> bool {
        let count = self.told.entry(kind).or_default();
        *count = count.saturating_add(1);
        *count <= limits::NOTES_OF_A_KIND
    }

    fn push(&mut self, severity: Severity, place: Place<'_>, value: &str, message: String, expected: &str) {
        self.errors += usize::from(severity == Severity::Error);
        self.list.push(Problem {
            severity,
            sheet: self.sheet.clone(),
            row: place.row,
            column: one_line(place.heading),
            cell: cell_name(place.row, place.column),
            value: value.to_owned(),
            message,
            expected: expected.to_owned(),
        });
    }

    fn push_line(&mut self, row: u32, value: &str, message: String) {
        self.list.push(Problem::about_line(&self.sheet, row, value, message));
    }
}

/// A value as it is shown in a sentence: one line, at most 30 characters.
pub(super) fn shortened(value: &str) -> String {
    let line = one_line(value);
    match line.char_indices().nth(30) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// Line breaks and runs of white space become one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `one_line(text)` is `line`, without making it.
pub(super) fn is_one_line(text: &str, line: &str) -> bool {
    text.split_whitespace().eq(line.split_whitespace())
}
