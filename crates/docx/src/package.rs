//! The file: a zip of parts, in a fixed order, with a fixed date on every part.

use std::io::{BufWriter, Cursor, Write};

use document::{Document, FrontMatter};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime};

use crate::page::Page;
use crate::xml::Xml;
use crate::{DocxError, body};

type Archive = ZipWriter<Cursor<Vec<u8>>>;

/// Parts that are the same in every document.
const FIXED: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("../parts/content_types.xml")),
    ("_rels/.rels", include_str!("../parts/package.rels.xml")),
    ("docProps/app.xml", include_str!("../parts/app.xml")),
    ("word/_rels/document.xml.rels", include_str!("../parts/document.rels.xml")),
    ("word/styles.xml", include_str!("../parts/styles.xml")),
    ("word/settings.xml", include_str!("../parts/settings.xml")),
    ("word/fontTable.xml", include_str!("../parts/font_table.xml")),
];

/// Speed over the last percent: the XML of long tables repeats itself so much that it shrinks well anyway.
const COMPRESSION: i64 = 3;

/// The whole file as bytes.
pub(crate) fn write(document: &Document) -> Result<Vec<u8>, DocxError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in FIXED {
        part(&mut archive, name, |out| Ok(out.write_all(words.as_bytes())?))?;
    }
    let page = Page::of(document);
    part(&mut archive, "docProps/core.xml", |out| core(&document.front, out))?;
    part(&mut archive, "word/header1.xml", |out| Ok(page.header(&document.front, out)?))?;
    part(&mut archive, "word/footer1.xml", |out| Ok(page.footer(&document.front, out)?))?;
    let numbering = part(&mut archive, "word/document.xml", |out| body::write(document, out))?;
    part(&mut archive, "word/numbering.xml", |out| Ok(numbering.write(out)?))?;
    Ok(archive.finish()?.into_inner())
}

/// One part, streamed through a buffer.
fn part<T>(
    archive: &mut Archive,
    name: &str,
    write: impl FnOnce(&mut dyn Write) -> Result<T, DocxError>,
) -> Result<T, DocxError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(COMPRESSION))
        .last_modified_time(DateTime::default());
    archive.start_file(name, options)?;
    let mut out = BufWriter::with_capacity(64 * 1024, archive);
    let written = write(&mut out)?;
    out.flush()?;
    Ok(written)
}

/// `docProps/core.xml`: title, organization, state, and the revision date as both dates.
fn core(front: &FrontMatter, out: &mut dyn Write) -> Result<(), DocxError> {
    let date = timestamp(front);
    let mut xml = Xml::new(out)?;
    xml.open_with(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    )?;
    xml.leaf("dc:title", &front.title)?;
    xml.leaf("dc:subject", &front.scope)?;
    xml.leaf("dc:creator", &front.organization)?;
    xml.leaf("dc:identifier", &front.number)?;
    xml.leaf("dc:language", "ja-JP")?;
    xml.leaf("cp:category", &front.category)?;
    xml.leaf("cp:contentStatus", &front.state)?;
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.open_with(name, &[("xsi:type", "dcterms:W3CDTF")])?;
        xml.words(&date)?;
        xml.close(name)?;
    }
    Ok(xml.close("cp:coreProperties")?)
}

/// The revision date at midnight; 1980-01-01, where zip begins to count, if there is none to use.
fn timestamp(front: &FrontMatter) -> String {
    let date = front.revised_on.filter(|date| date.year() >= 1980);
    let (year, month, day) = date.map_or((1980, 1, 1), |date| (date.year(), date.month(), date.day()));
    format!("{year:04}-{month:02}-{day:02}T00:00:00Z")
}
