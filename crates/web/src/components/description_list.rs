//! Names with their values.

use maud::{Markup, html};

/// A list of (name, value). An empty value reads 「（空欄）」.
pub fn description_list(entries: &[(&str, Markup)]) -> Markup {
    html! {
        dl.descriptions {
            @for (name, value) in entries {
                div {
                    dt { (name) }
                    dd { @if value.0.is_empty() { span.blank { "（空欄）" } } @else { (value) } }
                }
            }
        }
    }
}
