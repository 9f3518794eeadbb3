//! The cells of one line, each by its meaning.

use method::{Medium, PersonalData, Rating};

use super::{
    cells,
    header::Role,
    headings::Column,
    line::{Cells, LineReader},
    medium_names::{MediumProblem, UnknownMedium, ditto, six},
    problem::Kind,
    row::{Row, Value},
    scale::{Rated, Scale},
};

/// Different texts for media that are remembered; registers use a few dozen.
const REMEMBERED: usize = 4_096;

/// Different texts for media that a person is asked about; the rest are errors like any other.
const ASKED: usize = 100;

impl LineReader<'_> {
    /// A text as it is written; empty where there is none.
    pub(super) fn text(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> String {
        let Some(cell) = cells.get(column) else { return String::new() };
        match cells::text(cell.value, self.date_1904) {
            Some(text) => text.into_owned(),
            None => {
                self.unusable(row, cell, "数式のエラーです。正しい文字を入力してください。", "文字");
                String::new()
            }
        }
    }

    /// The medium, and the company's words for it.
    pub(super) fn medium(&mut self, row: &Row, cells: &Cells<'_>) -> Option<(Medium, String)> {
        let Some(cell) = cells.get(Column::Medium) else {
            self.missing(row, Column::Medium, &format!("媒体・保存先（{}のどれか）", six()));
            return None;
        };
        let text = cells::text(cell.value, self.date_1904).unwrap_or_default();
        let resolved = match self.resolved.get(text.as_ref()) {
            Some(resolved) => resolved.clone(),
            None => {
                let resolved = self.names.resolve(&text);
                if self.resolved.len() < REMEMBERED {
                    self.resolved.insert(text.clone().into_owned(), resolved.clone());
                }
                resolved
            }
        };
        match resolved {
            Ok(medium) => Some((medium, text.into_owned())),
            Err(problem) => {
                let what = ditto(&text).unwrap_or_else(|| {
                    self.remember_unknown(&text, &problem);
                    problem.explanation()
                });
                self.unusable(row, cell, &what, &format!("{}のどれか", six()));
                None
            }
        }
    }

    fn remember_unknown(&mut self, words: &str, problem: &MediumProblem) {
        if let Some(known) = self.unknown_media.iter_mut().find(|known| known.words == words) {
            known.lines = known.lines.saturating_add(1);
        } else if self.unknown_media.len() < ASKED && !words.is_empty() {
            let candidates = match problem {
                MediumProblem::Ambiguous(candidates) => candidates.clone(),
                MediumProblem::Unknown => Vec::new(),
            };
            self.unknown_media.push(UnknownMedium { words: words.to_owned(), candidates, lines: 1 });
        }
    }

    /// Which kinds of personal data the asset holds: in three columns of flags, or in one of words.
    pub(super) fn personal_data(&mut self, row: &Row, cells: &Cells<'_>) -> PersonalData {
        let mut held = PersonalData {
            sensitive: self.flag(row, cells, Column::Sensitive),
            my_number: self.flag(row, cells, Column::MyNumber),
            ..PersonalData::default()
        };
        if self.single_personal_column {
            return self.kinds(row, cells, Column::Personal);
        }
        held.personal = self.flag(row, cells, Column::Personal);
        let named = self.kinds(row, cells, Column::PersonalDataKinds);
        held.personal |= named.personal;
        held.sensitive |= named.sensitive;
        held.my_number |= named.my_number;
        held
    }

    fn kinds(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> PersonalData {
        let Some(cell) = cells.get(column) else { return PersonalData::default() };
        let kinds = cells::personal_data_kinds(cell.value);
        if kinds.is_none() {
            let what = format!("使えません。{}を書いてください。", cells::KINDS);
            self.unusable(row, cell, &what, cells::KINDS);
        }
        kinds.unwrap_or_default()
    }

    /// Whether a flag is set.
    pub(super) fn flag(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> bool {
        let Some(cell) = cells.get(column) else { return false };
        let flag = cells::flag(cell.value);
        if flag.is_none() {
            let what = format!("使えません。{}にしてください。", cells::FLAGS);
            self.unusable(row, cell, &what, cells::FLAGS);
        }
        flag.unwrap_or(false)
    }

    /// A day.
    pub(super) fn day(&mut self, row: &Row, cells: &Cells<'_>, column: Column) -> Option<jiff::civil::Date> {
        let cell = cells.get(column)?;
        match cells::day(cell.value, self.date_1904) {
            Ok(day) => Some(day),
            Err(what) => {
                self.unusable(row, cell, &what, "日付（2025/4/1 や 令和7年4月1日）");
                None
            }
        }
    }

    /// Likelihood as the register gives it. A formula without a usable result gives none: it is
    /// computed again, and a stored 0 is never read.
    pub(super) fn likelihood(&mut self, row: &Row, cells: &Cells<'_>) -> Option<Rating> {
        let cell = cells.get(Column::Likelihood)?;
        let rated = Rated::leading(cell.value);
        let rating = rated.rating(None).or_else(|| rated.rating(self.scale.filter(|scale| *scale == Scale::Words)));
        if rating.is_none() && cell.formula {
            self.note(Kind::NoResult, row, cell, "の数式の結果は使えないため、脅威と対策の状況から計算し直します。");
        } else if rating.is_none() {
            self.unusable(row, cell, "使えません。1〜3の数字で入力してください。", "1〜3の数字");
        }
        rating
    }

    /// The company's own columns; one without a heading is added when it first holds something.
    pub(super) fn extra(&mut self, row: &Row) -> Vec<String> {
        for cell in row.cells() {
            if self.header.role(cell.column) == Role::Unnamed && !self.extras.contains(&cell.column) {
                self.extras.push(cell.column);
            }
        }
        if self.extras.is_empty() {
            return Vec::new();
        }
        let mut values = vec![String::new(); self.extras.len()];
        for cell in row.cells() {
            let Some(position) = self.extras.iter().position(|column| *column == cell.column) else { continue };
            if cell.value == Value::NoResult {
                self.note(Kind::NoResult, row, cell, "の数式は結果が保存されていないため、空欄として扱いました。");
            }
            values[position] = cells::shown(cell.value, self.date_1904);
        }
        values
    }
}
