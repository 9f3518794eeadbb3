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
    let failed = |diagnostics: String| PdfError::Layout { title: document.front.title.clone(), diagnostics };
    let data = serde_json::to_vec(&DocumentData::new(document)).map_err(|error| failed(error.to_string()))?;
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
