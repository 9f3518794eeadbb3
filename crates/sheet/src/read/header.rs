//! Where the header of a table stands, and what its columns are.

use super::{
    headings::{Column, Headings},
    problem::one_line,
    row::{Cell, Row, Value, column_name},
};

/// The header of a table: one line, or two merged ones.
#[derive(Debug, Clone)]
pub(super) struct Header {
    /// Its last line, counted from 1; the table begins below.
    pub(super) last_row: u32,
    /// What each column is, by its number counted from 0.
    pub(super) columns: Vec<Role>,
    /// Words of each column's heading; empty where there is none.
    pub(super) words: Vec<String>,
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing stands above it.
    Unnamed,
    /// One that we understand.
    Known(Column),
    /// The company's own.
    Extra,
}

/// A heading that we understand: column of the sheet, its meaning, how vague its name is.
type Found = (u32, Column, usize);

impl Header {
    /// The best header among the first lines of a sheet; `None` where no line names a column.
    pub(super) fn find(rows: &[Row], headings: &Headings, qualifies: impl Fn(&Header) -> bool) -> Option<Self> {
        let single = rows.iter().map(|row| Self::of(None, row, headings));
        let double = rows.windows(2).filter_map(|pair| {
            let [upper, lower] = pair else { return None };
            let adjacent = lower.number == upper.number + 1 && continues(lower, headings);
            adjacent.then(|| Self::of(Some(upper), lower, headings))
        });
        let mut best: Option<(usize, Self)> = None;
        for header in single.chain(double) {
            let score = header.score() + if qualifies(&header) { 100 } else { 0 };
            // Among equals the single line comes first: what stands above it is a title.
            if score > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((score, header));
            }
        }
        best.map(|(_, header)| header)
    }

    fn of(upper: Option<&Row>, lower: &Row, headings: &Headings) -> Self {
        let mut words: Vec<String> = Vec::new();
        // The lower line is the more exact one: 個人情報 below 個人情報の種類.
        for cell in upper.into_iter().chain([lower]).flat_map(Row::cells) {
            let column = cell.column as usize;
            if words.len() <= column {
                words.resize(column + 1, String::new());
            }
            words[column] = heading_words(cell);
        }
        let mut found: Vec<Found> = Vec::new();
        for (column, heading) in (0u32..).zip(&words) {
            found.extend(headings.meaning(heading).map(|(meaning, vagueness)| (column, meaning, vagueness)));
        }
        split_values(&mut found, &words, headings);
        let is_surest = |(column, meaning, vagueness): Found| {
            let rival = found.iter().filter(|rival| rival.1 == meaning).min_by_key(|rival| (rival.2, rival.0));
            rival.is_some_and(|best| (best.2, best.0) == (vagueness, column))
        };
        let mut columns: Vec<Role> =
            words.iter().map(|heading| if heading.is_empty() { Role::Unnamed } else { Role::Extra }).collect();
        for (column, meaning, _) in found.iter().copied().filter(|heading| is_surest(*heading)) {
            columns[column as usize] = Role::Known(meaning);
        }
        Self { last_row: lower.number, columns, words }
    }

    /// Columns that speak of a rating by their headings, but are not the ones that we read it from.
    pub(super) fn unread_ratings(&self) -> impl Iterator<Item = (u32, &str)> {
        const RATINGS: [&str; 6] = ["機密性", "完全性", "可用性", "可能性", "重要度", "資産価値"];
        let columns = (0u32..).zip(self.words.iter().zip(&self.columns));
        columns
            .filter(|(_, (words, role))| **role == Role::Extra && RATINGS.iter().any(|rating| words.contains(rating)))
            .map(|(column, (words, _))| (column, words.as_str()))
    }

    /// The headings that all mean a column, from left to right; only one of them is read.
    pub(super) fn rivals(&self, column: Column, headings: &Headings) -> Vec<&str> {
        let words = self.words.iter().map(String::as_str);
        words.filter(|words| headings.meaning(words).is_some_and(|(meaning, _)| meaning == column)).collect()
    }

    /// How many columns we understand.
    pub(super) fn score(&self) -> usize {
        self.columns.iter().filter(|role| matches!(role, Role::Known(_))).count()
    }

    /// Whether there is such a column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&Role::Known(column))
    }

    /// Number of a column, counted from 0.
    pub(super) fn position(&self, column: Column) -> Option<u32> {
        self.columns.iter().position(|role| *role == Role::Known(column)).map(|position| position as u32)
    }

    /// What a column is.
    pub(super) fn role(&self, column: u32) -> Role {
        self.columns.get(column as usize).copied().unwrap_or(Role::Unnamed)
    }

    /// Words of a column's heading, for messages.
    pub(super) fn heading(&self, column: u32) -> String {
        match self.words.get(column as usize) {
            Some(words) if !words.is_empty() => words.clone(),
            _ => format!("{}列", column_name(column)),
        }
    }

    /// The headings that we understand, for messages.
    pub(super) fn understood(&self) -> String {
        let known = self.words.iter().zip(&self.columns).filter(|(_, role)| matches!(role, Role::Known(_)));
        known.map(|(words, _)| words.as_str()).collect::<Vec<_>>().join("、")
    }
}

/// Takes 資産価値(C), 資産価値(I) and 資産価値(A) for the three ratings where all of them stand: the first
/// alone would be a wrong value.
fn split_values(found: &mut [Found], words: &[String], headings: &Headings) {
    for value in [Column::AssetValue, Column::Importance] {
        let values = found.iter().enumerate().filter(|(_, heading)| heading.1 == value);
        let parts: Vec<(usize, (Column, usize))> = values
            .filter_map(|(at, heading)| Some((at, headings.by_letter(words.get(heading.0 as usize)?)?)))
            .collect();
        let stands = |rating: Column| parts.iter().any(|(_, (column, _))| *column == rating);
        if [Column::Confidentiality, Column::Integrity, Column::Availability].into_iter().all(stands) {
            for (at, (column, vagueness)) in parts {
                found[at] = (found[at].0, column, vagueness);
            }
        }
    }
}

/// Whether a line goes on with the header above it: nearly all of its cells are headings.
fn continues(lower: &Row, headings: &Headings) -> bool {
    let cells = lower.cells().count();
    let known = lower.cells().filter(|cell| headings.meaning(&heading_words(*cell)).is_some()).count();
    known >= 2 && known * 5 >= cells * 3
}

/// The words of a heading: numbers and formulas are none.
fn heading_words(cell: Cell<'_>) -> String {
    match cell.value {
        Value::Text(text) => one_line(text),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
