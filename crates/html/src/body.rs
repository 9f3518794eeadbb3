//! The body, block by block.

use document::{Article, Block, Figure, Note, Text, Tone};
use maud::{Markup, PreEscaped, html};

use crate::contents::{Entry, Outline};
use crate::style::tone_class;
use crate::table::{Shape, table};
use crate::text::text;

/// Writes blocks and remembers what the contents have to list.
#[derive(Debug, Default)]
pub(crate) struct Body {
    outline: Outline,
    /// Level of the heading that the current block stands under; 0 before the first.
    level: u8,
}

impl Body {
    /// What was seen, for the contents.
    pub(crate) fn into_entries(self) -> Vec<Entry> {
        self.outline.into_entries()
    }

    pub(crate) fn blocks(&mut self, blocks: &[Block]) -> Markup {
        html! { @for block in blocks { (self.block(block)) } }
    }

    fn block(&mut self, block: &Block) -> Markup {
        match block {
            Block::Heading { level, text } => {
                self.level = (*level).clamp(1, 3);
                let anchor = self.outline.add(self.level, "section", text.clone());
                heading(self.level, Some(&anchor), text)
            }
            Block::Paragraph(words) => html! { p { (text(words)) } },
            Block::Article(article) => self.article(article),
            Block::List { ordered: true, items } => html! { ol { (points(items)) } },
            Block::List { ordered: false, items } => html! { ul { (points(items)) } },
            Block::Table(shown) => table(shown, Shape::Body),
            Block::Figure(shown) => figure(shown),
            Block::Callout { title, body, tone } => callout(title, body, *tone),
            Block::PageBreak => html! { div.page-break {} },
        }
    }

    fn article(&mut self, article: &Article) -> Markup {
        let words = format!("第{}条（{}）", article.number, article.title);
        let level = self.level + 1;
        let anchor = self.outline.add(level, &article.id, words.clone());
        html! {
            section.article id=(anchor) {
                (heading(level, None, &words))
                (self.blocks(&article.body))
                @if !article.notes.is_empty() { (notes(&article.notes)) }
            }
        }
    }
}

/// A heading below the title: level 1 is `h2`.
fn heading(level: u8, anchor: Option<&str>, words: &str) -> Markup {
    match level {
        0 | 1 => html! { h2 id=[anchor] { (words) } },
        2 => html! { h3 id=[anchor] { (words) } },
        3 => html! { h4 id=[anchor] { (words) } },
        _ => html! { h5 id=[anchor] { (words) } },
    }
}

fn points(items: &[Text]) -> Markup {
    html! { @for item in items { li { (text(item)) } } }
}

fn notes(notes: &[Note]) -> Markup {
    html! {
        dl.notes {
            @for note in notes { div { dt { (note.label) } dd { (text(&note.text)) } } }
        }
    }
}

fn callout(title: &str, body: &[Text], tone: Tone) -> Markup {
    html! {
        div.callout.(tone_class(tone)) role="note" {
            p.callout-title { (title) }
            @for words in body { p { (text(words)) } }
        }
    }
}

/// The picture, what it says in words, and the same as a table to open.
fn figure(figure: &Figure) -> Markup {
    html! {
        figure {
            div.picture { (PreEscaped(&figure.svg)) }
            figcaption { (figure.caption) }
            p.alternative { (figure.alternative) }
            details { summary { "図の内容を表で見る" } (table(&figure.table, Shape::Figure)) }
        }
    }
}
