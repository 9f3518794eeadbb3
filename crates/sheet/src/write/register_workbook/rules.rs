//! What Excel itself watches in a written register: lists to choose from, and colours.

use document::Tone;
use method::{Band, Medium, RiskCriteria};
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationErrorStyle, Worksheet, XlsxError,
};

use super::{
    layout::{FIRST, Layout},
    style::toned,
};
use crate::read::Column;

/// Lines below the last asset that are watched too, for assets still to come.
const SPARE: u32 = 500;

/// Puts lists and colours on the columns that have them.
pub(super) fn add(
    sheet: &mut Worksheet,
    layout: &Layout,
    lines: u32,
    criteria: &RiskCriteria,
) -> Result<(), XlsxError> {
    let last = FIRST.saturating_add(lines).saturating_add(SPARE).min(1_048_575);
    for column in [Column::Personal, Column::Sensitive, Column::MyNumber, Column::Survival] {
        validate(sheet, layout, column, last, &mark()?)?;
    }
    for column in
        [Column::Confidentiality, Column::Integrity, Column::Availability, Column::AssetValue, Column::Likelihood]
    {
        validate(sheet, layout, column, last, &rating()?)?;
    }
    validate(sheet, layout, Column::Medium, last, &medium()?)?;
    for (value, tone) in [(3, Tone::High), (2, Tone::Medium), (1, Tone::Low)] {
        color(sheet, layout, Column::Importance, last, (value, value), tone)?;
    }
    for band in Band::WORST_FIRST {
        let levels = criteria.levels(band);
        if let (Some(highest), Some(lowest)) = (levels.first(), levels.last()) {
            color(sheet, layout, Column::RiskLevel, last, (lowest.value(), highest.value()), band.into())?;
        }
    }
    Ok(())
}

fn validate(
    sheet: &mut Worksheet,
    layout: &Layout,
    column: Column,
    last: u32,
    rule: &DataValidation,
) -> Result<(), XlsxError> {
    if let Some(position) = layout.position(column) {
        sheet.add_data_validation(FIRST, position, last, position, rule)?;
    }
    Ok(())
}

fn color(
    sheet: &mut Worksheet,
    layout: &Layout,
    column: Column,
    last: u32,
    (from, to): (u8, u8),
    tone: Tone,
) -> Result<(), XlsxError> {
    if let Some(position) = layout.position(column) {
        let rule = ConditionalFormatCellRule::Between(from, to);
        let format = ConditionalFormatCell::new().set_rule(rule).set_format(toned(tone));
        sheet.add_conditional_format(FIRST, position, last, position, &format)?;
    }
    Ok(())
}

fn mark() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&["有"])?
        .set_error_title("有か空欄です")?
        .set_error_message("当てはまるときは「有」を選び、当てはまらないときは空欄にしてください。")
}

fn rating() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&["3", "2", "1"])?
        .set_error_title("1〜3の数字です")?
        .set_error_message("3・2・1 のどれかを入力してください。付け方はシート「利用方法」にあります。")
}

/// The company's own words for media stay possible: Excel only asks whether they are meant.
fn medium() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&Medium::ALL.map(Medium::title))?
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("一覧にない言葉です")?
        .set_error_message("6つのうちのどれかが分かる書き方（人事担当者のPC など）なら、そのまま使えます。")
}
