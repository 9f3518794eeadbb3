//! The head of a regulation as in the seminar's slides: title, state, and a frame with number,
//! category, revision date and scope.

use document::{BlankMark, BlankState, FrontMatter, Inline, Text};
use maud::{Markup, html};

use crate::text::text;

/// Everything above the body.
pub(crate) fn head(front: &FrontMatter) -> Markup {
    html! {
        header.head {
            p.organization { (front.organization) }
            h1 { (front.title) }
            @if !front.state.is_empty() { p.state { (front.state) } }
            dl.frame {
                (line("番号", &Text::plain(&front.number)))
                (line("区分", &Text::plain(&front.category)))
                (line("改訂日", &revision_date(front)))
                (line("適用範囲", &Text::plain(&front.scope)))
            }
        }
    }
}

fn line(label: &str, value: &Text) -> Markup {
    html! { div { dt { (label) } dd { (text(value)) } } }
}

/// 「2026年4月1日」; an open blank where nobody has said it yet.
fn revision_date(front: &FrontMatter) -> Text {
    front.revised_on.map_or_else(
        || Text(vec![Inline::Blank(BlankMark { text: "改訂日".into(), state: BlankState::Missing })]),
        |date| Text::plain(format!("{}年{}月{}日", date.year(), date.month(), date.day())),
    )
}
