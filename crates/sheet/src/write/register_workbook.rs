//! A register in the guideline's layout.

use method::RiskCriteria;
use rust_xlsxwriter::{IgnoreError, Workbook, Worksheet, XlsxError};

mod csv;
mod guide;
mod layout;
mod lines;
mod rules;
mod style;
mod threats;

pub use self::csv::register_csv;
use self::{
    layout::{FIRST, HEADER, Layout},
    style::Styles,
};
use super::{WriteError, properties};
use crate::{Register, read::Column};

const TITLE: &str = "情報資産管理台帳";

/// Writes a register as a workbook in the guideline's layout: the sheets 利用方法, 情報資産管理台帳 and,
/// where the register has threat ratings, 脅威の状況. Colours follow `criteria`.
///
/// [`read_register`](crate::read_register) reads the same assets from it again. The same register gives
/// the same bytes.
///
/// # Errors
/// [`WriteError`] where a text is too long for a cell or there are more assets than lines.
pub fn register_workbook(register: &Register, criteria: &RiskCriteria) -> Result<Vec<u8>, WriteError> {
    let count = register.assets.len();
    let fitting = u32::try_from(count).ok().filter(|count| *count < 1_048_576 - FIRST);
    let Some(count) = fitting else { return Err(WriteError::TooManyLines(count)) };
    let styles = Styles::new();
    let layout = Layout::of(register);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(TITLE)?);
    guide::write(workbook.add_worksheet(), criteria, &styles)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(TITLE)?;
    write_head(sheet, &layout, &styles)?;
    for (row, asset) in (FIRST..).zip(&register.assets) {
        lines::write(sheet, row, asset, &layout, &styles)?;
    }
    rules::add(sheet, &layout, count, criteria)?;
    set_up(sheet, &layout, count)?;
    if !register.threat_ratings.is_empty() {
        threats::write(workbook.add_worksheet(), &register.threat_ratings, &styles)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Title, remark, and the header of two lines in which groups span their columns.
fn write_head(sheet: &mut Worksheet, layout: &Layout, styles: &Styles) -> Result<(), XlsxError> {
    sheet.write_string_with_format(0, 0, TITLE, &styles.title)?;
    let remark = "※ 評価値は 3・2・1、個人情報の欄は「有」か空欄で記入します。灰色の欄は自動で計算されます。";
    sheet.write_string_with_format(1, 0, remark, &styles.remark)?;
    let mut position = 0u16;
    for columns in layout.columns.chunk_by(|left, right| left.group().is_some() && left.group() == right.group()) {
        let width = u16::try_from(columns.len()).unwrap_or(1);
        match columns.first().and_then(|column| column.group()) {
            Some(group) => {
                sheet.merge_range(HEADER, position, HEADER, position + width - 1, group, &styles.head)?;
                for (column, out) in (position..).zip(columns) {
                    sheet.write_string_with_format(HEADER + 1, column, &out.title, &styles.head)?;
                }
            }
            None => {
                for out in columns {
                    sheet.merge_range(HEADER, position, HEADER + 1, position, &out.title, &styles.head)?;
                }
            }
        }
        position += width;
    }
    sheet.set_row_height(HEADER, 18)?;
    sheet.set_row_height(HEADER + 1, 44)?;
    for (position, column) in (0u16..).zip(&layout.columns) {
        sheet.set_column_width(position, column.width)?;
    }
    Ok(())
}

/// What moves, what is printed, and which cell is looked at first.
fn set_up(sheet: &mut Worksheet, layout: &Layout, count: u32) -> Result<(), XlsxError> {
    let name = layout.position(Column::Name).unwrap_or(0);
    sheet.set_freeze_panes(FIRST, name + 1)?;
    sheet.set_active(true);
    let last = FIRST + count.max(1) - 1;
    sheet.ignore_error_range(FIRST, 0, last, layout.last(), IgnoreError::NumberStoredAsText)?;
    sheet.set_print_area(0, 0, last, layout.last())?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(HEADER, HEADER + 1)?;
    sheet.set_header("&R&A");
    sheet.set_footer("&C&P / &N");
    sheet.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    Ok(())
}
