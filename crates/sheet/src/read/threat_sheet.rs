//! The sheet 脅威の状況: how often the company expects which threat on which medium.

use japanese::matching_key;
use method::{Medium, Rating};

use super::{
    cells,
    error::ReadError,
    header::Header,
    headings::Column,
    medium_names::{MediumNames, ditto, six},
    problem::{Kind, Place, Problem, Problems},
    row::{Cell, Row, RowSource},
    scale::Rated,
};

/// One line of the sheet 脅威の状況.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreatRating {
    /// Line in that sheet, counted from 1 as Excel does.
    pub row: u32,
    /// 媒体・保存先
    pub medium: Medium,
    /// 想定される脅威 in the company's words.
    pub title: String,
    /// 起こりやすさ
    pub rating: Rating,
}

/// Whether a sheet says by its name that it is this one.
pub(super) fn is_named(sheet: &str) -> bool {
    matching_key(sheet).contains("脅威の状況")
}

/// Whether a header is one of this sheet. Without a column of threats, so that one rating goes for a whole
/// medium, only the sheet's name tells it from other tables of media and ratings.
pub(super) fn qualifies(header: &Header, named: bool) -> bool {
    let rated = header.has(Column::Medium) && header.has(Column::ThreatRating);
    rated && (named || header.has(Column::Threat))
}

/// What to tell about a sheet that is called 脅威の状況 and has no headings that we can read.
pub(super) fn unread(sheet: &str) -> Problem {
    let message = format!(
        "シート「{sheet}」は、見出し（媒体・保存先、起こりやすさ）が見つからないため使わず、脅威の起こりやすさは Sonae の初期値で計算します。使うときは、見出しを「媒体・保存先」「想定される脅威」「起こりやすさ」に直してください。"
    );
    Problem::about_sheet(sheet, message)
}

/// Reads every line below the header. A line without a medium goes on with the one above.
pub(super) fn read(
    source: &mut dyn RowSource,
    header: &Header,
    names: &MediumNames,
    sheet: &str,
) -> Result<(Vec<ThreatRating>, Vec<Problem>), ReadError> {
    let mut reader = Reader { header, names, problems: Problems::of(sheet), medium: None };
    let mut ratings = Vec::new();
    let mut row = Row::default();
    while source.next_row(&mut row)? {
        if row.number > header.last_row {
            ratings.extend(reader.line(&row));
        }
        if reader.problems.errors() > super::limits::ERRORS {
            let example = reader.problems.first_error().unwrap_or_default().to_owned();
            let place = format!("シート「{sheet}」");
            return Err(ReadError::TooManyProblems { place, limit: super::limits::ERRORS, example });
        }
    }
    Ok((ratings, reader.problems.finish()))
}

struct Reader<'a> {
    header: &'a Header,
    names: &'a MediumNames,
    problems: Problems,
    medium: Option<Medium>,
}

impl Reader<'_> {
    fn line(&mut self, row: &Row) -> Option<ThreatRating> {
        let of = |column| row.cells().find(|cell| Some(cell.column) == self.header.position(column));
        let (medium, threat, rating) = (of(Column::Medium), of(Column::Threat), of(Column::ThreatRating));
        let filled = [medium, threat, rating].into_iter().flatten().count();
        if filled == 0 || (filled == 1 && rating.is_none()) {
            // A blank line, a remark, or a heading between the lines; a medium alone goes for those below.
            if let Some(cell) = medium.filter(|_| threat.is_none()) {
                self.medium = self.names.resolve(&cells::shown(cell.value, false)).ok();
                if self.medium.is_some() && self.is_by_medium() {
                    self.unrated(row, medium);
                }
            }
            if filled == 1 && threat.is_some() {
                self.unrated(row, threat);
            }
            return None;
        }
        let medium = match medium {
            Some(cell) => {
                self.medium = self.resolve(row, cell);
                self.medium?
            }
            None => self.above(row)?,
        };
        let Some(rating) = rating else {
            self.unrated(row, threat);
            return None;
        };
        let title = threat.map(|cell| cells::shown(cell.value, false)).unwrap_or_default();
        let Some(rated) = Rated::leading(rating.value).rating(None) else {
            let what = "使えません。1〜3の数字で入力してください。";
            self.unusable(row, rating, what, "1〜3の数字");
            return None;
        };
        Some(ThreatRating { row: row.number, medium, title, rating: rated })
    }

    fn resolve(&mut self, row: &Row, cell: Cell<'_>) -> Option<Medium> {
        match self.names.resolve(&cells::shown(cell.value, false)) {
            Ok(medium) => Some(medium),
            Err(problem) => {
                let what = ditto(&cells::shown(cell.value, false)).unwrap_or_else(|| problem.explanation());
                self.unusable(row, cell, &what, &format!("{}のどれか", six()));
                None
            }
        }
    }

    /// Whether one rating goes for a whole medium: no line goes on with the one above then.
    fn is_by_medium(&self) -> bool {
        !self.header.has(Column::Threat)
    }

    fn above(&mut self, row: &Row) -> Option<Medium> {
        if self.is_by_medium() {
            self.medium = None;
        }
        if self.medium.is_none() {
            let column = self.header.position(Column::Medium)?;
            let heading = self.header.heading(column);
            let place = Place { row: row.number, column, heading: &heading };
            self.problems.missing(place, "媒体・保存先");
        }
        self.medium
    }

    fn unusable(&mut self, row: &Row, cell: Cell<'_>, what: &str, expected: &str) {
        let heading = self.header.heading(cell.column);
        let place = Place { row: row.number, column: cell.column, heading: &heading };
        self.problems.unusable(place, &cells::shown(cell.value, false), what, expected);
    }

    /// Tells a line without a rating by the threat or the medium that it speaks of.
    fn unrated(&mut self, row: &Row, subject: Option<Cell<'_>>) {
        let title = subject.map(|cell| cells::shown(cell.value, false)).unwrap_or_default();
        let what = "起こりやすさが空欄のため使わず、Sonae の初期値で計算します。";
        self.problems.note_line(Kind::UnratedThreat, row.number, &title, what);
    }
}
