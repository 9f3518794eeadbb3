//! What stands with an entry, from both sides.

use catalog::{Catalog, Kind, Link, LinkGroup};
use maud::{Markup, html};

use super::Reading;
use super::parts::section;
use crate::knowledge::{entry_href, words};

/// Links that are shown at once; a list that is hardly longer is not folded.
const AT_ONCE: usize = 8;
const HARDLY_LONGER: usize = 3;

/// Kinds in the order in which a reader goes on.
const ORDER: [Kind; 19] = [
    Kind::Topic,
    Kind::Case,
    Kind::Vulnerability,
    Kind::Threat,
    Kind::ThreatLine,
    Kind::Control,
    Kind::Check,
    Kind::Clause,
    Kind::Policy,
    Kind::Regulation,
    Kind::Form,
    Kind::Page,
    Kind::Guideline,
    Kind::Measure,
    Kind::Role,
    Kind::Question,
    Kind::Medium,
    Kind::Treatment,
    Kind::Term,
];

/// Every list of links but those that the page has `shown`.
pub(super) fn links(reading: &Reading<'_>, shown: &[&str]) -> Markup {
    let mut rest: Vec<&LinkGroup<'_>> = reading.links.iter().filter(|group| !shown.contains(&group.label)).collect();
    rest.sort_by_key(|group| {
        let kind = group.links.first().map(|link| link.entry.kind);
        ORDER.iter().position(|known| Some(*known) == kind)
    });
    let lists = html! {
        div.link-groups {
            @for group in &rest {
                div {
                    h3 { (group.label) span.count { (group.links.len()) "件" } }
                    (list(reading.catalog, &group.links))
                }
            }
        }
    };
    html! { @if !rest.is_empty() { (section("linked", "つながっている知識", lists)) } }
}

/// One list; what is long is folded behind its first links.
pub(super) fn list(catalog: &Catalog, links: &[Link<'_>]) -> Markup {
    let at_once = if links.len() > AT_ONCE + HARDLY_LONGER { AT_ONCE } else { links.len() };
    let (first, more) = links.split_at(at_once);
    html! {
        (lines(catalog, first))
        @if !more.is_empty() {
            details.more { summary { "ほかの" (more.len()) "件も見る" } (lines(catalog, more)) }
        }
    }
}

fn lines(catalog: &Catalog, links: &[Link<'_>]) -> Markup {
    html! {
        ul.links {
            @for link in links {
                @let place = words::belongs(catalog, &link.entry);
                li {
                    a href=(entry_href(link.entry.kind, link.entry.id)) { (words::name(&link.entry)) }
                    @if !place.is_empty() { " " span.entry-place { (place) } }
                    @if !link.note.is_empty() { span.link-note { (link.note) } }
                }
            }
        }
    }
}

/// Links in a line: few, and short.
pub(super) fn in_line(links: &[Link<'_>]) -> Markup {
    html! {
        @for (position, link) in links.iter().enumerate() {
            @if position > 0 { "、" }
            a href=(entry_href(link.entry.kind, link.entry.id)) { (words::name(&link.entry)) }
        }
    }
}
