//! The way to this screen.

use maud::{Markup, html};

/// One stop on the way.
#[derive(Debug, Clone, Copy)]
pub struct Crumb<'a> {
    /// Its name.
    pub title: &'a str,
    /// Its address; none for a stop without a screen.
    pub href: Option<&'a str>,
}

impl<'a> Crumb<'a> {
    /// A stop with a screen.
    pub fn link(title: &'a str, href: &'a str) -> Crumb<'a> {
        Crumb { title, href: Some(href) }
    }

    /// A stop without a screen.
    pub fn text(title: &'a str) -> Crumb<'a> {
        Crumb { title, href: None }
    }
}

/// The stops in order; nothing for none.
pub fn breadcrumbs(crumbs: &[Crumb<'_>]) -> Markup {
    html! {
        @if !crumbs.is_empty() {
            nav.breadcrumbs aria-label="現在の場所" {
                ol {
                    @for crumb in crumbs {
                        li {
                            @if let Some(href) = crumb.href { a href=(href) { (crumb.title) } }
                            @else { (crumb.title) }
                        }
                    }
                }
            }
        }
    }
}
