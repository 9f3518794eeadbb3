//! From the document to the bytes of the file.

use std::fmt::Write;

use document::Document;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::data::DocumentData;
use crate::error::PdfError;
use crate::world::Desk;

/// How many further documents a result of typst's cache outlives: the template stays warm, and the
/// cells of a long table are forgotten soon.
const CACHE_AGE: usize = 1;

/// Lays the document out and writes it.
pub(crate) fn export(document: &Document) -> Result<Vec<u8>, PdfError> {
    write(document, &DocumentData::new(document))
}

fn write(document: &Document, data: &DocumentData<'_>) -> Result<Vec<u8>, PdfError> {
    let failed = |diagnostics: String| PdfError::Layout { title: document.front.title.clone(), diagnostics };
    let data = serde_json::to_vec(data).map_err(|error| failed(error.to_string()))?;
    let date = date(document);
    let desk = Desk::new(data, date).map_err(failed)?;
    let bytes = compile(&desk, options(document, date).map_err(failed)?).map_err(failed);
    typst::comemo::evict(CACHE_AGE);
    bytes
}

fn compile(desk: &Desk, options: PdfOptions) -> Result<Vec<u8>, String> {
    let pages = typst::compile::<PagedDocument>(desk).output.map_err(|found| report(desk, &found))?;
    typst_pdf::pdf(&pages, &options).map_err(|found| report(desk, &found))
}

/// Archival and accessible, with nothing of the moment or the machine in it.
fn options(document: &Document, date: Option<Datetime>) -> Result<PdfOptions, String> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    Ok(PdfOptions {
        ident: Smart::Custom(format!("sonae {} {}", document.front.id, document.front.number)),
        creator: Smart::Custom(Some(format!("Sonae {}", env!("CARGO_PKG_VERSION")))),
        timestamp: date.map(Timestamp::new_utc),
        standards: standards.map_err(|error| error.message().to_string())?,
        ..PdfOptions::default()
    })
}

/// The revision date at midnight. PDF/A asks for a date: where nobody has said one it is 1980-01-01,
/// as in our Word files, never the day of the run.
fn date(document: &Document) -> Option<Datetime> {
    let date = document.front.revised_on.filter(|date| date.year() >= 1980);
    let date = date.unwrap_or(jiff::civil::date(1980, 1, 1));
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(date.year()), month, day, 0, 0, 0)
}

/// typst's diagnostics for the log: message, hints, and the line of the template.
fn report(desk: &Desk, found: &[SourceDiagnostic]) -> String {
    let mut report = String::new();
    for diagnostic in found {
        let _ = write!(report, "{}", diagnostic.message);
        for hint in &diagnostic.hints {
            let _ = write!(report, " (hint: {})", hint.v);
        }
        if let (Some(file), Some(range)) = (diagnostic.span.id(), desk.range(diagnostic.span))
            && let Ok(source) = desk.source(file)
            && let Some(line) = source.lines().byte_to_line(range.start)
        {
            let _ = write!(report, " at {}:{}", file.vpath().get_with_slash(), line + 1);
        }
        report.push('\n');
    }
    report
}

#[cfg(test)]
mod tests {
    use document::{BlankMark, BlankState, Block, Cell, Column, Document, FrontMatter, Inline, Table, Text};

    use super::write;
    use crate::data::DocumentData;
    use crate::error::PdfError;

    /// Words in which lines end in every way: brackets in a row, small kana, Latin words, numbers.
    const WORDS: [&str; 11] = [
        "情報資産",
        "は、",
        "「（高）」。",
        "チェックリスト",
        "だった。",
        "ISO/IEC 27001",
        "12,000円",
        "・",
        "する",
        "Microsoft 365 ",
        "ーー々",
    ];

    /// The next number of a row without order, below `end`.
    fn next(state: &mut u64, end: usize) -> usize {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33) as usize % end
    }

    fn cell(state: &mut u64, width: u16) -> Cell {
        let count = 1 + next(state, usize::from(width));
        let words: Vec<&str> = (0..count).map(|_| WORDS[next(state, WORDS.len())]).collect();
        let words = words.join(if next(state, 6) == 0 { "\n" } else { "" });
        let blank = BlankMark { state: BlankState::Missing, text: "責任者".into() };
        match next(state, 5) {
            0 => Cell::from(Text(vec![Inline::Strong(words), Inline::Blank(blank)])),
            _ => Cell::plain(words),
        }
    }

    #[test]
    fn a_row_of_known_height_looks_as_typst_would_have_set_it() -> Result<(), PdfError> {
        let mut state = 7;
        let columns: Vec<Column> = [3, 5, 9].map(|width| Column::left("列", width)).into();
        let mut blocks = Vec::new();
        for _ in 0..60 {
            let rows = (0..4).map(|_| columns.iter().map(|column| cell(&mut state, column.width)).collect()).collect();
            blocks.push(Block::Table(Table { caption: String::new(), columns: columns.clone(), rows }));
            blocks.push(Block::PageBreak);
        }
        let front = FrontMatter { title: "表".into(), landscape: true, ..FrontMatter::default() };
        let document = Document { front, blocks };
        let mut data = DocumentData::new(&document);
        let known = write(&document, &data)?;
        assert!(data.forget_lines() > 100, "too few of the 240 rows to say anything");
        assert_eq!(data.forget_lines(), 0);
        assert!(known == write(&document, &data)?);
        Ok(())
    }

    #[test]
    fn the_rows_of_a_risk_report_are_known() {
        let blocks = vec![Block::Table(testkit::documents::risk_table(400))];
        let front = FrontMatter { title: "表".into(), landscape: true, ..FrontMatter::default() };
        let document = Document { front, blocks };
        let known = DocumentData::new(&document).forget_lines();
        assert!(known > 380, "{known} of 400");
    }
}
