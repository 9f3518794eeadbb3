//! No sentence too long to read.

use super::Checker;
use crate::Catalog;
use crate::prose::Prose;

/// Characters a sentence may have. Chosen so that a sentence fits three lines of a phone.
const LIMIT: usize = 90;

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>) {
    for Prose { file, entry, text } in catalog.prose() {
        for sentence in text.split('。') {
            let sentence = sentence.trim_matches('\n');
            let length = sentence.chars().count();
            if length > LIMIT {
                let start: String = sentence.chars().take(12).collect();
                let message =
                    format!("「{entry}」の文「{start}…」が{length}文字あります。{LIMIT}文字までに分けてください。");
                checker.note(file, entry, &start, message);
            }
        }
    }
}
