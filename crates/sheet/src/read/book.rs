//! A file of either kind: what sheets it has, and where their headers stand.

use std::path::Path;

use super::{
    csv::{CsvFile, DELIMITERS},
    error::ReadError,
    guard::{Admitted, admit, admit_bytes},
    header::Header,
    headings::Headings,
    limits,
    pasted::{self, PastedRows},
    register,
    row::{Row, RowSource},
    threat_sheet,
    workbook::{Merges, Workbook},
};

/// An open file.
pub(super) enum Book {
    Workbook(Box<Workbook>),
    Csv(CsvFile),
    Pasted(String),
}

/// What the first lines of a sheet tell.
#[derive(Debug)]
pub(super) struct Survey {
    /// Number of the sheet, counted from 0.
    pub(super) index: usize,
    /// Empty for CSV.
    pub(super) name: String,
    pub(super) hidden: bool,
    /// What stands between the fields of a CSV file.
    pub(super) delimiter: u8,
    /// The best header of a register, which may lack columns.
    pub(super) header: Option<Header>,
    /// The header of 脅威の状況, where it is one.
    pub(super) threats: Option<Header>,
    /// Why the sheet could not be looked through, where that concerns this sheet alone.
    pub(super) refused: Option<ReadError>,
    /// Whether there are no headings, and the columns are taken to stand in the guideline's order.
    pub(super) assumed: bool,
}

impl Book {
    pub(super) fn open(path: &Path) -> Result<Self, ReadError> {
        Self::of(admit(path)?)
    }

    pub(super) fn of_bytes(bytes: Vec<u8>, name: &str) -> Result<Self, ReadError> {
        Self::of(admit_bytes(bytes, name)?)
    }

    /// Cells pasted as text; text without any tab is that of a CSV file.
    pub(super) fn of_pasted(text: String) -> Result<Self, ReadError> {
        if text.contains('\t') { Ok(Self::Pasted(text)) } else { Self::of_bytes(text.into_bytes(), "") }
    }

    fn of(admitted: Admitted) -> Result<Self, ReadError> {
        match admitted {
            Admitted::Workbook(file) => Ok(Self::Workbook(Box::new(Workbook::open(file)?))),
            Admitted::Csv(file) => Ok(Self::Csv(CsvFile::open(file)?)),
        }
    }

    /// Whether days are counted from 1904.
    pub(super) fn date_1904(&self) -> bool {
        matches!(self, Self::Workbook(workbook) if workbook.date_1904())
    }

    /// Looks at the first lines of every sheet.
    pub(super) fn survey(&mut self) -> Result<Vec<Survey>, ReadError> {
        let headings = Headings::of_registers();
        match self {
            Self::Csv(file) => {
                let mut best: Option<Survey> = None;
                for delimiter in DELIMITERS {
                    let survey = Survey::of_csv(&mut file.rows(delimiter)?, delimiter, &headings);
                    let score = |survey: &Survey| survey.header.as_ref().map_or(0, Header::score);
                    if best.as_ref().is_none_or(|best| score(&survey) > score(best)) {
                        best = Some(survey);
                    }
                }
                Ok(best.into_iter().collect())
            }
            Self::Pasted(text) => {
                let lines = first_lines(&mut PastedRows::new(text))?;
                Ok(vec![pasted::survey(text, &lines)?])
            }
            Self::Workbook(workbook) => {
                let threat_headings = Headings::of_threats();
                let mut surveys = Vec::new();
                for (index, sheet) in workbook.sheets().into_iter().enumerate() {
                    let mut survey = Survey { hidden: sheet.hidden, ..Survey::blank(index, sheet.name) };
                    match workbook.rows(index, Merges::default()).and_then(|mut rows| first_lines(&mut rows)) {
                        Ok(lines) => {
                            survey.header = Header::find(&lines, &headings, register::qualifies);
                            let named = threat_sheet::is_named(&survey.name);
                            let qualifies = |header: &Header| threat_sheet::qualifies(header, named);
                            survey.threats = Header::find(&lines, &threat_headings, qualifies).filter(qualifies);
                        }
                        // A wide plan on another sheet must not keep the register from being read.
                        Err(wide @ ReadError::TooWide { .. }) => survey.refused = Some(wide),
                        Err(other) => return Err(other),
                    }
                    surveys.push(survey);
                }
                Ok(surveys)
            }
        }
    }

    /// Lets `read` go through the lines of a sheet. Where lines below `header` share merged cells, which
    /// the file tells only behind its last line, they are gone through once more with the values of
    /// those cells in each line.
    pub(super) fn read_lines<T>(
        &mut self,
        survey: &Survey,
        header: u32,
        mut read: impl FnMut(&mut dyn RowSource) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let workbook = match self {
            Self::Csv(file) => return read(&mut file.rows(survey.delimiter)?),
            Self::Pasted(text) => return read(&mut PastedRows::new(text)),
            Self::Workbook(workbook) => workbook,
        };
        let (once, merges) = {
            let mut rows = workbook.rows(survey.index, Merges::default())?;
            (read(&mut rows)?, rows.merges_below(header)?)
        };
        if merges.is_empty() { Ok(once) } else { read(&mut workbook.rows(survey.index, merges)?) }
    }
}

impl Survey {
    pub(super) fn blank(index: usize, name: String) -> Self {
        Self { index, name, hidden: false, delimiter: b',', header: None, threats: None, refused: None, assumed: false }
    }

    fn of_csv(rows: &mut dyn RowSource, delimiter: u8, headings: &Headings) -> Self {
        let mut survey = Self { delimiter, ..Self::blank(0, String::new()) };
        match first_lines(rows) {
            Ok(lines) => survey.header = Header::find(&lines, headings, register::qualifies),
            Err(error) => survey.refused = Some(error),
        }
        survey
    }
}

/// The lines among which the header must be.
fn first_lines(rows: &mut dyn RowSource) -> Result<Vec<Row>, ReadError> {
    let (mut lines, mut text) = (Vec::new(), 0);
    let mut row = Row::default();
    while lines.len() < limits::HEADER_LINES && text < limits::HEADER_TEXT && rows.next_row(&mut row)? {
        text += row.text_len();
        lines.push(row.clone());
    }
    Ok(lines)
}
