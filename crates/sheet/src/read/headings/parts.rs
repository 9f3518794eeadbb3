//! Headings that say of which of the three ratings a value is: 資産価値（機密性）, 資産価値(C), 機密性C.

use japanese::matching_key;

use super::{
    Column::{self, *},
    table::HEADINGS,
    undecorated,
};

/// How vague such a heading is: a column that is called 機密性 and nothing else is surer.
pub(super) const VAGUENESS: usize = 50;

/// The three ratings with their letters and words.
const PARTS: &[(Column, &str, [&str; 3])] = &[
    (Confidentiality, "c", ["機密性", "機密", "confidentiality"]),
    (Integrity, "i", ["完全性", "完全", "integrity"]),
    (Availability, "a", ["可用性", "可用", "availability"]),
];

/// Whether a column values an asset by one number, unless its heading names one of the three ratings.
pub(super) fn is_value(column: Column) -> bool {
    matches!(column, AssetValue | Importance)
}

/// The names of such columns, longest first: 資産価値評価 is not 資産価値 with something behind it.
pub(super) fn value_names() -> Vec<String> {
    let columns = HEADINGS.iter().filter(|(column, _)| is_value(*column));
    let mut names: Vec<String> = columns.flat_map(|(_, names)| names.iter()).map(|name| matching_key(name)).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// The rating that a heading's key names in words: 機密性 in `資産価値(機密性)` and in `機密性c`.
pub(super) fn spelled(key: &str, values: &[String]) -> Option<Column> {
    let plain = plain(key);
    let (rest, valued) = without_value(&plain, values);
    let names = |letter: &str, word: &str| {
        let lettered = rest.strip_prefix(word) == Some(letter) || rest.strip_suffix(word) == Some(letter);
        lettered || (valued && rest == word)
    };
    let part = PARTS.iter().find(|(_, letter, words)| words.iter().any(|word| names(letter, word)));
    part.map(|(column, ..)| *column)
}

/// The rating that a heading's key may name by a letter: A in `資産価値(a)`, which may also be the first
/// factor of A × B.
pub(super) fn lettered(key: &str, values: &[String]) -> Option<Column> {
    let plain = plain(key);
    let (rest, valued) = without_value(&plain, values);
    let part = PARTS.iter().find(|(_, letter, _)| valued && rest == *letter);
    part.map(|(column, ..)| *column)
}

/// The key without brackets, joints, numbers before it, and a scale behind it: `資産価値機密性`.
fn plain(key: &str) -> String {
    let is_joint = |character: char| {
        matches!(character, '(' | ')' | '[' | ']' | '【' | '】' | '〔' | '〕' | '<' | '>' | '〈' | '〉' | '「' | '」')
            || matches!(character, ':' | '・' | '/' | '-' | '_' | '=' | '、' | ',')
    };
    let joined: String = key.chars().filter(|character| !is_joint(*character)).collect();
    let is_scale = |character: char| character.is_ascii_digit() || matches!(character, '~' | '〜');
    undecorated(&joined).trim_end_matches("段階").trim_end_matches(is_scale).to_owned()
}

/// What is left beside 資産価値, 評価値 and the like, and whether one of them was there.
fn without_value<'a>(plain: &'a str, values: &[String]) -> (&'a str, bool) {
    let rest = values.iter().find_map(|value| plain.strip_prefix(value.as_str()));
    let rest = rest.or_else(|| values.iter().find_map(|value| plain.strip_suffix(value.as_str())));
    rest.map_or((plain, false), |rest| (rest.trim_matches('の'), true))
}
