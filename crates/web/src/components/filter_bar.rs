//! The line of fields that narrows a list.

use maud::{Markup, html};

/// A form with fields in a line. Sent with GET so that the address can be kept and shared.
#[derive(Debug, Clone)]
pub struct FilterBar<'a> {
    /// The list's address.
    pub action: &'a str,
    /// The fields, rendered; the first one is the widest.
    pub fields: Markup,
    /// Fields that travel along unseen: (name, value), for the sort order.
    pub kept: &'a [(&'a str, &'a str)],
    /// The list without any filter, while one is set.
    pub clear_href: Option<&'a str>,
}

impl FilterBar<'_> {
    /// The bar.
    pub fn render(&self) -> Markup {
        html! {
            form.filter-bar method="get" action=(self.action) role="search" aria-label="一覧をしぼり込む" {
                (self.fields)
                @for (name, value) in self.kept { input type="hidden" name=(name) value=(value); }
                button.button type="submit" { "しぼり込む" }
                @if let Some(href) = self.clear_href { a.filter-bar-clear href=(href) { "条件を消す" } }
            }
        }
    }
}
