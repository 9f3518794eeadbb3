//! A file from the person's computer.

use maud::{Markup, html};

use super::shell::{Shell, id_or_name};
use crate::components::FieldErrors;
use crate::components::button::given;

/// A file to send; its form needs `has_files`.
#[derive(Debug, Clone, Default)]
pub struct FileField<'a> {
    /// Unique on the page; empty for the name.
    pub id: &'a str,
    /// Sent under this name.
    pub name: &'a str,
    /// Above the field.
    pub label: &'a str,
    /// Whether a file must be chosen.
    pub required: bool,
    /// Which files, how large; empty for none.
    pub support: &'a str,
    /// More help below the support text.
    pub help: Option<Markup>,
    /// Which kinds the browser offers (`.xlsx,.csv`); empty for all.
    pub accept: &'a str,
}

impl FileField<'_> {
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
            input.input.width-long type="file" id=(id) name=(self.name) accept=[given(self.accept)] required[self.required]
                aria-describedby=[shell.described_by()] aria-invalid=[shell.invalid()];
        })
    }
}
