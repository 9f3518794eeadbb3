//! Form fields. All share the same shell: label with 必須, support text, control, error; an empty `id` means the `name`,
//! and errors are looked up by that id.

mod checkbox;
mod file;
mod radio;
mod select;
mod shell;
mod text;
mod text_area;

pub use checkbox::{CheckboxField, CheckboxGroup};
pub use file::FileField;
pub use radio::{Arrangement, RadioGroup};
pub use select::SelectField;
pub use text::{TextField, TextKind, Width};
pub use text_area::TextAreaField;

/// One thing to choose: `Choice::new("sales", "営業部")`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choice<'a> {
    /// Sent when chosen.
    pub value: &'a str,
    /// As people read it.
    pub label: &'a str,
    /// A short mark beside the label (「評価値 3」); empty for none. Not in selects.
    pub mark: &'a str,
    /// What choosing it means; empty for none. Not in selects.
    pub description: &'a str,
    /// Examples, joined with 「、」 after 「例：」. Not in selects.
    pub examples: &'a [&'a str],
    /// The heading it stands under, in selects; empty for none.
    pub group: &'a str,
}

impl<'a> Choice<'a> {
    /// A choice with a label only.
    pub fn new(value: &'a str, label: &'a str) -> Choice<'a> {
        Choice { value, label, ..Choice::default() }
    }

    fn is_rich(&self) -> bool {
        !self.mark.is_empty() || !self.description.is_empty() || !self.examples.is_empty()
    }
}
