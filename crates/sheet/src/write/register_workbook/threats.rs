//! The sheet 脅威の状況 of a written register.

use method::Medium;
use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

use super::style::Styles;
use crate::ThreatRating;

const HEADINGS: [(&str, f64); 3] = [("媒体・保存先", 18.0), ("想定される脅威", 56.0), ("起こりやすさ", 14.0)];

/// Writes what the company said about threats.
pub(super) fn write(sheet: &mut Worksheet, ratings: &[ThreatRating], styles: &Styles) -> Result<(), XlsxError> {
    sheet.set_name("脅威の状況")?;
    for (column, (heading, width)) in (0u16..).zip(HEADINGS) {
        sheet.write_string_with_format(0, column, heading, &styles.head)?;
        sheet.set_column_width(column, width)?;
    }
    for (row, rating) in (1u32..).zip(ratings) {
        sheet.write_string_with_format(row, 0, rating.medium.title(), &styles.text)?;
        if rating.title.is_empty() {
            sheet.write_blank(row, 1, &styles.text)?;
        } else {
            sheet.write_string_with_format(row, 1, &rating.title, &styles.text)?;
        }
        sheet.write_number_with_format(row, 2, rating.rating.value(), &styles.large)?;
    }
    let last = u32::try_from(ratings.len()).unwrap_or(u32::MAX).saturating_add(100).min(1_048_575);
    let media = DataValidation::new().allow_list_strings(&Medium::ALL.map(Medium::title))?;
    let media = media.set_error_title("6つの媒体のどれかです")?.set_error_message("一覧から選んでください。")?;
    sheet.add_data_validation(1, 0, last, 0, &media)?;
    let levels = DataValidation::new().allow_list_strings(&["3", "2", "1"])?;
    let levels = levels.set_error_title("1〜3の数字です")?.set_error_message(
        "3 いつ起きてもおかしくない、2 年に数回程度、1 通常は起きない、のどれかを入力してください。",
    )?;
    sheet.add_data_validation(1, 2, last, 2, &levels)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}
