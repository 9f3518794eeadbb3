//! What writes documents for the running server: the same crates as `sonae build`.

use document::Document;

/// Excel, Word and PDF.
pub(super) struct Renderers;

impl web::Renderers for Renderers {
    fn xlsx(&self, document: &Document) -> Result<Vec<u8>, String> {
        sheet::document_workbook(document).map_err(|error| error.to_string())
    }

    fn docx(&self, document: &Document) -> Result<Vec<u8>, String> {
        docx::render(document).map_err(|error| error.to_string())
    }

    fn pdf(&self, document: &Document) -> Result<Vec<u8>, String> {
        pdf::render(document).map_err(|error| error.to_string())
    }
}
