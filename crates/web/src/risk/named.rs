//! The entry of the catalog that the list's risks name.

use app::risk::Named;
use catalog::{Catalog, Entry, Kind};
use maud::{Markup, html};

use crate::knowledge::entry_href;

/// The entry, where the catalog knows it.
pub(super) fn entry<'a>(catalog: &'a Catalog, named: &Named) -> Option<Entry<'a>> {
    let (kind, id) = match named {
        Named::Line(id) => (Kind::ThreatLine, id),
        Named::Threat(id) => (Kind::Threat, id),
        Named::Vulnerability(id) => (Kind::Vulnerability, id),
        Named::Control(id) => (Kind::Control, id),
    };
    catalog.entry(kind, id)
}

/// What the list shows, and the way to what the entry is.
pub(super) fn lead(entry: &Entry<'_>) -> Markup {
    html! {
        p {
            (entry.kind.title()) "「" (entry.title) "」を挙げているリスクだけを並べています。"
            a href=(entry_href(entry.kind, entry.id)) { "知識でその説明を読む" }
        }
    }
}
