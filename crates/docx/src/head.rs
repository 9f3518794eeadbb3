//! The head of a regulation as in the seminar's slides: title, state, and a frame with number,
//! category, revision date and scope.

use std::io;

use document::{BlankMark, BlankState, FrontMatter, Inline, Text};

use crate::body::{Body, Shape};
use crate::page::gap;
use crate::text::Look;

/// Share of the width that a label of the frame takes, in hundredths.
const LABEL: u32 = 11;

impl Body<'_> {
    /// Title, state and frame.
    pub(crate) fn head(&mut self, front: &FrontMatter) -> io::Result<()> {
        self.words(&front.title, Shape { style: "Title", ..Shape::default() })?;
        if !front.state.is_empty() {
            self.words(&front.state, Shape { style: "State", ..Shape::default() })?;
        }
        self.frame(front)?;
        gap(&mut self.xml)
    }

    fn frame(&mut self, front: &FrontMatter) -> io::Result<()> {
        let width = self.page.text_width();
        let label = width * LABEL / 100;
        let value = (width - 3 * label) / 3;
        let rest = width - 3 * label - 2 * value;
        let widths = [label, value, label, value, label, rest];
        let xml = &mut self.xml;
        xml.open("w:tbl")?;
        xml.open("w:tblPr")?;
        xml.val("w:tblStyle", "RegulationHead")?;
        xml.empty_with("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        xml.empty_with("w:tblLayout", &[("w:type", "fixed")])?;
        xml.val("w:tblCaption", "文書の番号と適用範囲")?;
        xml.val("w:tblDescription", "番号、区分、改訂日、適用範囲を示します。")?;
        xml.close("w:tblPr")?;
        xml.open("w:tblGrid")?;
        for width in widths {
            xml.empty_with("w:gridCol", &[("w:w", &width.to_string())])?;
        }
        xml.close("w:tblGrid")?;
        self.open_row()?;
        self.label("番号", label)?;
        self.value(&Text::plain(&front.number), value, 1)?;
        self.label("区分", label)?;
        self.value(&Text::plain(&front.category), value, 1)?;
        self.label("改訂日", label)?;
        self.value(&revision_date(front), rest, 1)?;
        self.xml.close("w:tr")?;
        self.open_row()?;
        self.label("適用範囲", label)?;
        self.value(&Text::plain(&front.scope), width - label, 5)?;
        self.xml.close("w:tr")?;
        self.xml.close("w:tbl")
    }

    fn label(&mut self, words: &str, width: u32) -> io::Result<()> {
        self.open_frame_cell(width, 1, Some("E8EEF7"))?;
        self.words(words, Shape { style: "TableHead", ..Shape::default() })?;
        self.xml.close("w:tc")
    }

    fn value(&mut self, text: &Text, width: u32, span: u32) -> io::Result<()> {
        self.open_frame_cell(width, span, None)?;
        self.open_paragraph(Shape { style: "TableText", ..Shape::default() })?;
        self.text(text, Look::default())?;
        self.xml.close("w:p")?;
        self.xml.close("w:tc")
    }

    fn open_frame_cell(&mut self, width: u32, span: u32, ground: Option<&str>) -> io::Result<()> {
        let xml = &mut self.xml;
        xml.open("w:tc")?;
        xml.open("w:tcPr")?;
        xml.empty_with("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        if span > 1 {
            xml.val("w:gridSpan", &span.to_string())?;
        }
        if let Some(ground) = ground {
            xml.empty_with("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", ground)])?;
        }
        xml.val("w:vAlign", "center")?;
        xml.close("w:tcPr")
    }
}

/// 「2026年4月1日」; an open blank where nobody has said it yet.
fn revision_date(front: &FrontMatter) -> Text {
    front.revised_on.map_or_else(
        || Text(vec![Inline::Blank(BlankMark { text: "改訂日".into(), state: BlankState::Missing })]),
        |date| Text::plain(format!("{}年{}月{}日", date.year(), date.month(), date.day())),
    )
}
