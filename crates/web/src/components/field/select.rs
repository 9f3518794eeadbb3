//! One of many, in a list that opens.

use maud::{Markup, html};

use super::Choice;
use super::shell::{Shell, id_or_name};
use super::text::Width;
use crate::components::FieldErrors;

/// `SelectField { name: "department", label: "部署", empty: "すべて", choices: &departments, value: "", ..SelectField::default() }`
#[derive(Debug, Clone, Default)]
pub struct SelectField<'a> {
    /// Unique on the page; empty for the name.
    pub id: &'a str,
    /// Sent under this name.
    pub name: &'a str,
    /// Above the field.
    pub label: &'a str,
    /// Whether something must be chosen.
    pub required: bool,
    /// How to choose; empty for none.
    pub support: &'a str,
    /// More help below the support text.
    pub help: Option<Markup>,
    /// The value that is chosen.
    pub value: &'a str,
    /// The words for choosing nothing (「選んでください」「すべて」); empty for no such entry.
    pub empty: &'a str,
    /// What can be chosen; neighbours with the same `group` stand under one heading.
    pub choices: &'a [Choice<'a>],
    /// How wide it is.
    pub width: Width,
    /// The id of its form when it stands outside; empty for the form around it.
    pub form: &'a str,
}

impl SelectField<'_> {
    /// The field with what is wrong with it.
    pub fn render(&self, errors: &FieldErrors) -> Markup {
        let id = id_or_name(self.id, self.name);
        let shell = Shell {
            id,
            label: self.label,
            required: self.required,
            support: self.support,
            help: self.help.as_ref(),
            errors,
        };
        shell.around(html! {
            select class=(self.width.class()) id=(id) name=(self.name) required[self.required]
                form=[crate::components::button::given(self.form)] aria-describedby=[shell.described_by()]
                aria-invalid=[shell.invalid()] {
                @if !self.empty.is_empty() { option value="" { (self.empty) } }
                @for group in self.choices.chunk_by(|one, next| one.group == next.group) { (self.group(group)) }
            }
        })
    }

    fn group(&self, choices: &[Choice<'_>]) -> Markup {
        let options = html! {
            @for choice in choices {
                option value=(choice.value) selected[choice.value == self.value] { (choice.label) }
            }
        };
        match choices.first() {
            Some(first) if !first.group.is_empty() => html! { optgroup label=(first.group) { (options) } },
            _ => options,
        }
    }
}
