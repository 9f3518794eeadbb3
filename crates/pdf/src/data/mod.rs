//! The document as data for the template: flat, with everything decided that a template decides badly.

mod block;
mod depth;
mod lines;
mod table;

use std::borrow::Cow;

use document::{Document, FrontMatter};
use serde::Serialize;

use self::block::{BlockData, flatten};
use crate::page::{BODY, Page, SMALL};
use crate::text::{Run, TextData};

pub(crate) use self::table::check_rows;

/// What the template reads.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentData<'a> {
    page: Page,
    front: FrontData<'a>,
    blocks: Vec<BlockData<'a>>,
}

#[derive(Debug, Serialize)]
struct FrontData<'a> {
    /// Of the file's metadata, as it is.
    name: &'a str,
    /// Of the file's metadata, as it is.
    author: Vec<&'a str>,
    title: TextData<'a>,
    organization: TextData<'a>,
    number: TextData<'a>,
    category: TextData<'a>,
    revised: TextData<'a>,
    scope: TextData<'a>,
    state: TextData<'a>,
    contents: bool,
}

impl<'a> DocumentData<'a> {
    /// The same document; nothing of it is lost.
    pub(crate) fn new(document: &'a Document) -> Self {
        let page = Page::new(document.front.landscape);
        Self { page, front: FrontData::new(&document.front, page.measure()), blocks: flatten(&document.blocks, page) }
    }

    /// Leaves all heights of rows for typst to find out; answers how many were known.
    #[cfg(test)]
    pub(crate) fn forget_lines(&mut self) -> usize {
        let table =
            |block: &mut BlockData<'a>| if let BlockData::Table(table) = block { table.forget_lines() } else { 0 };
        self.blocks.iter_mut().map(table).sum()
    }
}

impl<'a> FrontData<'a> {
    fn new(front: &'a FrontMatter, measure: f64) -> Self {
        // The head's frame has three values side by side, the running head three parts.
        let small = |words| TextData::words(words, SMALL, measure / 5.0);
        // PDF/UA asks for a title.
        let name = if front.title.trim().is_empty() { "（表題なし）" } else { &front.title };
        Self {
            name,
            author: Some(front.organization.as_str()).filter(|name| !name.is_empty()).into_iter().collect(),
            title: TextData::words(name, BODY * 2.0, measure),
            organization: small(&front.organization),
            number: small(&front.number),
            category: small(&front.category),
            revised: revised(front),
            scope: TextData::words(&front.scope, SMALL, measure * 0.8),
            state: TextData::words(&front.state, SMALL, measure * 0.9),
            contents: front.contents,
        }
    }
}

/// The revision date, or an open blank.
fn revised(front: &FrontMatter) -> TextData<'_> {
    match front.revised_on {
        Some(date) => TextData::Words(Cow::Owned(japanese::format_date(date))),
        None => TextData::Runs(vec![Run::Marked("blank", Cow::Borrowed("〔改訂日〕"))]),
    }
}
