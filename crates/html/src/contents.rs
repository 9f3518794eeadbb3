//! Table of contents: anchors of headings and articles, as nested lists.

use std::collections::BTreeSet;

use maud::{Markup, html};

/// One line of the contents.
#[derive(Debug)]
pub(crate) struct Entry {
    /// 1 is outermost.
    depth: u8,
    /// Anchor in the page.
    anchor: String,
    words: String,
}

/// Lines in the order of the page; gives every one an anchor of its own.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    entries: Vec<Entry>,
    taken: BTreeSet<String>,
}

impl Outline {
    /// Adds a line and returns its anchor: `wish` with `-` for everything but letters, digits, `.`, `_` and `-`,
    /// and a number behind it where the page has that anchor already.
    pub(crate) fn add(&mut self, depth: u8, wish: &str, words: String) -> String {
        let kept = |one: char| if one.is_alphanumeric() || "._-".contains(one) { one } else { '-' };
        let clean: String = wish.chars().map(kept).collect();
        let clean = if clean.is_empty() || clean == "main" { format!("{clean}-") } else { clean };
        let mut anchor = clean.clone();
        let mut next = 2;
        while !self.taken.insert(anchor.clone()) {
            anchor = format!("{clean}-{next}");
            next += 1;
        }
        self.entries.push(Entry { depth, anchor: anchor.clone(), words });
        anchor
    }

    pub(crate) fn into_entries(self) -> Vec<Entry> {
        self.entries
    }
}

/// The contents, open at first, and a way past them for people at the keyboard.
pub(crate) fn contents(entries: &[Entry]) -> Markup {
    html! {
        nav.contents aria-label="目次" {
            a.skip href="#main" { "目次をとばして本文へ" }
            details open { summary { "目次" } (list(entries)) }
        }
    }
}

/// A line, with the deeper lines that follow it as a list of its own.
fn list(entries: &[Entry]) -> Markup {
    html! {
        ul {
            @for (entry, inner) in families(entries) {
                li {
                    a href={ "#" (entry.anchor) } { (entry.words) }
                    @if !inner.is_empty() { (list(inner)) }
                }
            }
        }
    }
}

fn families(entries: &[Entry]) -> Vec<(&Entry, &[Entry])> {
    let mut families = Vec::new();
    let mut rest = entries;
    while let Some((first, after)) = rest.split_first() {
        let inner = after.iter().take_while(|entry| entry.depth > first.depth).count();
        let (inner, next) = after.split_at(inner);
        families.push((first, inner));
        rest = next;
    }
    families
}
