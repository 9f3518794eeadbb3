//! A screen of a signed-in person.

use std::sync::LazyLock;

use maud::{Markup, html};

use super::document::document;
use super::frame::{Frame, Section};
use super::header::header;
use super::navigation::navigation;
use super::sample_banner::sample_banner;
use crate::components::{Crumb, FieldErrors, Notice, breadcrumbs, error_summary};

static NO_ERRORS: LazyLock<FieldErrors> = LazyLock::new(FieldErrors::default);

/// A full screen: `Page { notices: &notices, ..Page::new("リスク", Section::Risks, &frame) }.render(content)`.
///
/// Writes the `h1`; the content begins with `h2`.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    /// The screen's name: heading and window title.
    pub title: &'a str,
    /// The section it belongs to.
    pub section: Section,
    /// What stands around the content.
    pub frame: &'a Frame,
    /// What was done or must be known, above everything.
    pub notices: &'a [Notice],
    /// What is wrong with the form on this screen: a summary that links to each field.
    pub errors: &'a FieldErrors,
    /// The way to this screen, without the screen itself when it is the last.
    pub breadcrumbs: &'a [Crumb<'a>],
    /// Stands beside the heading (a badge).
    pub beside_title: Option<Markup>,
    /// Buttons at the right end of the heading's line.
    pub actions: Option<Markup>,
    /// One or two sentences below the heading.
    pub lead: Option<Markup>,
}

impl<'a> Page<'a> {
    /// A screen with a heading only.
    pub fn new(title: &'a str, section: Section, frame: &'a Frame) -> Page<'a> {
        Page {
            title,
            section,
            frame,
            notices: &[],
            errors: &NO_ERRORS,
            breadcrumbs: &[],
            beside_title: None,
            actions: None,
            lead: None,
        }
    }

    /// The whole document.
    pub fn render(&self, content: Markup) -> Markup {
        let body = html! {
            (header(self.frame, self.section))
            (sample_banner(self.frame))
            div.frame.is-alone[self.frame.sections.is_empty()] {
                @if !self.frame.sections.is_empty() { div.side { (navigation(self.frame, self.section)) } }
                main.main #main tabindex="-1" {
                    (breadcrumbs(self.breadcrumbs))
                    (self.heading())
                    @for notice in self.notices { (notice.render()) }
                    (error_summary(self.errors))
                    (content)
                }
            }
        };
        document(self.title, self.frame.organization.as_deref(), !self.errors.is_empty(), body)
    }

    fn heading(&self) -> Markup {
        html! {
            div.page-heading {
                div.page-title {
                    h1 { (self.title) }
                    @if let Some(beside) = &self.beside_title { (beside) }
                }
                @if let Some(lead) = &self.lead { div.lead { (lead) } }
                @if let Some(actions) = &self.actions { div.page-actions { (actions) } }
            }
        }
    }
}
