//! The body from top to bottom: headings, articles, paragraphs, points, boxes.

use std::io::{self, Write};

use document::{Align, Article, Block, Document, Note, Text, Tone};

use crate::DocxError;
use crate::contents::entries;
use crate::numbering::Numbering;
use crate::page::{NAMESPACES, Page, gap};
use crate::text::{Look, STRONG, run, run_as};
use crate::xml::Xml;

/// `word/document.xml` while it is written.
pub(crate) struct Body<'a> {
    pub(crate) xml: Xml<'a>,
    pub(crate) page: Page,
    pub(crate) numbering: Numbering,
    pub(crate) has_contents: bool,
    pub(crate) bookmarks: usize,
    pub(crate) tables: u32,
    pub(crate) figures: u32,
    page_break: bool,
    last_id: u32,
}

/// How a paragraph stands on the page.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Shape {
    /// Paragraph style.
    pub(crate) style: &'static str,
    /// Stays on one page with what follows.
    pub(crate) keep_next: bool,
    /// Instance of a numbering.
    pub(crate) number: Option<u32>,
    /// A box in these colours: ground and frame.
    pub(crate) boxed: Option<(&'static str, &'static str)>,
    /// Where its words stand.
    pub(crate) align: Align,
}

/// Writes `word/document.xml`; gives back the counters for `word/numbering.xml`.
pub(crate) fn write(document: &Document, out: &mut dyn Write) -> Result<Numbering, DocxError> {
    let entries = entries(document);
    let mut body = Body {
        xml: Xml::new(out)?,
        page: Page::of(document),
        numbering: Numbering::default(),
        has_contents: !entries.is_empty(),
        bookmarks: 0,
        tables: 0,
        figures: 0,
        page_break: false,
        last_id: 0,
    };
    body.xml.open_with("w:document", &NAMESPACES)?;
    body.xml.open("w:body")?;
    body.head(&document.front)?;
    body.contents(document, &entries)?;
    for (index, block) in document.blocks.iter().enumerate() {
        body.block(block, leads(&document.blocks, index))?;
    }
    body.page.section(&mut body.xml)?;
    body.xml.close("w:body")?;
    body.xml.close("w:document")?;
    Ok(body.numbering)
}

/// Whether words lead to a table, a picture, or the headings below their own: they stay with it.
fn leads(blocks: &[Block], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| blocks.get(before));
    match blocks.get(index + 1) {
        Some(Block::Table(_) | Block::Figure(_)) => true,
        Some(Block::Heading { .. }) => matches!(before, Some(Block::Heading { .. })),
        _ => false,
    }
}

impl Body<'_> {
    /// A number that no other content control has.
    pub(crate) fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    /// `keep_next`: its last line stays with what follows.
    fn block(&mut self, block: &Block, keep_next: bool) -> Result<(), DocxError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text)?,
            Block::Paragraph(text) => {
                self.paragraph(text, Shape { style: "BodyText", keep_next, ..Shape::default() })?;
            }
            Block::Article(article) => self.article(article)?,
            Block::List { ordered, items } => self.list(*ordered, items, keep_next)?,
            Block::Table(table) => self.captioned_table(table)?,
            Block::Figure(figure) => self.figure(figure)?,
            Block::Callout { title, body, tone } => self.callout(title, body, *tone)?,
            Block::PageBreak => self.page_break = true,
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, words: &str) -> io::Result<()> {
        let style = match level {
            0 | 1 => "Heading1",
            2 => "Heading2",
            _ => "Heading3",
        };
        self.open_paragraph(Shape { style, ..Shape::default() })?;
        let bookmark = self.open_bookmark()?;
        run(&mut self.xml, words)?;
        self.close_bookmark(bookmark)?;
        self.xml.close("w:p")
    }

    fn article(&mut self, article: &Article) -> Result<(), DocxError> {
        let number = self.numbering.article(article.number);
        self.open_paragraph(Shape { style: "Article", number, ..Shape::default() })?;
        let bookmark = self.open_bookmark()?;
        run(&mut self.xml, &format!("（{}）", article.title))?;
        self.close_bookmark(bookmark)?;
        self.xml.close("w:p")?;
        for (index, block) in article.body.iter().enumerate() {
            let last = index + 1 == article.body.len();
            self.block(block, last && !article.notes.is_empty())?;
        }
        for (index, note) in article.notes.iter().enumerate() {
            self.note(note, index + 1 < article.notes.len())?;
        }
        Ok(())
    }

    /// A rule's notes stay together: no page begins with the advice of the one before.
    fn note(&mut self, note: &Note, keep_next: bool) -> io::Result<()> {
        self.open_paragraph(Shape { style: "Note", keep_next, ..Shape::default() })?;
        run_as(&mut self.xml, note.label, STRONG)?;
        run(&mut self.xml, "\t")?;
        self.text(&note.text, Look::default())?;
        self.xml.close("w:p")
    }

    fn list(&mut self, ordered: bool, items: &[Text], keep_next: bool) -> io::Result<()> {
        let number = (ordered && !items.is_empty()).then(|| self.numbering.ordered_list());
        let style = if ordered { "ListNumber" } else { "ListBullet" };
        for (index, item) in items.iter().enumerate() {
            let keep_next = keep_next && index + 1 == items.len();
            self.paragraph(item, Shape { style, number, keep_next, ..Shape::default() })?;
        }
        Ok(())
    }

    fn callout(&mut self, title: &str, body: &[Text], tone: Tone) -> io::Result<()> {
        let (ground, ink) = tone.colors().unwrap_or(("F7F7F7", "4D4D4D"));
        let shape = Shape { boxed: Some((ground, ink)), ..Shape::default() };
        self.open_paragraph(Shape { style: "CalloutTitle", keep_next: !body.is_empty(), ..shape })?;
        run_as(&mut self.xml, title, Look { style: None, color: Some(ink) })?;
        self.xml.close("w:p")?;
        for (index, text) in body.iter().enumerate() {
            self.paragraph(text, Shape { style: "Callout", keep_next: index + 1 < body.len(), ..shape })?;
        }
        gap(&mut self.xml)
    }

    /// One paragraph of a text.
    pub(crate) fn paragraph(&mut self, text: &Text, shape: Shape) -> io::Result<()> {
        self.open_paragraph(shape)?;
        self.text(text, Look::default())?;
        self.xml.close("w:p")
    }

    /// One paragraph of plain words.
    pub(crate) fn words(&mut self, words: &str, shape: Shape) -> io::Result<()> {
        self.open_paragraph(shape)?;
        run(&mut self.xml, words)?;
        self.xml.close("w:p")
    }

    /// `<w:p>` with its properties, in the order of the schema.
    pub(crate) fn open_paragraph(&mut self, shape: Shape) -> io::Result<()> {
        let page_break = std::mem::take(&mut self.page_break);
        let xml = &mut self.xml;
        xml.open("w:p")?;
        xml.open("w:pPr")?;
        xml.val("w:pStyle", shape.style)?;
        if shape.keep_next {
            xml.empty("w:keepNext")?;
        }
        if page_break {
            xml.empty("w:pageBreakBefore")?;
        }
        if let Some(number) = shape.number {
            xml.open("w:numPr")?;
            xml.val("w:ilvl", "0")?;
            xml.val("w:numId", &number.to_string())?;
            xml.close("w:numPr")?;
        }
        if let Some((ground, frame)) = shape.boxed {
            xml.open("w:pBdr")?;
            for (side, weight, space) in
                [("w:top", "4", "6"), ("w:left", "24", "8"), ("w:bottom", "4", "6"), ("w:right", "4", "8")]
            {
                xml.empty_with(side, &[("w:val", "single"), ("w:sz", weight), ("w:space", space), ("w:color", frame)])?;
            }
            xml.close("w:pBdr")?;
            xml.empty_with("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)])?;
        }
        match shape.align {
            Align::Left => {}
            Align::Center => xml.val("w:jc", "center")?,
            Align::Right => xml.val("w:jc", "right")?,
        }
        xml.close("w:pPr")
    }
}
