//! A table on a sheet of its own: its head stays in sight, filters, and stands on every printed page.

use document::{Column, FrontMatter, Table};
use rust_xlsxwriter::Worksheet;

use super::super::WriteError;
use super::looks::{Look, Looks};
use super::paper::height;
use super::pen::{Area, Pen, Shown, plain};
use super::words::wide;

/// Width of a page in digits: A4 on its long side, without shrinking.
const PAGE: f64 = 144.0;
/// No column is narrower or wider than this, in digits.
const NARROWEST: f64 = 6.0;
const WIDEST: f64 = 80.0;
/// Room beside a head for its indent and the arrow of the filter, in digits.
const ARROW: f64 = 6.0;
/// Tallest row that spreadsheets take, in points.
const TALLEST: f64 = 409.0;
/// Longest name in the header of a printed page; spreadsheets take 255 units for the whole header.
const HEADER_WORDS: usize = 60;

/// Writes the table.
pub(super) fn write(
    sheet: &mut Worksheet,
    looks: &mut Looks,
    table: &Table,
    front: &FrontMatter,
) -> Result<(), WriteError> {
    page_setup(sheet, front);
    let widths = widths(&table.columns, ARROW);
    for (index, width) in (0..).zip(&widths) {
        sheet.set_column_width(index, *width)?;
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    if let Some(last_column) = widths.len().checked_sub(1).and_then(|last| u16::try_from(last).ok()) {
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofilter(0, 0, last_row, last_column)?;
        sheet.set_repeat_rows(0, 0)?;
    }
    let mut pen = Pen { sheet, looks };
    let heads = table.columns.iter().map(|column| plain(&column.title, Look::head(column.align)));
    row(&mut pen, 0, heads, &widths)?;
    for (index, cells) in (1..).zip(&table.rows) {
        let shown = cells.iter().zip(&table.columns).map(|(cell, column)| Shown::of(cell, cells, column.align));
        row(&mut pen, index, shown, &widths)?;
    }
    Ok(())
}

fn row(pen: &mut Pen<'_>, row: u32, cells: impl Iterator<Item = Shown>, widths: &[f64]) -> Result<(), WriteError> {
    let mut tallest: f64 = 0.0;
    for (column, (shown, width)) in (0..).zip(cells.zip(widths)) {
        tallest = tallest.max(height(&shown, *width));
        pen.put(Area::cell(row, column), shown)?;
    }
    pen.sheet.set_row_height(row, tallest.min(TALLEST))?;
    Ok(())
}

/// Widths in digits: shares of the page, but at least what the head needs with `beside` digits of room
/// around it. Wider than the page together where heads are long; printing shrinks them to fit.
pub(super) fn widths(columns: &[Column], beside: f64) -> Vec<f64> {
    let sum: f64 = columns.iter().map(|column| f64::from(column.width)).sum::<f64>().max(1.0);
    let share = |column: &Column| (f64::from(column.width) / sum * PAGE).clamp(NARROWEST, WIDEST);
    let head = |column: &Column| (f64::from(wide(&column.title)) + beside).min(WIDEST / 2.0);
    columns.iter().map(|column| share(column).max(head(column)).round()).collect()
}

/// A4 on its long side, one page wide, with title and page numbers.
pub(super) fn page_setup(sheet: &mut Worksheet, front: &FrontMatter) {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.75, 0.7, 0.3, 0.3);
    let words = |words: &str| words.chars().take(HEADER_WORDS).collect::<String>().replace('&', "&&");
    sheet.set_header(format!("&L{}&R{} {}", words(&front.organization), words(&front.number), words(&front.title)));
    sheet.set_footer("&C&P / &N");
}

#[cfg(test)]
mod tests {
    use document::Column;

    use super::widths;

    #[test]
    fn columns_take_their_share_but_heads_fit() {
        let columns =
            [Column::left("No.", 1), Column::left("リスクレベル", 1), Column::left("甲", 10), Column::left("乙", 20)];
        assert_eq!(widths(&columns, 3.0), [6.0, 15.0, 45.0, 80.0]);
        assert_eq!(widths(&[Column::left("題", 0)], 3.0), [6.0]);
        assert_eq!(widths(&[], 3.0), [0.0; 0]);
    }
}
