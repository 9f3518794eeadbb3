//! Reading documents in tests.

use document::Document;

/// The cells below that head of a column, in every table that has it.
pub fn column(document: &Document, head: &str) -> Vec<String> {
    let place = format!("「{head}」");
    document.texts().into_iter().filter(|(at, _)| at.ends_with(&place)).map(|(_, words)| words).collect()
}
