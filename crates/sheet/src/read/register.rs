//! A register as it was read, with everything that writing it back needs.

use std::path::Path;

use method::Asset;

use super::{
    ReadOptions,
    book::{Book, Survey},
    choose::choose,
    error::ReadError,
    header::Header,
    headings::{Column, Headings},
    medium_names::UnknownMedium,
    problem::{Problem, Severity},
    row::column_name,
    table::{Table, Task},
    threat_sheet::{self, ThreatRating},
    valuation::Mode,
};

/// 情報資産管理台帳, as read from a workbook or a CSV file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// Name of the file, without its folder.
    pub source: String,
    /// Name of the sheet; empty for CSV.
    pub sheet: String,
    /// Last line of the header, counted from 1.
    pub header_row: u32,
    /// The lines that can be used, in their order.
    pub assets: Vec<Asset>,
    /// What cannot be used, and what should be known, in the order of the lines.
    pub problems: Vec<Problem>,
    /// Headings of the company's own columns; `Asset::extra` has their values.
    pub extra_columns: Vec<String>,
    /// Whether the first of `extra_columns` is that of line numbers (No.).
    pub numbered: bool,
    /// Which columns the register has that not every register has.
    pub columns: OptionalColumns,
    /// What the register says about its assets at all; the rest is unknown rather than blank.
    pub given: GivenColumns,
    /// What the sheet 脅威の状況 says; empty where there is none.
    pub threat_ratings: Vec<ThreatRating>,
    /// Lines below the header, blank ones left out.
    pub rows_read: u64,
    /// Lines that were left out of `assets` because of an error.
    pub rows_skipped: u64,
    /// Words for media that a person has to explain, in the order of the lines.
    pub unknown_media: Vec<UnknownMedium>,
}

/// Which columns a register has, of those that an asset need not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct GivenColumns {
    /// 業務分類
    pub business: bool,
    /// 備考
    pub remarks: bool,
    /// 利用者範囲
    pub users: bool,
    /// リスク所有者
    pub risk_owner: bool,
    /// 管理部署
    pub department: bool,
    /// 個人情報
    pub personal: bool,
    /// 要配慮個人情報
    pub sensitive: bool,
    /// 特定個人情報
    pub my_number: bool,
    /// 存続への影響
    pub survival: bool,
    /// 被害発生可能性
    pub likelihood: bool,
    /// 保存期限
    pub retention: bool,
    /// 登録日
    pub registered_on: bool,
}

impl GivenColumns {
    fn of(header: &Header) -> Self {
        let has = |column| header.has(column);
        // One column that says in words which kinds there are speaks of all three.
        let others = has(Column::Sensitive) || has(Column::MyNumber);
        let kinds = has(Column::PersonalDataKinds) || (has(Column::Personal) && !others);
        Self {
            business: has(Column::Business),
            remarks: has(Column::Remarks),
            users: has(Column::Users),
            risk_owner: has(Column::RiskOwner),
            department: has(Column::Department),
            personal: kinds || has(Column::Personal),
            sensitive: kinds || has(Column::Sensitive),
            my_number: kinds || has(Column::MyNumber),
            survival: has(Column::Survival),
            likelihood: has(Column::Likelihood),
            retention: has(Column::Retention),
            registered_on: has(Column::RegisteredOn),
        }
    }
}

/// Columns beside the guideline's sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OptionalColumns {
    /// 存続への影響
    pub survival: bool,
    /// 資産価値
    pub asset_value: bool,
    /// 被害発生可能性
    pub likelihood: bool,
}

impl Register {
    /// Whether any line cannot be used.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }
}

/// Reads a register from a workbook (.xlsx, .xlsm) or a CSV file (UTF-8, CP932).
///
/// Lines with a cell that cannot be used are left out of `assets` and told in `problems`; the caller
/// decides whether to go on without them. Nothing is guessed.
///
/// # Errors
/// [`ReadError`], one Japanese sentence, where the file as a whole cannot be used.
pub fn read_register(path: &Path, options: &ReadOptions<'_>) -> Result<Register, ReadError> {
    let source = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    read(Book::open(path)?, source, options)
}

/// Reads a register from the bytes of a file of that name; otherwise as [`read_register`].
///
/// # Errors
/// [`ReadError`], one Japanese sentence, where the file as a whole cannot be used.
pub fn read_register_bytes(bytes: Vec<u8>, name: &str, options: &ReadOptions<'_>) -> Result<Register, ReadError> {
    read(Book::of_bytes(bytes, name)?, name.to_owned(), options)
}

/// Reads cells that were copied in spreadsheet software (a tab between cells, a line per row). Where
/// they have no headings, they are read in the order of the guideline's sixteen columns, after one of
/// line numbers if there is one, and a note says so. Text without any tab is read as that of a CSV file.
///
/// # Errors
/// [`ReadError`], one Japanese sentence, where the cells as a whole cannot be used.
pub fn read_pasted(text: String, options: &ReadOptions<'_>) -> Result<Register, ReadError> {
    read(Book::of_pasted(text)?, String::new(), options)
}

fn read(mut book: Book, source: String, options: &ReadOptions<'_>) -> Result<Register, ReadError> {
    let surveys = book.survey()?;
    if let [Survey { refused: Some(_), .. }] = surveys.as_slice()
        && matches!(book, Book::Csv(_))
    {
        return Err(surveys.into_iter().find_map(|survey| survey.refused).unwrap_or(ReadError::NotWorkbook));
    }
    let choice = choose(&surveys, options.sheet.as_deref())?;
    let header = choice.header;
    let Some(mode) = Mode::of(header) else {
        return Err(ReadError::NotWorkbook);
    };
    let date_1904 = book.date_1904();
    let sheet = &choice.survey.name;
    let task = Task { header, mode, sheet, date_1904 };
    refuse_rivals(&task)?;
    let Table { assets, mut problems, extra_columns, rows_read, rows_skipped, unknown_media } =
        book.read_lines(choice.survey, header.last_row, |rows| task.read(rows, options))?;
    let mut about_reading: Vec<Problem> =
        choice.note.map(|note| Problem::about_sheet(sheet, note)).into_iter().collect();
    if choice.survey.assumed {
        let titles: Vec<&str> = header.words.iter().map(String::as_str).collect();
        let note = format!("見出しの行がないため、次の列の順で読みました：{}。", titles.join("、"));
        about_reading.push(Problem::about_sheet(sheet, note));
    }
    if mode == Mode::Value(Column::Importance) {
        let note = "評価値（機密性・完全性・可用性）の列がないため、『重要度』を資産価値として使いました。";
        about_reading.push(Problem::about_sheet(sheet, format!("{}{note}", task.place_of())));
    }
    for (column, words) in header.unread_ratings() {
        let note = format!(
            "{}列『{words}』は、評価に使いません。使う列なら、見出しを様式のとおりに直し、同じ意味の列を1つにしてください。",
            column_name(column)
        );
        about_reading.push(Problem::about_sheet(sheet, format!("{}{note}", task.place_of())));
    }
    let threat_ratings = read_threats(&mut book, &surveys, choice.survey, options, &mut problems)?;
    about_reading.append(&mut problems);
    Ok(Register {
        source,
        sheet: sheet.clone(),
        header_row: header.last_row,
        columns: OptionalColumns {
            survival: header.has(Column::Survival),
            asset_value: header.has(Column::AssetValue) || mode == Mode::Value(Column::Importance),
            likelihood: header.has(Column::Likelihood),
        },
        given: GivenColumns::of(header),
        numbered: header.has(Column::Number),
        assets,
        problems: about_reading,
        extra_columns,
        threat_ratings,
        rows_read,
        rows_skipped,
        unknown_media,
    })
}

/// Refuses a register whose only value stands in several columns: which one is it?
fn refuse_rivals(task: &Task<'_>) -> Result<(), ReadError> {
    let Mode::Value(column) = task.mode else { return Ok(()) };
    let headings = Headings::of_registers();
    let found = task.header.rivals(column, &headings);
    if found.len() < 2 {
        return Ok(());
    }
    Err(ReadError::AmbiguousColumns {
        place: task.place_of(),
        row: task.header.last_row,
        column: column.title(),
        count: found.len(),
        found: found.join("、"),
    })
}

fn read_threats(
    book: &mut Book,
    surveys: &[Survey],
    register: &Survey,
    options: &ReadOptions<'_>,
    problems: &mut Vec<Problem>,
) -> Result<Vec<ThreatRating>, ReadError> {
    let others = surveys.iter().filter(|survey| survey.index != register.index && !survey.hidden);
    let others: Vec<&Survey> = others.filter(|survey| !super::choose::is_example(&survey.name)).collect();
    let unread = others.iter().filter(|survey| survey.threats.is_none() && threat_sheet::is_named(&survey.name));
    problems.extend(unread.map(|survey| threat_sheet::unread(&survey.name)));
    let mut sheets: Vec<_> =
        others.iter().filter_map(|survey| survey.threats.as_ref().map(|header| (*survey, header))).collect();
    sheets.sort_by_key(|(survey, _)| !survey.name.contains("脅威"));
    let Some((survey, header)) = sheets.first() else { return Ok(Vec::new()) };
    let (ratings, mut found) = book
        .read_lines(survey, header.last_row, |rows| threat_sheet::read(rows, header, &options.media, &survey.name))?;
    problems.append(&mut found);
    Ok(ratings)
}

/// Whether a header has all columns that a register must have.
pub(super) fn qualifies(header: &Header) -> bool {
    header.has(Column::Name) && header.has(Column::Medium) && Mode::of(header).is_some()
}

/// The columns that a header lacks, for messages.
pub(super) fn missing_columns(header: &Header) -> String {
    let mut missing = Vec::new();
    for column in [Column::Name, Column::Medium] {
        if !header.has(column) {
            missing.push(format!("『{}』", column.title()));
        }
    }
    if Mode::of(header).is_none() {
        let ratings = [Column::Confidentiality, Column::Integrity, Column::Availability];
        let lacking = ratings.into_iter().filter(|column| !header.has(*column));
        missing.extend(lacking.map(|column| format!("『{}』", column.title())));
    }
    missing.join("")
}
