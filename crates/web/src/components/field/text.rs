//! One line of text, in all its kinds.

use maud::{Markup, html};

use super::shell::{Shell, id_or_name};
use crate::components::FieldErrors;
use crate::components::button::given;

/// What is typed; decides the keyboard on a phone and what the browser offers to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextKind {
    /// Any text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// The password of an existing account. Never written into the page.
    CurrentPassword,
    /// A password that is being chosen. Never written into the page.
    NewPassword,
    /// A whole number.
    Number,
    /// A date, sent as 2026-11-30.
    Date,
    /// Words to look for.
    Search,
    /// A code of digits that is used once.
    OneTimeCode,
    /// A telephone number.
    Telephone,
    /// The address of a web page.
    Address,
}

/// How wide the field is, as a hint how much belongs into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    /// A name, a sentence.
    #[default]
    Long,
    /// A date, a code.
    Medium,
    /// A number.
    Short,
    /// As wide as its place.
    Full,
}

impl Width {
    pub(super) fn class(self) -> &'static str {
        match self {
            Width::Long => "input width-long",
            Width::Medium => "input width-medium",
            Width::Short => "input width-short",
            Width::Full => "input",
        }
    }
}

/// `TextField { name: "name", label: "情報資産名称", required: true, value: &form.name, ..TextField::default() }.render(&errors)`
#[derive(Debug, Clone, Default)]
pub struct TextField<'a> {
    /// What is typed.
    pub kind: TextKind,
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
    /// More help below the support text (a definition).
    pub help: Option<Markup>,
    /// What stands in it. Ignored for passwords.
    pub value: &'a str,
    /// What the browser may fill in (`name`, `username`, `organization`); empty lets the kind decide.
    pub autocomplete: &'a str,
    /// Behind the field (「人」「年」); empty for none.
    pub unit: &'a str,
    /// The most characters.
    pub maximum_length: Option<usize>,
    /// The smallest number or earliest date; empty for none.
    pub minimum: &'a str,
    /// The largest number or latest date; empty for none.
    pub maximum: &'a str,
    /// Names from which the browser proposes; empty for none.
    pub suggestions: &'a [&'a str],
    /// How wide it is.
    pub width: Width,
    /// Whether it can only be read.
    pub is_read_only: bool,
}

impl TextField<'_> {
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
        let list_id = (!self.suggestions.is_empty()).then(|| format!("{id}-suggestions"));
        let input = html! {
            input class=(self.width.class()) type=(self.input_type()) id=(id) name=(self.name) value=[self.shown_value()]
                autocomplete=[self.autocomplete_hint()] inputmode=[self.input_mode()] maxlength=[self.maximum_length]
                min=[given(self.minimum)] max=[given(self.maximum)] list=[list_id.as_deref()] required[self.required]
                readonly[self.is_read_only] aria-describedby=[shell.described_by()] aria-invalid=[shell.invalid()];
        };
        shell.around(html! {
            @if self.unit.is_empty() { (input) } @else { div.input-with-unit { (input) span { (self.unit) } } }
            @if let Some(list_id) = &list_id {
                datalist id=(list_id) { @for suggestion in self.suggestions { option value=(suggestion) {} } }
            }
        })
    }

    fn is_password(&self) -> bool {
        matches!(self.kind, TextKind::CurrentPassword | TextKind::NewPassword)
    }

    fn shown_value(&self) -> Option<&str> {
        if self.is_password() { None } else { given(self.value) }
    }

    fn input_type(&self) -> &'static str {
        match self.kind {
            TextKind::Text | TextKind::OneTimeCode | TextKind::Number => "text",
            TextKind::Email => "email",
            TextKind::CurrentPassword | TextKind::NewPassword => "password",
            TextKind::Date => "date",
            TextKind::Search => "search",
            TextKind::Telephone => "tel",
            TextKind::Address => "url",
        }
    }

    fn input_mode(&self) -> Option<&'static str> {
        matches!(self.kind, TextKind::Number | TextKind::OneTimeCode).then_some("numeric")
    }

    fn autocomplete_hint(&self) -> Option<&str> {
        given(self.autocomplete).or(match self.kind {
            TextKind::CurrentPassword => Some("current-password"),
            TextKind::NewPassword => Some("new-password"),
            TextKind::OneTimeCode => Some("one-time-code"),
            TextKind::Search => Some("off"),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_links_label_support_and_error() {
        let errors = FieldErrors::new().with("name", "『名称』を入力してください。").with("other", "ちがう");
        let field = TextField {
            name: "name",
            label: "名称",
            required: true,
            support: "例：顧客リスト",
            value: "\"><script>",
            ..TextField::default()
        };
        let page = field.render(&errors).into_string();
        assert!(
            page.contains(r#"<label class="field-label" for="name">名称<span class="required">※必須</span></label>"#),
            "{page}"
        );
        assert!(page.contains(r#"value="&quot;&gt;&lt;script&gt;""#), "{page}");
        assert!(page.contains(r#"aria-describedby="name-support name-error" aria-invalid="true""#), "{page}");
        assert!(page.contains(r#"id="name-support""#) && page.contains(r#"id="name-error""#), "{page}");
        assert!(!page.contains("ちがう"), "{page}");
    }

    #[test]
    fn without_an_error_nothing_is_invalid() {
        let page =
            TextField { name: "name", label: "名称", ..TextField::default() }.render(&FieldErrors::new()).into_string();
        assert!(!page.contains("aria-invalid") && !page.contains("aria-describedby"), "{page}");
    }

    #[test]
    fn a_password_is_never_written_into_the_page() {
        for kind in [TextKind::CurrentPassword, TextKind::NewPassword] {
            let field = TextField {
                kind,
                name: "password",
                label: "パスワード",
                value: "himitsu-no-kotoba",
                ..TextField::default()
            };
            let page = field.render(&FieldErrors::new()).into_string();
            assert!(!page.contains("himitsu"), "{page}");
            assert!(page.contains(r#"type="password""#), "{page}");
        }
    }
}
