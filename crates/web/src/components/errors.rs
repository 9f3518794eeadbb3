//! What is wrong with a form, and the summary that leads to each field.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's id; empty when it concerns the whole form.
    pub field_id: String,
    /// What is wrong and what to do, as people read it.
    pub message: String,
}

/// All that is wrong with a form, in the order of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors {
    entries: Vec<FieldError>,
}

impl FieldErrors {
    /// Nothing is wrong.
    pub fn new() -> FieldErrors {
        FieldErrors::default()
    }

    /// One thing is wrong, with the whole form.
    pub fn general(message: impl Into<String>) -> FieldErrors {
        FieldErrors::new().with("", message)
    }

    /// Adds what is wrong with the field of this id.
    pub fn add(&mut self, field_id: impl Into<String>, message: impl Into<String>) {
        self.entries.push(FieldError { field_id: field_id.into(), message: message.into() });
    }

    /// The same with one more.
    pub fn with(mut self, field_id: impl Into<String>, message: impl Into<String>) -> FieldErrors {
        self.add(field_id, message);
        self
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.entries.iter()
    }

    /// What is wrong with one field.
    pub fn of<'a>(&'a self, field_id: &'a str) -> impl Iterator<Item = &'a str> {
        self.entries.iter().filter(move |error| error.field_id == field_id).map(|error| error.message.as_str())
    }
}

impl<F: Into<String>, M: Into<String>> FromIterator<(F, M)> for FieldErrors {
    fn from_iter<I: IntoIterator<Item = (F, M)>>(pairs: I) -> FieldErrors {
        let mut errors = FieldErrors::new();
        for (field_id, message) in pairs {
            errors.add(field_id, message);
        }
        errors
    }
}

/// The summary on top of a form. It takes the focus when the page opens and links to each field; nothing when nothing
/// is wrong. [`crate::layout::Page`] and [`crate::layout::PlainPage`] already show it for their `errors`.
pub fn error_summary(errors: &FieldErrors) -> Markup {
    html! {
        @if !errors.is_empty() {
            div.error-summary role="alert" tabindex="-1" autofocus aria-labelledby="error-summary-title" {
                h2 #error-summary-title { (icon(Icon::Error)) "次のところを直してください" }
                ul { @for error in errors.iter() { li { (entry(error)) } } }
            }
        }
    }
}

fn entry(error: &FieldError) -> Markup {
    html! {
        @if error.field_id.is_empty() { (error.message) }
        @else { a href={ "#" (error.field_id) } { (error.message) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_to_fields_and_escapes() {
        let errors = FieldErrors::general("<b>だめ</b>").with("owner", "『リスク所有者』を入力してください。");
        let page = error_summary(&errors).into_string();
        assert!(page.contains("<li>&lt;b&gt;だめ&lt;/b&gt;</li>"), "{page}");
        assert!(page.contains(r##"<a href="#owner">『リスク所有者』を入力してください。</a>"##), "{page}");
        assert!(page.contains(r#"role="alert""#) && page.contains(r#"tabindex="-1""#), "{page}");
    }

    #[test]
    fn nothing_wrong_shows_nothing() {
        assert_eq!(error_summary(&FieldErrors::new()).into_string(), "");
    }
}
