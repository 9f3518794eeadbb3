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
/// A column wider than that holds sentences, which may go over one more line.
const SENTENCES: f64 = 20.0;
/// What such a column keeps of its width where the page has no room for all of it.
const KEPT: f64 = 0.75;
/// Room beside a number for its indent, in digits.
const BESIDE_NUMBER: f64 = 3.0;
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
    let widths = fitted(table);
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
/// around it. Wider than the page together where heads are long.
pub(super) fn widths(columns: &[Column], beside: f64) -> Vec<f64> {
    let sum: f64 = columns.iter().map(|column| f64::from(column.width)).sum::<f64>().max(1.0);
    let share = |column: &Column| (f64::from(column.width) / sum * PAGE).clamp(NARROWEST, WIDEST);
    columns.iter().map(|column| share(column).max(head(column, beside)).round()).collect()
}

fn head(column: &Column, beside: f64) -> f64 {
    (f64::from(wide(&column.title)) + beside).min(WIDEST / 2.0)
}

/// Widths in digits on a sheet of its own: columns of sentences give way to the others, since printing
/// shrinks what is wider than the page, and small letters are worse than one more line.
fn fitted(table: &Table) -> Vec<f64> {
    let least = least(table);
    let shares = widths(&table.columns, ARROW);
    let mut widths: Vec<f64> = shares.iter().zip(&least).map(|(share, least)| f64::max(*share, *least)).collect();
    let least: Vec<f64> =
        widths.iter().zip(&least).map(|(width, least)| (width * KEPT).max(SENTENCES).max(*least)).collect();
    let mut over = widths.iter().sum::<f64>() - PAGE;
    while over >= 1.0 {
        let room = |index: &usize| widths[*index] - least[*index];
        let roomy = (0..widths.len()).filter(|index| room(index) >= 1.0);
        let Some(widest) = roomy.max_by(|one, other| room(one).total_cmp(&room(other))) else { break };
        widths[widest] -= 1.0;
        over -= 1.0;
    }
    widths
}

/// What every column needs at least, in digits: its head and its widest number, for a number that does not
/// fit is shown as `####`.
fn least(table: &Table) -> Vec<f64> {
    let mut least: Vec<f64> = table.columns.iter().map(|column| head(column, ARROW)).collect();
    for row in &table.rows {
        for (cell, least) in row.iter().zip(&mut least).filter(|(cell, _)| cell.number.is_some() || cell.day.is_some())
        {
            let number = f64::from(wide(&cell.text.to_plain())) + BESIDE_NUMBER;
            *least = f64::max(*least, number.min(WIDEST));
        }
    }
    least
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
    use document::{Cell, Column, Table};

    use super::{fitted, widths};

    #[test]
    fn columns_take_their_share_but_heads_fit() {
        let columns =
            [Column::left("No.", 1), Column::left("リスクレベル", 1), Column::left("甲", 10), Column::left("乙", 20)];
        assert_eq!(widths(&columns, 3.0), [6.0, 15.0, 45.0, 80.0]);
        assert_eq!(widths(&[Column::left("題", 0)], 3.0), [6.0]);
        assert_eq!(widths(&[], 3.0), [0.0; 0]);
    }

    #[test]
    fn sentences_give_way_to_heads_and_numbers() {
        let columns =
            [Column::left("No.", 1), Column::left("リスクレベル", 1), Column::left("甲", 10), Column::left("乙", 20)];
        let row = vec![Cell::number(1), Cell::number(6), Cell::plain("文"), Cell::plain("文")];
        let mut table = Table { caption: String::new(), columns: columns.to_vec(), rows: vec![row] };
        assert_eq!(fitted(&table), [9.0, 18.0, 45.0, 72.0]);
        table.rows[0][0] = Cell::number(123_456_789);
        assert_eq!(fitted(&table), [12.0, 18.0, 44.0, 70.0]);
        table.columns = vec![Column::center("リスクレベル", 1); 9];
        table.rows.clear();
        assert_eq!(fitted(&table), [18.0; 9], "heads stay whole");
    }
}
