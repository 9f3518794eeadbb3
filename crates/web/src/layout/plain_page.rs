//! A page without navigation: sign-in, set-up, errors, what a link without an account opens.

use std::sync::LazyLock;

use maud::{Markup, html};

use super::document::document;
use super::header::brand;
use crate::components::{FieldErrors, Notice, error_summary};

static NO_ERRORS: LazyLock<FieldErrors> = LazyLock::new(FieldErrors::default);

/// A page with one centred column: `PlainPage { errors: &errors, ..PlainPage::new("サインイン") }.render(content)`.
///
/// Writes the `h1`; the content begins with `h2`.
#[derive(Debug, Clone)]
pub struct PlainPage<'a> {
    /// The page's name: heading and window title.
    pub title: &'a str,
    /// What was done or must be known, above everything.
    pub notices: &'a [Notice],
    /// What is wrong with the form on this page: a summary that links to each field.
    pub errors: &'a FieldErrors,
    /// Stands above the heading (steps).
    pub above_title: Option<Markup>,
    /// One or two sentences below the heading.
    pub lead: Option<Markup>,
    /// A wider column, for long forms.
    pub is_wide: bool,
}

impl<'a> PlainPage<'a> {
    /// A page with a heading only.
    pub fn new(title: &'a str) -> PlainPage<'a> {
        PlainPage { title, notices: &[], errors: &NO_ERRORS, above_title: None, lead: None, is_wide: false }
    }

    /// The whole document.
    pub fn render(&self, content: Markup) -> Markup {
        let body = html! {
            header.header { (brand("/")) }
            main.plain.is-wide[self.is_wide] #main tabindex="-1" {
                @if let Some(above) = &self.above_title { (above) }
                h1 { (self.title) }
                @if let Some(lead) = &self.lead { div.lead { (lead) } }
                @for notice in self.notices { (notice.render()) }
                (error_summary(self.errors))
                (content)
            }
        };
        document(self.title, None, !self.errors.is_empty(), body)
    }
}
