//! Several views of one thing, as links.

use maud::{Markup, html};

/// One view.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tab<'a> {
    /// Its name.
    pub title: &'a str,
    /// Its address.
    pub href: &'a str,
    /// Whether it is the one shown.
    pub is_current: bool,
    /// How many things are in it.
    pub count: Option<u64>,
}

/// The views; `label` says of what (「取り込みの内容」).
pub fn tabs(label: &str, all: &[Tab<'_>]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            ul {
                @for tab in all {
                    li {
                        a href=(tab.href) aria-current=[tab.is_current.then_some("page")] {
                            (tab.title)
                            @if let Some(count) = tab.count { span.count { (super::pager::thousands(count)) "件" } }
                        }
                    }
                }
            }
        }
    }
}
