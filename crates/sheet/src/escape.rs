//! Texts in CSV that a spreadsheet would run as formulas.

use std::borrow::Cow;

/// Whether it would run, or looks like one that was escaped.
fn is_dangerous(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// With an apostrophe in front where it is needed.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if is_dangerous(text) { format!("'{text}").into() } else { text.into() }
}

/// The text that was escaped.
pub(crate) fn unescaped(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_dangerous(text)).unwrap_or(text)
}
