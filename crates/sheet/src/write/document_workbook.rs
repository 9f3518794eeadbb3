//! Document -> workbook: first a sheet that reads like the paper, then a sheet for every long table.
//!
//! People take a workbook for its tables, so numbers are numbers, heads stay in sight and can be
//! filtered, and the rest is laid out to be read and printed. Words are never formulas.

mod grid;
mod inline;
mod lines;
mod looks;
mod names;
mod number;
mod paper;
mod pen;
mod table;
mod words;

use document::{Document, FrontMatter};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use self::looks::{Look, Looks};
use self::paper::Paper;
use super::WriteError;

/// Name of the first sheet.
const FIRST: &str = "文書";

/// Default height of a row and width of a column in pixels: what spreadsheets use for this font, whose
/// digits are 7 pixels wide at 10.5 points.
const ROW_PIXELS: u32 = 20;
const COLUMN_PIXELS: u32 = 64;

/// Speed over the last percent: long tables repeat themselves so much that they shrink well anyway.
const COMPRESSION: u8 = 3;

/// The workbook of a document as bytes.
///
/// Sheet 「文書」 has everything in reading order; tables of more than eight rows, or of more columns
/// than fit there, stand on sheets of their own; where there is one of them, the workbook opens on it.
/// Same document, same bytes.
///
/// # Errors
/// What a spreadsheet cannot hold: more than 32,767 characters in one cell, more than 1,048,575 rows.
pub fn document_workbook(document: &Document) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    let mut looks = Looks::default();
    workbook.set_default_format(&Look::default().font(), ROW_PIXELS, COLUMN_PIXELS)?;
    workbook.set_properties(&properties(&document.front)?);
    workbook.set_zip_compression_level(COMPRESSION);
    let sheet = workbook.add_worksheet();
    sheet.set_name(FIRST)?;
    let later = Paper::new(sheet, &mut looks).write(document)?;
    // A list with some words about it: people take it for the list.
    let is_one_list = later.len() == 1;
    for (name, shown) in later {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name)?.set_active(is_one_list);
        table::write(sheet, &mut looks, shown, &document.front)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Title, organization, number and state; the revision date at midnight as the time of creation,
/// 1980-01-01 (where zip begins to count) if there is none to use.
fn properties(front: &FrontMatter) -> Result<DocProperties, WriteError> {
    let date = front.revised_on.filter(|date| date.year() >= 1980);
    let (year, month, day) = date.map_or((1980, 1, 1), |date| (date.year(), date.month(), date.day()));
    let created = ExcelDateTime::from_ymd(year.unsigned_abs(), month.unsigned_abs(), day.unsigned_abs())?;
    Ok(DocProperties::new()
        .set_title(&front.title)
        .set_subject(&front.scope)
        .set_author(&front.organization)
        .set_company(&front.organization)
        .set_category(&front.category)
        .set_keywords(&front.number)
        .set_status(&front.state)
        .set_creation_datetime(&created))
}
