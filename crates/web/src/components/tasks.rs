//! What to do next, each with its button.

use maud::{Markup, html};

/// One thing to do.
#[derive(Debug, Clone)]
pub struct Task<'a> {
    /// What is open (「情報資産 4 件の評価がまだです」).
    pub title: &'a str,
    /// A sentence more.
    pub text: &'a str,
    /// The button that leads there.
    pub action: Markup,
}

/// The things in order of weight.
pub fn tasks(all: &[Task<'_>]) -> Markup {
    html! {
        ol.tasks role="list" {
            @for task in all {
                li {
                    div { strong { (task.title) } @if !task.text.is_empty() { span { (task.text) } } }
                    (task.action)
                }
            }
        }
    }
}
