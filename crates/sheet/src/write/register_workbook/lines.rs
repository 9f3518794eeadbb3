//! The lines of a written register: texts, marks, numbers, formulas with their results.

use japanese::format_date;
use method::{Asset, Rating, RiskLevel, Valuation, importance};
use rust_xlsxwriter::{ExcelDateTime, Formula, Worksheet, XlsxError, utility::row_col_to_cell};

use super::{
    layout::{Kind, Layout},
    style::Styles,
};
use crate::{read::Column, write::WriteError};

/// Excel's limit, in UTF-16 units.
const LONGEST: usize = 32_767;

/// Writes one asset into a line, counted from 0.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    asset: &Asset,
    layout: &Layout,
    styles: &Styles,
) -> Result<(), WriteError> {
    let mut tallest = 1;
    for (position, column) in (0u16..).zip(&layout.columns) {
        let text = match column.kind {
            Kind::Extra(index) => {
                let text = asset.extra.get(index).map_or("", String::as_str);
                if let Some(number) = plain_number(text) {
                    sheet.write_number_with_format(row, position, number, &styles.text)?;
                    continue;
                }
                Some(text)
            }
            Kind::Known(known) => text_of(asset, known),
        };
        match (text, column.kind) {
            (Some(text), _) if text.encode_utf16().count() > LONGEST => {
                return Err(WriteError::LongText { row: asset.row, column: column.title.clone() });
            }
            (Some(""), _) => {
                sheet.write_blank(row, position, &styles.text)?;
            }
            (Some(text), _) => {
                sheet.write_string_with_format(row, position, text, &styles.text)?;
                tallest = tallest.max(lines_of(text, column.width));
            }
            (None, Kind::Known(known)) => write_value(sheet, row, position, asset, known, layout, styles)?,
            (None, Kind::Extra(_)) => {}
        }
    }
    // Lines of one line of text take their height from their letters; not every program does so for
    // more than one.
    if tallest > 1 {
        sheet.set_row_height(row, 4 + 13 * tallest.min(30))?;
    }
    Ok(())
}

/// How many lines a text takes in a column of that width: Japanese letters are two Latin ones wide.
pub(super) fn lines_of(text: &str, width: f64) -> u32 {
    let room = (width - 2.0).max(2.0) as usize;
    let of_line = |line: &str| {
        let letters = line.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum::<usize>();
        letters.div_ceil(room).max(1)
    };
    u32::try_from(text.split('\n').map(of_line).sum::<usize>()).unwrap_or(u32::MAX)
}

pub(super) fn text_of(asset: &Asset, column: Column) -> Option<&str> {
    Some(match column {
        Column::Business => &asset.business,
        Column::Name => &asset.name,
        Column::Remarks => &asset.remarks,
        Column::Users => &asset.users,
        Column::RiskOwner => &asset.risk_owner,
        Column::Department => &asset.department,
        Column::Medium => &asset.medium_as_written,
        Column::Retention => &asset.retention,
        _ => return None,
    })
}

fn write_value(
    sheet: &mut Worksheet,
    row: u32,
    position: u16,
    asset: &Asset,
    column: Column,
    layout: &Layout,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let ratings = match asset.valuation {
        Valuation::Ratings(ratings) => Some(ratings),
        Valuation::AssetValue(_) => None,
    };
    let flag = |set: bool| if set { Value::Mark } else { Value::Blank };
    let rating = |rating: Option<Rating>| rating.map_or(Value::Blank, Value::Rating);
    let value = match column {
        Column::Personal => flag(asset.personal_data.personal),
        Column::Sensitive => flag(asset.personal_data.sensitive),
        Column::MyNumber => flag(asset.personal_data.my_number),
        Column::Survival => flag(asset.survival),
        Column::Confidentiality => rating(ratings.map(|ratings| ratings.confidentiality)),
        Column::Integrity => rating(ratings.map(|ratings| ratings.integrity)),
        Column::Availability => rating(ratings.map(|ratings| ratings.availability)),
        Column::AssetValue => match asset.valuation {
            Valuation::AssetValue(value) => Value::Rating(value),
            Valuation::Ratings(_) => Value::Blank,
        },
        Column::Likelihood => rating(asset.likelihood),
        Column::Importance => importance_formula(row, asset, layout),
        Column::RiskLevel => level_formula(row, asset, layout),
        Column::RegisteredOn => return write_date(sheet, row, position, asset, styles),
        _ => Value::Blank,
    };
    match value {
        Value::Blank => sheet.write_blank(row, position, &styles.center)?,
        Value::Mark => sheet.write_string_with_format(row, position, "有", &styles.center)?,
        Value::Rating(rating) => sheet.write_number_with_format(row, position, rating.value(), &styles.center)?,
        Value::Formula(formula) => sheet.write_formula_with_format(row, position, formula, &styles.computed)?,
    };
    Ok(())
}

enum Value {
    Blank,
    Mark,
    Rating(Rating),
    Formula(Formula),
}

/// 重要度: 3 with any 有, else the highest rating, as the guideline's own sheet computes it.
fn importance_formula(row: u32, asset: &Asset, layout: &Layout) -> Value {
    let value = layout.position(Column::AssetValue).or(layout.position(Column::Availability));
    let (Some(first_flag), Some(first), Some(last)) =
        (layout.position(Column::Personal), layout.position(Column::Confidentiality), value)
    else {
        return Value::Blank;
    };
    let last_flag = layout.position(Column::Survival).or(layout.position(Column::MyNumber)).unwrap_or(first_flag);
    let area = |from, to| format!("{}:{}", row_col_to_cell(row, from), row_col_to_cell(row, to));
    let (flags, values) = (area(first_flag, last_flag), area(first, last));
    let formula = format!(r#"=IF(COUNTIF({flags},"有")>0,3,MAX({values}))"#);
    Value::Formula(Formula::new(formula).set_result(importance(asset).value.to_string()))
}

/// リスクレベル: 重要度 × 被害発生可能性, empty while the latter is.
fn level_formula(row: u32, asset: &Asset, layout: &Layout) -> Value {
    let (Some(importance_at), Some(likelihood_at)) =
        (layout.position(Column::Importance), layout.position(Column::Likelihood))
    else {
        return Value::Blank;
    };
    let (left, right) = (row_col_to_cell(row, importance_at), row_col_to_cell(row, likelihood_at));
    let level = asset.likelihood.map(|likelihood| RiskLevel::new(importance(asset).value, likelihood).to_string());
    let formula = Formula::new(format!(r#"=IF({right}="","",{left}*{right})"#));
    Value::Formula(formula.set_result(level.unwrap_or_default()))
}

/// Days before March 1900 are written as words: Excel's calendar begins there, and has a day too many.
fn write_date(sheet: &mut Worksheet, row: u32, position: u16, asset: &Asset, styles: &Styles) -> Result<(), XlsxError> {
    let Some(date) = asset.registered_on else {
        sheet.write_blank(row, position, &styles.date)?;
        return Ok(());
    };
    if date < jiff::civil::date(1900, 3, 1) {
        sheet.write_string_with_format(row, position, format_date(date), &styles.date)?;
        return Ok(());
    }
    let (year, month, day) = (date.year().unsigned_abs(), date.month().unsigned_abs(), date.day().unsigned_abs());
    let date = ExcelDateTime::from_ymd(year, month, day)?;
    sheet.write_datetime_with_format(row, position, &date, &styles.date)?;
    Ok(())
}

/// The number that a text is, where writing the number gives back the same text: `1000` is one, `007`,
/// `1e3` and numbers of more than 15 digits are words.
fn plain_number(text: &str) -> Option<f64> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 || digits > 15 || !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-')) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| *number != 0.0 || text == "0").filter(|number| number.to_string() == text)
}
