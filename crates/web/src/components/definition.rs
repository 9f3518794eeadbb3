//! A term explained where it first stands.

use maud::{Markup, html};

/// 「情報資産」とは, opened to read its explanation. Stands between paragraphs, not inside one.
pub fn definition(term: &str, explanation: Markup) -> Markup {
    html! {
        details.definition {
            summary { "「" dfn { (term) } "」とは" }
            div { (explanation) }
        }
    }
}
