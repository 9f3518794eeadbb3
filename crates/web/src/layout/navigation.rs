//! The list of sections.

use maud::{Markup, html};

use super::frame::{Frame, NavigationItem, Section};

/// The sections that exist: what one works on first, what one looks up below a line.
pub(super) fn navigation(frame: &Frame, current: Section) -> Markup {
    let (reference, work): (Vec<_>, Vec<_>) = frame.sections.iter().partition(|item| item.section.is_reference());
    html! {
        nav.navigation aria-label="主な画面" {
            @for group in [work, reference] {
                @if !group.is_empty() {
                    ul { @for item in group { li { (entry(item, current)) } } }
                }
            }
        }
    }
}

fn entry(item: &NavigationItem, current: Section) -> Markup {
    let is_current = (item.section == current).then_some("page");
    html! { a href=(item.href) aria-current=[is_current] { (item.title) } }
}
