//! The table of contents: a real field whose entries are already there.
//!
//! Only Word knows on which page a heading falls, and asking it to count at opening makes it put a
//! question to the reader. So the entries stand without page numbers, as the contents of a regulation
//! do, and are links; whoever wants page numbers updates the field in Word (F9).

use std::io;

use document::{Block, Document};

use crate::body::{Body, Shape};
use crate::page::gap;
use crate::text::run;
use crate::xml::Xml;

/// A line of the contents.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// 1..=3.
    pub(crate) level: u8,
    /// Its words, with the number that Word counts.
    pub(crate) words: String,
}

/// Where the articles stand below the headings: one level under the deepest one above them.
fn article_level(blocks: &[Block]) -> u8 {
    let deepest = blocks.iter().map(|block| if let Block::Heading { level, .. } = block { *level } else { 0 }).max();
    deepest.unwrap_or(0).min(2) + 1
}

/// All headings and articles in the order in which the body writes them; empty where the document
/// wants no contents.
pub(crate) fn entries(document: &Document) -> Vec<Entry> {
    let mut found = Vec::new();
    if document.front.contents {
        collect(&document.blocks, article_level(&document.blocks), &mut found);
    }
    found
}

fn collect(blocks: &[Block], article_level: u8, found: &mut Vec<Entry>) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => found.push(Entry { level: (*level).clamp(1, 3), words: text.clone() }),
            Block::Article(article) => {
                let words = format!("第{}条（{}）", article.number, article.title);
                found.push(Entry { level: article_level, words });
                collect(&article.body, article_level, found);
            }
            _ => {}
        }
    }
}

/// Name of the bookmark that the entry at `index` leads to.
fn bookmark(index: usize) -> String {
    format!("_Toc{index:09}")
}

impl Body<'_> {
    /// The contents with their heading.
    pub(crate) fn contents(&mut self, document: &Document, entries: &[Entry]) -> io::Result<()> {
        if entries.is_empty() {
            return Ok(());
        }
        let id = self.next_id().to_string();
        self.xml.open("w:sdt")?;
        self.xml.open("w:sdtPr")?;
        self.xml.val("w:id", &id)?;
        self.xml.open("w:docPartObj")?;
        self.xml.val("w:docPartGallery", "Table of Contents")?;
        self.xml.empty("w:docPartUnique")?;
        self.xml.close("w:docPartObj")?;
        self.xml.close("w:sdtPr")?;
        self.xml.open("w:sdtContent")?;
        self.words("目次", Shape { style: "TOCHeading", ..Shape::default() })?;
        for (index, entry) in entries.iter().enumerate() {
            let style = match entry.level {
                1 => "TOC1",
                2 => "TOC2",
                _ => "TOC3",
            };
            self.open_paragraph(Shape { style, ..Shape::default() })?;
            if index == 0 {
                begin_field(&mut self.xml, article_level(&document.blocks))?;
            }
            self.xml.open_with("w:hyperlink", &[("w:anchor", &bookmark(index)), ("w:history", "1")])?;
            run(&mut self.xml, &entry.words)?;
            self.xml.close("w:hyperlink")?;
            if index + 1 == entries.len() {
                field_mark(&mut self.xml, "end")?;
            }
            self.xml.close("w:p")?;
        }
        self.xml.close("w:sdtContent")?;
        self.xml.close("w:sdt")?;
        gap(&mut self.xml)
    }

    /// Opens the bookmark of the next heading or article, where there are contents; its id.
    pub(crate) fn open_bookmark(&mut self) -> io::Result<Option<String>> {
        if !self.has_contents {
            return Ok(None);
        }
        let name = bookmark(self.bookmarks);
        let id = self.bookmarks.to_string();
        self.bookmarks += 1;
        self.xml.empty_with("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)])?;
        Ok(Some(id))
    }

    /// Closes it.
    pub(crate) fn close_bookmark(&mut self, id: Option<String>) -> io::Result<()> {
        id.map_or(Ok(()), |id| self.xml.empty_with("w:bookmarkEnd", &[("w:id", &id)]))
    }
}

fn begin_field(xml: &mut Xml<'_>, article_level: u8) -> io::Result<()> {
    field_mark(xml, "begin")?;
    xml.open("w:r")?;
    xml.open_with("w:instrText", &[("xml:space", "preserve")])?;
    xml.words(&format!(" TOC \\o \"1-3\" \\h \\z \\t \"条見出し,{article_level}\" "))?;
    xml.close("w:instrText")?;
    xml.close("w:r")?;
    field_mark(xml, "separate")
}

fn field_mark(xml: &mut Xml<'_>, kind: &str) -> io::Result<()> {
    xml.open("w:r")?;
    xml.empty_with("w:fldChar", &[("w:fldCharType", kind)])?;
    xml.close("w:r")
}
