//! An old value beside a new one.

use maud::{Markup, html};

/// The old value struck through after 「変更前」, the new one after 「変更後」. An empty value reads 「（空欄）」.
pub fn difference(before: &str, after: &str) -> Markup {
    html! {
        span.difference {
            span.difference-line.difference-before { span.difference-word { "変更前" } del { (shown(before)) } }
            span.difference-line.difference-after { span.difference-word { "変更後" } ins { (shown(after)) } }
        }
    }
}

fn shown(value: &str) -> &str {
    if value.is_empty() { "（空欄）" } else { value }
}
