//! Turns documents into files, beside the requests.

use std::sync::Arc;

use app::Error;
use document::Document;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use super::Format;
use crate::Failure;

/// What writes documents. An error is a sentence for the person who asked: what is in the way, and where.
pub trait Renderers: Send + Sync {
    /// As an Excel workbook.
    fn xlsx(&self, document: &Document) -> Result<Vec<u8>, String>;
    /// As a Word document.
    fn docx(&self, document: &Document) -> Result<Vec<u8>, String>;
    /// As a PDF.
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, String>;
}

/// The renderers with the lanes in which they work. A PDF keeps a processor busy for about a second, so one is
/// made at a time; workbooks and Word documents take far less and do not wait behind it.
#[derive(Clone)]
pub(crate) struct Rendering {
    renderers: Option<Arc<dyn Renderers>>,
    pdf: Arc<Semaphore>,
    others: Arc<Semaphore>,
}

impl Rendering {
    pub(crate) fn new(renderers: Option<Arc<dyn Renderers>>) -> Self {
        Self { renderers, pdf: Arc::new(Semaphore::new(1)), others: Arc::new(Semaphore::new(1)) }
    }

    /// Waits for its turn and writes the document.
    pub(super) async fn render(&self, document: Document, format: Format) -> Result<Vec<u8>, Failure> {
        let Some(renderers) = self.renderers.clone() else {
            return Err(Error::Refused("この起動のしかたでは、文書をファイルにできません。".into()).into());
        };
        let lane = if format == Format::Pdf { &self.pdf } else { &self.others };
        let closed = |_| Failure::internal("a lane of the renderers is closed");
        let turn = Arc::clone(lane).acquire_owned().await.map_err(closed)?;
        let written = spawn_blocking(move || {
            let written = match format {
                Format::Xlsx => renderers.xlsx(&document),
                Format::Docx => renderers.docx(&document),
                Format::Pdf => renderers.pdf(&document),
            };
            // Whoever asked may have gone away; the lane is free only when the work has ended.
            drop(turn);
            written
        });
        let written = written.await.map_err(|_| Failure::internal("a renderer panicked"))?;
        written.map_err(|reason| Error::Refused(reason).into())
    }
}
