//! An entry as lists show it: its name as a link, where it belongs, and a sentence.

use catalog::{Catalog, Entry, Piece, Wanted};
use maud::{Markup, html};

use super::address::entry_href;
use super::words;

/// How much is said of an entry besides its name and a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// Its kind too: entries of all kinds stand in one list.
    Kind,
    /// Where it belongs.
    Place,
    /// What marks it below a heading that says where it belongs.
    Mark,
}

/// The entries as a list. Words that are looked for are marked, and the sentence is the one in which they stand.
pub(super) fn items(catalog: &Catalog, entries: &[Entry<'_>], wanted: &Wanted, around: Around) -> Markup {
    // What is found stands in one column, the best first.
    html! { ul.entries.is-ranked[around == Around::Kind] role="list" { @for entry in entries { li { (item(catalog, entry, wanted, around)) } } } }
}

/// The names alone, for what would be too long with sentences.
pub(super) fn names(entries: &[Entry<'_>]) -> Markup {
    html! {
        ul.entry-names {
            @for entry in entries { li { a href=(entry_href(entry.kind, entry.id)) { (words::name(entry)) } } }
        }
    }
}

fn item(catalog: &Catalog, entry: &Entry<'_>, wanted: &Wanted, around: Around) -> Markup {
    let place = match around {
        Around::Kind | Around::Place => words::belongs(catalog, entry),
        Around::Mark => words::mark(entry),
    };
    let passage = if wanted.is_empty() { None } else { catalog.passage(entry, wanted) };
    html! {
        p.entry-name {
            @if around == Around::Kind { span.entry-kind { (words::title(entry.kind)) } " " }
            a href=(entry_href(entry.kind, entry.id)) { (marked(&wanted.marked(&words::name(entry)))) }
            @if !place.is_empty() { " " span.entry-place { (place) } }
        }
        p.entry-text {
            @match passage {
                Some(passage) => { span.soft { (passage.label) "：" } (marked(&passage.pieces)) }
                None => { (words::summary(catalog, entry)) }
            }
        }
    }
}

/// A text with the words that were looked for marked in it.
fn marked(pieces: &[Piece]) -> Markup {
    html! { @for piece in pieces { @if piece.found { mark { (piece.text) } } @else { (piece.text) } } }
}
