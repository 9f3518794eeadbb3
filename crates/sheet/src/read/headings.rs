//! What headings mean; every way of naming a column that we know is in `headings/table.rs`.

mod parts;
mod table;

use std::collections::HashMap;

use japanese::matching_key;
use table::{HEADINGS, THREAT_HEADINGS};

/// A column of a register (or of the sheet 脅威の状況) that we understand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Column {
    Number,
    Business,
    Name,
    Remarks,
    Users,
    RiskOwner,
    Department,
    Medium,
    /// One column that says in words which kinds of personal data there are.
    PersonalDataKinds,
    Personal,
    Sensitive,
    MyNumber,
    Survival,
    Confidentiality,
    Integrity,
    Availability,
    AssetValue,
    Importance,
    Likelihood,
    RiskLevel,
    Retention,
    RegisteredOn,
    /// 想定される脅威, of the sheet 脅威の状況.
    Threat,
    /// 起こりやすさ, of the sheet 脅威の状況.
    ThreatRating,
}

impl Column {
    /// How many there are, for tables over all of them.
    pub(super) const COUNT: usize = Self::ThreatRating as usize + 1;

    /// The heading that the guideline's register uses.
    pub(crate) fn title(self) -> &'static str {
        HEADINGS.iter().find(|(column, _)| *column == self).and_then(|(_, names)| names.first()).unwrap_or(&"")
    }
}

/// The table turned round: what a heading means.
#[derive(Debug)]
pub(crate) struct Headings {
    /// Key of a heading to its column and how vague it is (0 is the guideline's own).
    known: HashMap<String, (Column, usize)>,
    /// Keys of the names of columns that value an asset by one number; none for the sheet 脅威の状況.
    values: Vec<String>,
}

impl Headings {
    /// Of a register.
    pub(crate) fn of_registers() -> Self {
        Self { values: parts::value_names(), ..Self::new(HEADINGS) }
    }

    /// Of the sheet 脅威の状況.
    pub(super) fn of_threats() -> Self {
        Self::new(THREAT_HEADINGS)
    }

    fn new(table: &[(Column, &[&str])]) -> Self {
        let mut known = HashMap::new();
        for (column, names) in table {
            for (vagueness, name) in names.iter().enumerate() {
                known.entry(matching_key(name)).or_insert((*column, vagueness));
            }
        }
        Self { known, values: Vec::new() }
    }

    /// What a heading means, and how vague it is. Numbers before it (①, 1.), marks behind it (※, *, 必須)
    /// and remarks in brackets do not matter, unless the whole is a name of its own or names one of the three
    /// ratings: 資産価値（機密性）.
    pub(crate) fn meaning(&self, heading: &str) -> Option<(Column, usize)> {
        let key = matching_key(heading);
        if key.is_empty() || key.chars().count() > 40 {
            return None;
        }
        let bare = without_brackets(&key);
        let undecorated = undecorated(&bare);
        let known = [key.as_str(), bare.as_str(), undecorated].into_iter().find_map(|key| self.known.get(key)).copied();
        if known.is_some_and(|(column, _)| !parts::is_value(column)) || self.values.is_empty() {
            return known;
        }
        parts::spelled(&key, &self.values).map(|column| (column, parts::VAGUENESS)).or(known)
    }

    /// The rating that a heading may mean by its letter, 資産価値(C), and how vague that is. It counts only
    /// where all three stand: a lone 資産価値(A) is the value of the asset, in a formula A × B.
    pub(super) fn by_letter(&self, heading: &str) -> Option<(Column, usize)> {
        parts::lettered(&matching_key(heading), &self.values).map(|column| (column, parts::VAGUENESS))
    }
}

/// The guideline's headings that a register must have, for messages.
pub(super) const REQUIRED: &str = "情報資産名称、媒体・保存先、機密性・完全性・可用性（または資産価値）";

/// `機密性(3・2・1)` becomes `機密性`.
fn without_brackets(key: &str) -> String {
    let mut depth = 0usize;
    let mut kept = String::with_capacity(key.len());
    for character in key.chars() {
        match character {
            '(' | '[' | '【' | '〔' | '<' | '〈' | '「' => depth += 1,
            ')' | ']' | '】' | '〕' | '>' | '〉' | '」' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

/// `1.業務分類※` becomes `業務分類`.
fn undecorated(key: &str) -> &str {
    let numbers =
        |character: char| character.is_ascii_digit() || matches!(character, '.' | ',' | '、' | ':' | '-' | '_');
    let marks =
        |character: char| matches!(character, '※' | '*' | '★' | '☆' | ':' | '.' | '。' | '、' | '▼' | '▽' | '↓');
    key.trim_start_matches(marks).trim_start_matches(numbers).trim_end_matches("必須").trim_end_matches(marks)
}
