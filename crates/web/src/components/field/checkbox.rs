//! Yes or no, and any of a few.

use maud::{Markup, html};

use super::Choice;
use super::radio::input_id;
use super::shell::{Shell, id_or_name};
use crate::components::FieldErrors;
use crate::components::button::given;

/// One checkbox, its label behind it. Sends `value`, or `on` when that is empty.
#[derive(Debug, Clone, Default)]
pub struct CheckboxField<'a> {
    /// Unique on the page; empty for the name.
    pub id: &'a str,
    /// Sent under this name.
    pub name: &'a str,
    /// Behind the box.
    pub label: &'a str,
    /// Whether it must be ticked.
    pub required: bool,
    /// What ticking it means; empty for none.
    pub support: &'a str,
    /// Sent when ticked; empty for `on`.
    pub value: &'a str,
    /// Whether it is ticked.
    pub is_checked: bool,
}

impl CheckboxField<'_> {
    /// The field with what is wrong with it.
    pub fn render(&self, errors: &FieldErrors) -> Markup {
        let id = id_or_name(self.id, self.name);
        let shell = Shell { id, label: self.label, required: self.required, support: self.support, help: None, errors };
        html! {
            div.field {
                div.choice {
                    input type="checkbox" id=(id) name=(self.name) value=(given(self.value).unwrap_or("on"))
                        checked[self.is_checked] required[self.required] aria-describedby=[shell.described_by()]
                        aria-invalid=[shell.invalid()];
                    div {
                        label for=(id) { (self.label) (shell.required_mark()) }
                        @if !self.support.is_empty() { span.choice-support id={ (id) "-support" } { (self.support) } }
                    }
                }
                (shell.errors())
            }
        }
    }
}

/// Any of a few. Each ticked one is sent under the same name.
#[derive(Debug, Clone, Default)]
pub struct CheckboxGroup<'a> {
    /// Unique on the page; empty for the name. The first box bears it.
    pub id: &'a str,
    /// Sent under this name, once for each ticked box.
    pub name: &'a str,
    /// Above the boxes.
    pub label: &'a str,
    /// Whether at least one must be ticked.
    pub required: bool,
    /// How to choose; empty for none.
    pub support: &'a str,
    /// More help below the support text.
    pub help: Option<Markup>,
    /// The values that are ticked.
    pub values: &'a [&'a str],
    /// What can be ticked; `description` stands below the label.
    pub choices: &'a [Choice<'a>],
    /// Whether the boxes stand beside each other.
    pub is_inline: bool,
}

impl CheckboxGroup<'_> {
    /// The group with what is wrong with it.
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
        shell.around_group(html! {
            div.choices.is-inline[self.is_inline] {
                @for (position, choice) in self.choices.iter().enumerate() { (self.line(choice, &input_id(id, position))) }
            }
        })
    }

    fn line(&self, choice: &Choice<'_>, id: &str) -> Markup {
        let about = (!choice.description.is_empty()).then(|| format!("{id}-about"));
        html! {
            div.choice {
                input type="checkbox" id=(id) name=(self.name) value=(choice.value)
                    checked[self.values.contains(&choice.value)] aria-describedby=[about.as_deref()];
                div {
                    label for=(id) { (choice.label) }
                    @if let Some(about) = &about { span.choice-support id=(about) { (choice.description) } }
                }
            }
        }
    }
}
