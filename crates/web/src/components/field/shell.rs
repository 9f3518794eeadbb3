//! What all fields share.

use maud::{Markup, html};

use crate::components::FieldErrors;
use crate::components::icon::{Icon, icon};

/// The words around a control.
pub(super) struct Shell<'a> {
    pub id: &'a str,
    pub label: &'a str,
    pub required: bool,
    pub support: &'a str,
    pub help: Option<&'a Markup>,
    pub errors: &'a FieldErrors,
}

/// The field's id: its own, else its name.
pub(super) fn id_or_name<'a>(id: &'a str, name: &'a str) -> &'a str {
    if id.is_empty() { name } else { id }
}

impl Shell<'_> {
    /// The ids of support text and errors, for `aria-describedby`.
    pub fn described_by(&self) -> Option<String> {
        let support = (!self.support.is_empty()).then(|| format!("{}-support", self.id));
        let error = self.is_wrong().then(|| format!("{}-error", self.id));
        match (support, error) {
            (Some(support), Some(error)) => Some(format!("{support} {error}")),
            (support, error) => support.or(error),
        }
    }

    /// `aria-invalid` while something is wrong.
    pub fn invalid(&self) -> Option<&'static str> {
        self.is_wrong().then_some("true")
    }

    fn is_wrong(&self) -> bool {
        self.errors.of(self.id).next().is_some()
    }

    /// One control with its label.
    pub fn around(&self, control: Markup) -> Markup {
        html! {
            div.field {
                label.field-label for=(self.id) { (self.label) (self.required_mark()) }
                (self.support())
                (control)
                (self.errors())
            }
        }
    }

    /// Several controls with one legend.
    pub fn around_group(&self, controls: Markup) -> Markup {
        html! {
            fieldset.field aria-describedby=[self.described_by()] {
                legend.field-label { (self.label) (self.required_mark()) }
                (self.support())
                (controls)
                (self.errors())
            }
        }
    }

    pub fn required_mark(&self) -> Markup {
        html! { @if self.required { span.required { "※必須" } } }
    }

    pub fn support(&self) -> Markup {
        html! {
            @if !self.support.is_empty() { p.field-support id={ (self.id) "-support" } { (self.support) } }
            @if let Some(help) = self.help { (help) }
        }
    }

    pub fn errors(&self) -> Markup {
        html! {
            @if self.is_wrong() {
                div id={ (self.id) "-error" } {
                    @for message in self.errors.of(self.id) {
                        p.field-error { (icon(Icon::Error)) span { span.visually-hidden { "エラー：" } (message) } }
                    }
                }
            }
        }
    }
}
