//! What the pages of several kinds are made of.

use maud::{Markup, html};

/// A part of the page with its heading.
pub(super) fn section(id: &str, title: &str, content: Markup) -> Markup {
    html! { section aria-labelledby=(id) { h2 id=(id) { (title) } (content) } }
}

/// The same, left out where there is nothing to say.
pub(super) fn section_of_text(id: &str, title: &str, text: &str) -> Markup {
    let text = text.trim();
    html! { @if !text.is_empty() { (section(id, title, html! { p { (text) } })) } }
}

/// Points in no order.
pub(super) fn points<T: AsRef<str>>(texts: &[T]) -> Markup {
    html! { ul { @for text in texts { li { (text.as_ref()) } } } }
}

/// Steps in their order.
pub(super) fn steps(texts: &[String]) -> Markup {
    html! { ol { @for text in texts { li { (text) } } } }
}

/// A title in English, read out as such.
pub(super) fn english(title: &str) -> Markup {
    html! { @if !title.is_empty() { span lang="en" { (title) } } }
}

/// Names with their values, without those that say nothing.
pub(super) fn facts(entries: &[(&str, Markup)]) -> Markup {
    let given: Vec<(&str, Markup)> = entries.iter().filter(|(_, value)| !value.0.is_empty()).cloned().collect();
    html! { @if !given.is_empty() { (crate::components::description_list(&given)) } }
}
