//! Registers for tests and benches: one of any length in the guideline's layout, and workbooks cell
//! by cell.

use std::io::{Seek, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

/// The 16 headings of the guideline's layout (東京都), in their order.
pub const HEADINGS: [&str; 16] = [
    "業務分類",
    "情報資産名称",
    "備考",
    "利用者範囲",
    "リスク所有者",
    "管理部署",
    "媒体・保存先",
    "個人情報",
    "要配慮個人情報",
    "特定個人情報",
    "機密性",
    "完全性",
    "可用性",
    "重要度",
    "保存期限",
    "登録日",
];

/// Where the line after the header stands, counted from 1.
pub const FIRST_ROW: u32 = 6;

/// Where a workbook keeps its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// In the table of shared strings, as Excel does.
    Shared,
    /// In the cells, as writers do that stream.
    Inline,
}

const BUSINESSES: [&str; 8] = ["人事", "経理", "営業", "技術", "製造", "総務", "情報システム", "経営"];
const NAMES: [&str; 8] =
    ["社員名簿", "請求書の控え", "顧客リスト", "製品設計図", "生産計画表", "社内規程集", "アクセスログ", "議事録"];
const MEDIA: [&str; 6] = ["書類", "可搬電子媒体", "事務所PC", "モバイル機器", "社内サーバー", "社外サーバー"];
const RETENTIONS: [&str; 4] = ["5年", "7年", "10年", "利用中"];

/// Writes a register of `lines` lines in the guideline's layout (16 columns, two header lines, 重要度
/// as formulas with stored results), in constant memory.
///
/// # Errors
/// What the writer of xlsx files says.
pub fn write_register(file: impl Write + Seek + Send, lines: u32, texts: Texts) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = match texts {
        Texts::Shared => workbook.add_worksheet_with_low_memory()?,
        Texts::Inline => workbook.add_worksheet_with_constant_memory()?,
    };
    sheet.set_name("情報資産管理台帳")?;
    sheet.write(0, 0, "情報資産管理台帳")?;
    write_headings(sheet)?;
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for line in 0..lines {
        write_line(sheet, FIRST_ROW - 1 + line, line as usize, &date)?;
    }
    workbook.save_to_writer(file)
}

fn write_headings(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (column, heading) in (0u16..).zip(HEADINGS) {
        match column {
            7 => sheet.write(3, column, "個人情報の種類")?,
            10 => sheet.write(3, column, "評価値")?,
            8 | 9 | 11 | 12 => sheet,
            _ => sheet.write(3, column, heading)?,
        };
    }
    for (column, heading) in (0u16..).zip(HEADINGS) {
        if (7..13).contains(&column) {
            sheet.write(4, column, heading)?;
        }
    }
    Ok(())
}

fn write_line(sheet: &mut Worksheet, row: u32, line: usize, date: &Format) -> Result<(), XlsxError> {
    let business = line % BUSINESSES.len();
    sheet.write(row, 0, BUSINESSES[business])?;
    sheet.write(row, 1, format!("{}{:06}", NAMES[business], line + 1))?;
    if line.is_multiple_of(3) {
        sheet.write(row, 2, format!("{}番の棚に保管", line % 997))?;
    }
    sheet.write(row, 3, format!("{}部", BUSINESSES[business]))?;
    sheet.write(row, 4, format!("{}部長", BUSINESSES[business]))?;
    sheet.write(row, 5, format!("{}部", BUSINESSES[business]))?;
    sheet.write(row, 6, MEDIA[line / 7 % MEDIA.len()])?;
    let personal = line.is_multiple_of(4);
    if personal {
        sheet.write(row, 7, "有")?;
    }
    let ratings = [1 + line % 3, 1 + line / 3 % 3, 1 + line / 9 % 3];
    for (column, rating) in (10u16..).zip(ratings) {
        sheet.write(row, column, rating as u32)?;
    }
    let importance = if personal { 3 } else { ratings.into_iter().max().unwrap_or(1) };
    let number = row + 1;
    let formula = format!(r#"=IF(COUNTIF(H{number}:J{number},"有")>0,3,MAX(K{number}:M{number}))"#);
    sheet.write(row, 13, Formula::new(formula).set_result(importance.to_string()))?;
    sheet.write(row, 14, RETENTIONS[line % RETENTIONS.len()])?;
    sheet.write_with_format(row, 15, ExcelDateTime::from_ymd(2025, 4, 1 + (line % 28) as u8)?, date)?;
    Ok(())
}

/// A cell of a test workbook.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Blank,
    /// Words, never a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A number shown as a day.
    Day(u16, u8, u8),
    /// A formula with the result that is stored beside it.
    Formula(String, String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.into()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

/// A line of cells: `row!["顧客リスト", 3, ""]`.
#[macro_export]
macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$($crate::registers::Value::from($value)),*] };
}

/// A sheet of a test workbook.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its lines, from line 1.
    pub rows: Vec<Vec<Value>>,
    /// Merged areas: first line, first column, last line, last column, counted from 0.
    pub merged: Vec<(u32, u16, u32, u16)>,
    /// Whether it is hidden.
    pub hidden: bool,
}

impl Sheet {
    /// A sheet with those lines.
    pub fn new(name: &str, rows: Vec<Vec<Value>>) -> Self {
        Self { name: name.into(), rows, ..Self::default() }
    }
}

/// A workbook of those sheets.
///
/// # Errors
/// What the writer of xlsx files says.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (date, plain) = (Format::new().set_num_format("yyyy/m/d"), Format::new());
    for spec in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&spec.name)?;
        sheet.set_hidden(spec.hidden);
        for (first_row, first_column, last_row, last_column) in spec.merged.iter().copied() {
            sheet.merge_range(first_row, first_column, last_row, last_column, "", &plain)?;
        }
        for (row, values) in (0u32..).zip(&spec.rows) {
            for (column, value) in (0u16..).zip(values) {
                write_value(sheet, row, column, value, &date)?;
            }
        }
    }
    workbook.save_to_buffer()
}

fn write_value(sheet: &mut Worksheet, row: u32, column: u16, value: &Value, date: &Format) -> Result<(), XlsxError> {
    match value {
        Value::Blank => {}
        Value::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
        Value::Number(number) => {
            sheet.write_number(row, column, *number)?;
        }
        Value::Day(year, month, day) => {
            let day = ExcelDateTime::from_ymd(*year, *month, *day)?;
            sheet.write_datetime_with_format(row, column, &day, date)?;
        }
        Value::Formula(formula, result) => {
            sheet.write_formula(row, column, Formula::new(formula).set_result(result))?;
        }
    }
    Ok(())
}

/// The lines of the guideline's header: groups over their parts, below a title.
pub fn guideline_header() -> Vec<Vec<Value>> {
    let mut upper: Vec<Value> = HEADINGS.map(Value::from).into();
    let mut lower = vec![Value::Blank; HEADINGS.len()];
    for column in (7..10).chain(10..13) {
        lower[column] = std::mem::replace(&mut upper[column], Value::Blank);
    }
    upper[7] = "個人情報の種類".into();
    upper[10] = "評価値".into();
    vec![vec!["情報資産管理台帳".into()], vec![], vec![], upper, lower]
}
