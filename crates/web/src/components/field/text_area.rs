//! Several lines of text.

use maud::{Markup, html};

use super::shell::{Shell, id_or_name};
use super::text::Width;
use crate::components::FieldErrors;

/// `TextAreaField { name: "note", label: "備考", value: &form.note, ..TextAreaField::default() }.render(&errors)`
#[derive(Debug, Clone, Default)]
pub struct TextAreaField<'a> {
    /// Unique on the page; empty for the name.
    pub id: &'a str,
    /// Sent under this name.
    pub name: &'a str,
    /// Above the field.
    pub label: &'a str,
    /// Whether it must be filled.
    pub required: bool,
    /// How to fill it, with an example; empty for none.
    pub support: &'a str,
    /// More help below the support text.
    pub help: Option<Markup>,
    /// What stands in it.
    pub value: &'a str,
    /// How many lines it shows; 0 for four.
    pub lines: u32,
    /// The most characters.
    pub maximum_length: Option<usize>,
    /// How wide it is.
    pub width: Width,
}

impl TextAreaField<'_> {
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
        let lines = if self.lines == 0 { 4 } else { self.lines };
        // A browser drops one line break right behind the tag: ours, so that one of the text's own stays.
        shell.around(html! {
            textarea class=(self.width.class()) id=(id) name=(self.name) rows=(lines) maxlength=[self.maximum_length]
                required[self.required] aria-describedby=[shell.described_by()] aria-invalid=[shell.invalid()] {
                "\n" (self.value)
            }
        })
    }
}
