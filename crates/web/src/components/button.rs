//! Buttons, and links that look like them.

use maud::{Markup, html};

use crate::request::addressed;

/// How much a button asks for attention. One primary a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// What the screen is for.
    Primary,
    /// Anything else that can be done.
    #[default]
    Secondary,
    /// Quiet: cancel, less used.
    Text,
    /// Removes or ends something.
    Danger,
}

impl ButtonKind {
    fn class(self, is_small: bool) -> &'static str {
        match (self, is_small) {
            (ButtonKind::Primary, false) => "button button-primary",
            (ButtonKind::Primary, true) => "button button-primary button-small",
            (ButtonKind::Secondary, false) => "button",
            (ButtonKind::Secondary, true) => "button button-small",
            (ButtonKind::Text, false) => "button button-text",
            (ButtonKind::Text, true) => "button button-text button-small",
            (ButtonKind::Danger, false) => "button button-danger",
            (ButtonKind::Danger, true) => "button button-danger button-small",
        }
    }
}

/// A button that submits a form.
#[derive(Debug, Clone, Copy, Default)]
pub struct Button<'a> {
    /// Its look.
    pub kind: ButtonKind,
    /// What it does, as a verb.
    pub label: &'a str,
    /// Sent with the form, together with `value`; empty for none.
    pub name: &'a str,
    /// Sent with the form under `name`.
    pub value: &'a str,
    /// The id of its form when it stands outside; empty for the form around it.
    pub form: &'a str,
    /// Another address than the form's; empty for the form's.
    pub action: &'a str,
    /// Read out after the label, so that equal buttons differ (「顧客リスト」); empty for none.
    pub about: &'a str,
    /// Smaller, inside lines of a table.
    pub is_small: bool,
}

impl Button<'_> {
    /// The button.
    pub fn render(&self) -> Markup {
        let action = if self.action.is_empty() { String::new() } else { addressed(self.action) };
        html! {
            button class=(self.kind.class(self.is_small)) type="submit" name=[given(self.name)]
                value=[given(self.name).map(|_| self.value)] form=[given(self.form)] formaction=[given(&action)] {
                (self.label)
                @if !self.about.is_empty() { span.visually-hidden { "：" (self.about) } }
            }
        }
    }
}

/// The one primary button of a form.
pub fn submit(label: &str) -> Markup {
    Button { kind: ButtonKind::Primary, label, ..Button::default() }.render()
}

/// A link that looks like a button.
#[derive(Debug, Clone, Copy, Default)]
pub struct LinkButton<'a> {
    /// Its look.
    pub kind: ButtonKind,
    /// What it opens.
    pub label: &'a str,
    /// Where it leads.
    pub href: &'a str,
    /// Read out after the label, so that equal links differ; empty for none.
    pub about: &'a str,
    /// Smaller, inside lines of a table.
    pub is_small: bool,
}

impl LinkButton<'_> {
    /// The link.
    pub fn render(&self) -> Markup {
        html! {
            a class=(self.kind.class(self.is_small)) href=(self.href) {
                (self.label)
                @if !self.about.is_empty() { span.visually-hidden { "：" (self.about) } }
            }
        }
    }
}

/// `None` for the empty text.
pub(super) fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
