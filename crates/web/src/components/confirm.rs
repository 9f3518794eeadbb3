//! Asks before something is removed or ended.

use maud::{Markup, html};

use super::button::{Button, ButtonKind, LinkButton};
use super::form::Form;

/// The content of a page that asks: `Confirm { … }.render()` below the page's heading, which is the question.
#[derive(Debug, Clone, Default)]
pub struct Confirm<'a> {
    /// What will happen, one sentence each.
    pub consequences: &'a [&'a str],
    /// Whether and how it can be undone.
    pub undo: &'a str,
    /// Where the form is sent.
    pub action: &'a str,
    /// Fields sent along: (name, value).
    pub fields: &'a [(&'a str, &'a str)],
    /// A field that has to be filled first (a reason, a password).
    pub question: Option<Markup>,
    /// The button, as a verb (「削除する」).
    pub label: &'a str,
    /// Where one goes instead.
    pub cancel_href: &'a str,
}

impl Confirm<'_> {
    /// The content.
    pub fn render(&self) -> Markup {
        let button = Button { kind: ButtonKind::Danger, label: self.label, ..Button::default() };
        let cancel = LinkButton {
            kind: ButtonKind::Secondary,
            label: "何もしないで戻る",
            href: self.cancel_href,
            ..LinkButton::default()
        };
        let form = html! {
            @for (name, value) in self.fields { input type="hidden" name=(name) value=(value); }
            @if let Some(question) = &self.question { (question) }
            div.actions { (button.render()) (cancel.render()) }
        };
        html! {
            div.confirm {
                @if !self.consequences.is_empty() {
                    ul { @for consequence in self.consequences { li { (consequence) } } }
                }
                @if !self.undo.is_empty() { p { (self.undo) } }
                (Form { action: self.action, ..Form::default() }.render(form))
            }
        }
    }
}
