//! The way to the entry before and the one after, for what is read in order.

use catalog::{Entry, Item, Kind};
use maud::{Markup, html};

use super::Reading;
use crate::knowledge::{entry_href, words};

/// The two links; nothing for kinds without an order of reading.
pub(super) fn neighbours(reading: &Reading<'_>) -> Markup {
    let entry = &reading.entry;
    if !matches!(entry.kind, Kind::Page | Kind::Check | Kind::Regulation) {
        return html! {};
    }
    let all: Vec<Entry<'_>> = reading
        .catalog
        .entries_of(entry.kind)
        .into_iter()
        .filter(|other| guideline(other) == guideline(entry))
        .collect();
    let Some(place) = all.iter().position(|other| other.id == entry.id) else { return html! {} };
    let before = place.checked_sub(1).and_then(|before| all.get(before));
    html! {
        nav.neighbours aria-label="前後の項目" {
            ul {
                @if let Some(before) = before { li { "前：" (link(before, "prev")) } }
                @if let Some(after) = all.get(place + 1) { li { "次：" (link(after, "next")) } }
            }
        }
    }
}

fn link(entry: &Entry<'_>, relation: &str) -> Markup {
    html! { a href=(entry_href(entry.kind, entry.id)) rel=(relation) { (words::name(entry)) } }
}

/// Checks are read guideline by guideline.
fn guideline<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    match entry.item {
        Item::Check(file, _) => Some(&file.guideline.id),
        _ => None,
    }
}
