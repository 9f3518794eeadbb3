//! A form whose mistakes the server names: browsers' own bubbles are off.

use maud::{Markup, html};

use super::button::given;
use crate::request::addressed;

/// How a form is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Method {
    /// Changes something.
    #[default]
    Post,
    /// Only looks something up.
    Get,
}

/// A form around fields: `Form { action: "/assets", ..Form::default() }.render(fields)`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form<'a> {
    /// Where it is sent; empty for the page's own address.
    pub action: &'a str,
    /// How it is sent.
    pub method: Method,
    /// Its id, for buttons and checkboxes that stand outside; empty for none.
    pub id: &'a str,
    /// Whether it carries files.
    pub has_files: bool,
}

impl Form<'_> {
    /// The form around its content.
    pub fn render(&self, content: Markup) -> Markup {
        let method = match self.method {
            Method::Post => "post",
            Method::Get => "get",
        };
        // What is looked up changes nothing and may be for any organization.
        let action = if self.method == Method::Post { addressed(self.action) } else { self.action.to_owned() };
        let encoding = self.has_files.then_some("multipart/form-data");
        html! {
            form method=(method) action=[given(&action)] id=[given(self.id)] enctype=[encoding] novalidate { (content) }
        }
    }
}
