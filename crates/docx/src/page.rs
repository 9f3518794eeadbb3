//! The sheet of paper, and what every page repeats: running header and page number.

use std::io::{self, Write};

use document::{Document, FrontMatter};

use crate::text::run;
use crate::xml::Xml;

/// Namespaces of every WordprocessingML part that we write.
pub(crate) const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
];

/// Relationship ids of the running header and footer (`parts/document.xml.rels`).
const HEADER: &str = "rId5";
const FOOTER: &str = "rId6";

/// A4 with its margins, in twentieths of a point (567 are one centimetre).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page {
    landscape: bool,
}

impl Page {
    /// The page that the document asks for.
    pub(crate) fn of(document: &Document) -> Self {
        Self { landscape: document.front.landscape }
    }

    const fn size(self) -> (u32, u32) {
        if self.landscape { (16_838, 11_906) } else { (11_906, 16_838) }
    }

    /// Left and right margin: 25 mm upright, 18 mm for wide tables.
    const fn side_margin(self) -> u32 {
        if self.landscape { 1_021 } else { 1_418 }
    }

    /// Width between the margins.
    pub(crate) const fn text_width(self) -> u32 {
        self.size().0 - 2 * self.side_margin()
    }

    /// The section that closes the body.
    pub(crate) fn section(self, xml: &mut Xml<'_>) -> io::Result<()> {
        let (width, height) = self.size();
        let (width, height, side) = (width.to_string(), height.to_string(), self.side_margin().to_string());
        xml.open("w:sectPr")?;
        xml.empty_with("w:headerReference", &[("w:type", "default"), ("r:id", HEADER)])?;
        xml.empty_with("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER)])?;
        if self.landscape {
            xml.empty_with("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", "landscape")])?;
        } else {
            xml.empty_with("w:pgSz", &[("w:w", &width), ("w:h", &height)])?;
        }
        xml.empty_with(
            "w:pgMar",
            &[
                ("w:top", "1588"),
                ("w:right", &side),
                ("w:bottom", "1304"),
                ("w:left", &side),
                ("w:header", "794"),
                ("w:footer", "624"),
                ("w:gutter", "0"),
            ],
        )?;
        xml.close("w:sectPr")
    }

    /// The running header: organization, title, number. A table without lines, because long names wrap
    /// in their own place there instead of running into each other.
    pub(crate) fn header(self, front: &FrontMatter, out: &mut dyn Write) -> io::Result<()> {
        let width = self.text_width();
        let side = width * 31 / 100;
        let columns = [
            (side, "left", &front.organization),
            (width - 2 * side, "center", &front.title),
            (side, "right", &front.number),
        ];
        let mut xml = Xml::new(out)?;
        xml.open_with("w:hdr", &NAMESPACES)?;
        xml.open("w:tbl")?;
        xml.open("w:tblPr")?;
        xml.val("w:tblStyle", "RunningHeader")?;
        xml.empty_with("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        xml.empty_with("w:tblLayout", &[("w:type", "fixed")])?;
        xml.close("w:tblPr")?;
        xml.open("w:tblGrid")?;
        for (width, ..) in columns {
            xml.empty_with("w:gridCol", &[("w:w", &width.to_string())])?;
        }
        xml.close("w:tblGrid")?;
        xml.open("w:tr")?;
        for (width, align, words) in columns {
            xml.open("w:tc")?;
            xml.open("w:tcPr")?;
            xml.empty_with("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
            xml.val("w:vAlign", "bottom")?;
            xml.close("w:tcPr")?;
            xml.open("w:p")?;
            xml.open("w:pPr")?;
            xml.val("w:pStyle", "Header")?;
            xml.val("w:jc", align)?;
            xml.close("w:pPr")?;
            run(&mut xml, words)?;
            xml.close("w:p")?;
            xml.close("w:tc")?;
        }
        xml.close("w:tr")?;
        xml.close("w:tbl")?;
        gap(&mut xml)?;
        xml.close("w:hdr")
    }

    /// The footer: the state at the left (a draft says so on every page), page n / m in the middle.
    pub(crate) fn footer(self, front: &FrontMatter, out: &mut dyn Write) -> io::Result<()> {
        let mut xml = Xml::new(out)?;
        xml.open_with("w:ftr", &NAMESPACES)?;
        xml.open("w:p")?;
        xml.open("w:pPr")?;
        xml.val("w:pStyle", "Footer")?;
        xml.open("w:tabs")?;
        let middle = (self.text_width() / 2).to_string();
        xml.empty_with("w:tab", &[("w:val", "center"), ("w:pos", &middle)])?;
        xml.close("w:tabs")?;
        xml.close("w:pPr")?;
        run(&mut xml, &front.state)?;
        run(&mut xml, "\t")?;
        field(&mut xml, " PAGE ", "1")?;
        run(&mut xml, " / ")?;
        field(&mut xml, " NUMPAGES ", "1")?;
        xml.close("w:p")?;
        xml.close("w:ftr")
    }
}

/// A field that Word computes, with the words that stand there until it has.
pub(crate) fn field(xml: &mut Xml<'_>, instruction: &str, shown: &str) -> io::Result<()> {
    xml.open_with("w:fldSimple", &[("w:instr", instruction)])?;
    run(xml, shown)?;
    xml.close("w:fldSimple")
}

/// A narrow empty line: it closes a table or a box, so that two of them never grow together.
pub(crate) fn gap(xml: &mut Xml<'_>) -> io::Result<()> {
    xml.open("w:p")?;
    xml.open("w:pPr")?;
    xml.val("w:pStyle", "Gap")?;
    xml.close("w:pPr")?;
    xml.close("w:p")
}
