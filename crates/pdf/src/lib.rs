//! Document -> PDF: archival (PDF/A-2a) and accessible (PDF/UA-1) in one file.
//!
//! typst sets the pages as a library, from a fixed template (`template/`). What a document says
//! reaches it as JSON data only, so no text can become markup. There is no file system, no package
//! and no network behind it. Same document, same bytes.

#![forbid(unsafe_code)]

mod breaks;
mod coverage;
mod data;
mod error;
mod export;
mod fonts;
mod page;
mod text;
mod world;

use document::Document;

pub use error::PdfError;
pub use fonts::{EmbeddedFont, embedded_fonts};

/// The document as a PDF file.
///
/// # Errors
/// [`PdfError::Uncovered`] when a character of it is in none of our fonts (asked before anything is
/// laid out), [`PdfError::Row`] when a table's row does not fit its columns, [`PdfError::Layout`]
/// when typst refuses the document for a reason we did not foresee.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    coverage::check(document)?;
    data::check_rows(document)?;
    export::export(document)
}
