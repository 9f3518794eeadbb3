//! Words: plain, stressed, and blanks that say their state to eyes and to screen readers.

use document::{BlankMark, BlankState, Inline, Text};
use maud::{Markup, html};

/// A run of words.
pub(crate) fn text(text: &Text) -> Markup {
    html! {
        @for inline in &text.0 {
            @match inline {
                Inline::Plain(words) => (words),
                Inline::Strong(words) => strong { (words) },
                Inline::Blank(mark) => (blank(mark)),
            }
        }
    }
}

fn blank(mark: &BlankMark) -> Markup {
    html! {
        @match mark.state {
            BlankState::Confirmed => (mark.text),
            BlankState::Unconfirmed => span.blank title="未確認" { (mark.text) span.unseen { "（未確認）" } },
            BlankState::Missing => span.blank.missing title="未記入" { (mark.to_plain()) span.unseen { "（未記入）" } },
        }
    }
}
