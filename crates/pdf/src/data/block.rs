//! The body as one flat list: articles become a heading, their blocks and their notes.

use document::{Article, Block, Note, Text};
use serde::Serialize;

use super::depth::Depths;
use super::table::TableData;
use crate::page::{BODY, Page, SMALL};
use crate::text::TextData;

/// A part of the body.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum BlockData<'a> {
    Heading { depth: usize, level: u8, text: TextData<'a> },
    Article { depth: usize, text: TextData<'a> },
    Paragraph { text: TextData<'a> },
    List { ordered: bool, items: Vec<TextData<'a>> },
    Notes { items: Vec<(&'a str, TextData<'a>)> },
    Table(TableData<'a>),
    Figure { caption: TextData<'a>, svg: &'a str, alternative: &'a str },
    Callout { title: TextData<'a>, body: Vec<TextData<'a>>, ground: &'static str, ink: &'static str },
    Break,
}

/// All blocks, in order.
pub(crate) fn flatten(blocks: &[Block], page: Page) -> Vec<BlockData<'_>> {
    let mut body = Body { page, depths: Depths::default(), tables: 0, figures: 0, blocks: Vec::new() };
    body.add(blocks);
    body.blocks
}

struct Body<'a> {
    page: Page,
    depths: Depths,
    tables: u32,
    figures: u32,
    blocks: Vec<BlockData<'a>>,
}

impl<'a> Body<'a> {
    fn add(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            if let Block::Article(article) = block {
                self.add_article(article);
            } else if let Some(data) = self.block(block) {
                self.push(data);
            }
        }
    }

    fn push(&mut self, data: BlockData<'a>) {
        let BlockData::Table(table) = data else { return self.blocks.push(data) };
        for (index, part) in table.parts().into_iter().enumerate() {
            if index > 0 {
                self.blocks.push(BlockData::Break);
            }
            self.blocks.push(BlockData::Table(part));
        }
    }

    fn add_article(&mut self, article: &'a Article) {
        let title = if article.title.is_empty() { String::new() } else { format!("（{}）", article.title) };
        let text = TextData::owned(format!("第{}条{title}", article.number), BODY, self.page.measure());
        self.blocks.push(BlockData::Article { depth: self.depths.article(), text });
        self.add(&article.body);
        if !article.notes.is_empty() {
            let items = article.notes.iter().map(|note| self.note(note)).collect();
            self.blocks.push(BlockData::Notes { items });
        }
    }

    fn note(&self, note: &'a Note) -> (&'a str, TextData<'a>) {
        (note.label, TextData::new(&note.text, SMALL, self.page.measure() * 0.8))
    }

    /// `None` where there is nothing to show: PDF/UA refuses a heading without words.
    fn block(&mut self, block: &'a Block) -> Option<BlockData<'a>> {
        let text = |text: &'a Text| TextData::new(text, BODY, self.page.measure() - 3.0 * BODY);
        Some(match block {
            Block::Heading { text, .. } if text.trim().is_empty() => return None,
            Block::Heading { level, text } => {
                let level = (*level).clamp(1, 3);
                let text = TextData::words(text, BODY * 1.4, self.page.measure());
                BlockData::Heading { depth: self.depths.heading(level), level, text }
            }
            Block::Paragraph(words) => BlockData::Paragraph { text: text(words) },
            Block::List { ordered, items } => {
                BlockData::List { ordered: *ordered, items: items.iter().map(text).collect() }
            }
            Block::Callout { title, body, tone } => {
                let (ground, ink) = tone.colors().unwrap_or(("F3F6FB", "33475B"));
                let title = TextData::words(title, BODY, self.page.measure() - 3.0 * BODY);
                BlockData::Callout { title, body: body.iter().map(text).collect(), ground, ink }
            }
            Block::Table(table) => {
                let caption = self.caption("表", &table.caption);
                BlockData::Table(TableData::new(table, caption, self.page))
            }
            Block::Figure(figure) => BlockData::Figure {
                caption: self.caption("図", &figure.caption),
                svg: &figure.svg,
                alternative: &figure.alternative,
            },
            Block::PageBreak => BlockData::Break,
            Block::Article(_) => return None,
        })
    }

    /// 表1　リスクの一覧: tables and figures that have a caption are counted, as in the Word file.
    fn caption(&mut self, kind: &str, words: &str) -> TextData<'a> {
        if words.is_empty() {
            return TextData::Words("".into());
        }
        let count = if kind == "表" { &mut self.tables } else { &mut self.figures };
        *count += 1;
        TextData::owned(format!("{kind}{count}\u{3000}{words}"), SMALL, self.page.measure())
    }
}
