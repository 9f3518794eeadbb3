//! Numbers that Word counts itself: 第n条 with 項 and 号 below, ordered and unordered points.

use std::io::{self, Write};

use crate::page::NAMESPACES;
use crate::xml::Xml;

/// Definitions (`w:abstractNum`).
const ARTICLES: &str = "0";
const ORDERED: &str = "1";
const BULLETS: &str = "2";

/// Instances (`w:num`) 1 to 3 belong to the styles; the others begin here.
const FIRST_FREE: u32 = 4;

/// The counters that the document needs, collected while its body is written.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    first_article: Option<u32>,
    next_article: u32,
    article_instance: Option<u32>,
    restarts: Vec<Restart>,
}

/// A further instance of a definition, counting from `start`.
#[derive(Debug)]
struct Restart {
    definition: &'static str,
    start: u32,
}

impl Numbering {
    /// The instance that gives this article its number; `None` where the style's own counting already
    /// does. A new one is only needed where the numbers jump.
    pub(crate) fn article(&mut self, number: u32) -> Option<u32> {
        if self.first_article.is_none() {
            self.first_article = Some(number);
        } else if number != self.next_article {
            self.article_instance = Some(self.restart(ARTICLES, number));
        }
        self.next_article = number.saturating_add(1);
        self.article_instance
    }

    /// An instance for an ordered list, counting from 1.
    pub(crate) fn ordered_list(&mut self) -> u32 {
        self.restart(ORDERED, 1)
    }

    fn restart(&mut self, definition: &'static str, start: u32) -> u32 {
        let instance = FIRST_FREE + self.restarts.len() as u32;
        self.restarts.push(Restart { definition, start });
        instance
    }

    /// `word/numbering.xml`
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let first_article = self.first_article.unwrap_or(1).to_string();
        let mut xml = Xml::new(out)?;
        xml.open_with("w:numbering", &NAMESPACES)?;
        definition(
            &mut xml,
            ARTICLES,
            &[
                Level {
                    start: &first_article,
                    format: "decimal",
                    style: "Article",
                    text: "第%1条",
                    follow: "nothing",
                    indent: (0, 0),
                },
                Level {
                    start: "1",
                    format: "decimalFullWidth",
                    style: "ArticleClause",
                    text: "%2",
                    follow: "tab",
                    indent: (420, 420),
                },
                Level {
                    start: "1",
                    format: "decimal",
                    style: "ArticleItem",
                    text: "（%3）",
                    follow: "tab",
                    indent: (840, 630),
                },
            ],
        )?;
        let point = (630, 420);
        definition(
            &mut xml,
            ORDERED,
            &[Level { start: "1", format: "decimal", style: "ListNumber", text: "%1.", follow: "tab", indent: point }],
        )?;
        definition(
            &mut xml,
            BULLETS,
            &[Level {
                start: "1",
                format: "bullet",
                style: "ListBullet",
                text: "・",
                follow: "tab",
                indent: (630, 315),
            }],
        )?;
        for (instance, definition) in ["1", "2", "3"].into_iter().zip([ARTICLES, ORDERED, BULLETS]) {
            xml.open_with("w:num", &[("w:numId", instance)])?;
            xml.val("w:abstractNumId", definition)?;
            xml.close("w:num")?;
        }
        for (instance, restart) in (FIRST_FREE..).zip(&self.restarts) {
            xml.open_with("w:num", &[("w:numId", &instance.to_string())])?;
            xml.val("w:abstractNumId", restart.definition)?;
            xml.open_with("w:lvlOverride", &[("w:ilvl", "0")])?;
            xml.val("w:startOverride", &restart.start.to_string())?;
            xml.close("w:lvlOverride")?;
            xml.close("w:num")?;
        }
        xml.close("w:numbering")
    }
}

/// One level of a definition.
struct Level<'a> {
    start: &'a str,
    format: &'a str,
    style: &'a str,
    text: &'a str,
    follow: &'a str,
    /// Left and hanging, in twentieths of a point.
    indent: (u32, u32),
}

fn definition(xml: &mut Xml<'_>, id: &str, levels: &[Level<'_>]) -> io::Result<()> {
    xml.open_with("w:abstractNum", &[("w:abstractNumId", id)])?;
    xml.val("w:multiLevelType", if levels.len() > 1 { "multilevel" } else { "singleLevel" })?;
    for (index, level) in levels.iter().enumerate() {
        xml.open_with("w:lvl", &[("w:ilvl", &index.to_string())])?;
        xml.val("w:start", level.start)?;
        xml.val("w:numFmt", level.format)?;
        xml.val("w:pStyle", level.style)?;
        xml.val("w:suff", level.follow)?;
        xml.val("w:lvlText", level.text)?;
        xml.val("w:lvlJc", "left")?;
        let (left, hanging) = level.indent;
        xml.open("w:pPr")?;
        xml.empty_with("w:ind", &[("w:left", &left.to_string()), ("w:hanging", &hanging.to_string())])?;
        xml.close("w:pPr")?;
        xml.open("w:rPr")?;
        xml.empty_with("w:rFonts", &[("w:hint", "eastAsia")])?;
        xml.close("w:rPr")?;
        xml.close("w:lvl")?;
    }
    xml.close("w:abstractNum")
}
