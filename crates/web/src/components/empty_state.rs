//! What an empty screen says: what will stand here and what to do.

use maud::{Markup, html};

/// `EmptyState { title: "まだ情報資産がありません。", text: "…", actions: html! { … } }.render()`
#[derive(Debug, Clone)]
pub struct EmptyState<'a> {
    /// What is missing.
    pub title: &'a str,
    /// What will stand here, what to do.
    pub text: &'a str,
    /// Buttons that do it; may be empty.
    pub actions: Markup,
}

impl EmptyState<'_> {
    /// The screen's place-holder.
    pub fn render(&self) -> Markup {
        html! {
            div.empty {
                p.empty-title { (self.title) }
                @if !self.text.is_empty() { p.empty-text { (self.text) } }
                @if !self.actions.0.is_empty() { div.actions { (self.actions) } }
            }
        }
    }
}
