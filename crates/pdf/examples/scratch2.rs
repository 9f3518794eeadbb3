//! What typst itself needs for 2,000 rows of eight columns in our fonts: no template, no data, no
//! tones. `scripts/bench` compares `pdf::render` of the risk report with it, in one run.
//!
//! `cargo run -p pdf --profile dist --example bare_typst_table -- [rows] [file.pdf]`

use std::error::Error;
use std::fmt::Write;
use std::time::Instant;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;

struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _id: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let rows = std::env::args().nth(1).map_or(Ok(2_000), |rows| rows.parse())?;
    let start = Instant::now();
    let bytes = lay_out(markup(rows)?)?;
    println!("bare typst table, {rows} rows: {:.3} s, {} kB", start.elapsed().as_secs_f64(), bytes.len() / 1000);
    if let Some(file) = std::env::args().nth(2) {
        std::fs::write(file, bytes)?;
    }
    Ok(())
}

/// The rows of the risk report as one typst table.
fn markup(rows: u32) -> Result<String, std::fmt::Error> {
    let table = testkit::documents::risk_table(rows);
    let mut markup = std::env::var("PRE").unwrap_or_default() + &String::from(
        "#set page(paper: \"a4\", flipped: true, margin: 15mm)\n#set text(font: \"BIZ UDGothic\", size: 9pt, lang: \"ja\")\n#table(\n",
    );
    let widths: Vec<String> = table.columns.iter().map(|column| format!("{}fr", column.width)).collect();
    writeln!(markup, "columns: ({}),", widths.join(", "))?;
    write!(markup, "table.header(")?;
    for column in &table.columns {
        write!(markup, "{:?}, ", column.title)?;
    }
    writeln!(markup, "),")?;
    for cell in table.rows.iter().flatten() {
        let words = cell.text.to_plain();
        write!(markup, "{words:?}, ")?;
    }
    markup.push(')');
    Ok(markup)
}

fn lay_out(markup: String) -> Result<Vec<u8>, String> {
    let said = |found: &[SourceDiagnostic]| found.iter().map(|one| one.message.to_string()).collect::<String>();
    let fonts: Vec<Font> = pdf::embedded_fonts().iter().flat_map(|font| Font::iter(Bytes::new(font.bytes))).collect();
    let bare = Bare {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        source: Source::detached(markup),
    };
    let pages = typst::compile::<PagedDocument>(&bare).output.map_err(|found| said(&found))?;
    typst_pdf::pdf(&pages, &typst_pdf::PdfOptions::default()).map_err(|found| said(&found))
}
