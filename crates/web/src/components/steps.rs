//! Where one is in a task of several steps.

use maud::{Markup, html};

use super::icon::{Icon, small_icon};

/// One step.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// Its name.
    pub title: &'a str,
    /// Where a finished step can be opened again.
    pub href: Option<&'a str>,
}

impl<'a> Step<'a> {
    /// A step that is only named.
    pub fn new(title: &'a str) -> Step<'a> {
        Step { title, href: None }
    }
}

/// The steps; those before `current` (counted from 0) are done. On a phone only the current one is written out.
pub fn steps(all: &[Step<'_>], current: usize) -> Markup {
    html! {
        ol.steps {
            @for (position, step) in all.iter().enumerate() { (line(*step, position, current)) }
        }
        @if let Some(step) = all.get(current) {
            p.steps-count aria-hidden="true" { span { (current + 1) "／" (all.len()) } (step.title) }
        }
    }
}

fn line(step: Step<'_>, position: usize, current: usize) -> Markup {
    let is_done = position < current;
    let is_now = position == current;
    html! {
        li.is-done[is_done].is-now[is_now] aria-current=[is_now.then_some("step")] {
            @match step.href {
                Some(href) if is_done => { a href=(href) { (mark(is_done)) (step.title) } }
                _ => { span { (mark(is_done)) (step.title) } }
            }
        }
    }
}

fn mark(is_done: bool) -> Markup {
    html! { @if is_done { (small_icon(Icon::Tick)) span.visually-hidden { "済み：" } } }
}
