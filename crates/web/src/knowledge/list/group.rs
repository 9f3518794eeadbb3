//! Entries under a heading.

use catalog::{Catalog, Entry, Kind, Wanted};
use maud::{Markup, html};

use crate::knowledge::item::{Around, items, names};

/// Entries under a heading, in parts with headings of their own.
pub(in crate::knowledge) struct Group<'a> {
    /// Where links lead within the list.
    pub id: String,
    /// The heading; empty where the list needs none.
    pub title: String,
    /// The page of what the heading names, where it has one.
    pub href: Option<String>,
    /// What the groups beside it are too; empty where all are of one sort.
    pub sort: &'static str,
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    title: String,
    entries: Vec<Entry<'a>>,
}

impl<'a> Group<'a> {
    /// A group without entries yet.
    pub fn new(id: impl Into<String>, title: impl Into<String>, href: Option<String>) -> Self {
        Self { id: id.into(), title: title.into(), href, sort: "", parts: Vec::new() }
    }

    /// Adds an entry to the part of that heading (empty for none).
    pub fn add(&mut self, part: &str, entry: Entry<'a>) {
        match self.parts.iter_mut().find(|known| known.title == part) {
            Some(known) => known.entries.push(entry),
            None => self.parts.push(Part { title: part.to_owned(), entries: vec![entry] }),
        }
    }

    /// How many entries are in it.
    pub fn count(&self) -> usize {
        self.parts.iter().map(|part| part.entries.len()).sum()
    }

    /// Keeps only some entries; a part without any goes.
    pub fn retain(&mut self, keep: impl Fn(&Entry<'a>) -> bool) {
        for part in &mut self.parts {
            part.entries.retain(&keep);
        }
        self.parts.retain(|part| !part.entries.is_empty());
    }
}

/// How the entries of a kind are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Each with a sentence.
    Sentences,
    /// Names alone.
    Names,
    /// Names alone, group by group behind a heading that opens them.
    Folded,
}

/// All groups, after a line of links to each. The longest lists show names alone until something is looked for.
pub(super) fn render(
    catalog: &Catalog,
    groups: &[Group<'_>],
    kind: Kind,
    wanted: &Wanted,
    is_narrowed: bool,
) -> Markup {
    let style = match kind {
        _ if is_narrowed => Style::Sentences,
        Kind::Clause => Style::Folded,
        Kind::Check => Style::Names,
        _ => Style::Sentences,
    };
    html! {
        @if style == Style::Folded {
            @for like in groups.chunk_by(|one, next| one.sort == next.sort) { (folded(like)) }
        } @else {
            @if groups.len() > 1 { (jumps(groups)) }
            @for group in groups { (open(catalog, group, wanted, style)) }
        }
    }
}

fn jumps(groups: &[Group<'_>]) -> Markup {
    html! {
        nav.jumps aria-label="この一覧の見出し" {
            ul {
                @for group in groups {
                    li { a href={ "#" (group.id) } { (group.title) } span.count { (group.count()) } }
                }
            }
        }
    }
}

fn open(catalog: &Catalog, group: &Group<'_>, wanted: &Wanted, style: Style) -> Markup {
    // Without a heading of its own, an entry says where it belongs.
    let around = if group.title.is_empty() { Around::Place } else { Around::Mark };
    let parts = html! {
        @for part in &group.parts {
            @if !part.title.is_empty() { h3 { (part.title) } }
            @if style == Style::Names { (names(&part.entries)) } @else { (items(catalog, &part.entries, wanted, around)) }
        }
    };
    html! {
        @if group.title.is_empty() { (parts) }
        @else { section aria-labelledby=(group.id) { h2 id=(group.id) { (heading(group)) } (parts) } }
    }
}

fn heading(group: &Group<'_>) -> Markup {
    html! {
        @match &group.href { Some(href) => { a href=(href) { (group.title) } } None => { (group.title) } }
        span.count { (group.count()) "件" }
    }
}

/// Groups of one sort, each opened by its heading.
fn folded(groups: &[Group<'_>]) -> Markup {
    html! {
        @if let Some(first) = groups.first() {
            section {
                h2 { (first.sort) }
                @for group in groups { (fold(group)) }
            }
        }
    }
}

fn fold(group: &Group<'_>) -> Markup {
    html! {
        details.fold id=(group.id) {
            summary { h3 { (group.title) span.count { (group.count()) "件" } } }
            div {
                @if let Some(href) = &group.href { p { a href=(href) { "「" (group.title) "」のページを見る" } } }
                @for part in &group.parts {
                    @if !part.title.is_empty() { h4 { (part.title) } }
                    (names(&part.entries))
                }
            }
        }
    }
}
