//! Why something is as it is, beside it.

use maud::{Markup, html};

/// A quiet box with a title (「なぜこの規則があるのか」) and its reasons.
pub fn reasons(title: &str, entries: &[Markup]) -> Markup {
    html! {
        div.reasons {
            p.reasons-title { (title) }
            ul { @for entry in entries { li { (entry) } } }
        }
    }
}
