//! Readings: hiragana for words with kanji, and one for every word of a title.

use std::collections::BTreeSet;

use japanese::{is_hiragana, is_kanji};

use super::Checker;
use crate::{Catalog, Kind};

const FILE: &str = "readings.toml";

pub(super) fn check(catalog: &Catalog, checker: &mut Checker<'_>) {
    for (word, reading) in &catalog.readings.words {
        if reading.is_empty() || !reading.chars().all(|letter| is_hiragana(letter) || letter == 'ー') {
            let message = format!("「{word}」の読み「{reading}」を、ひらがなだけで書いてください。");
            checker.note(FILE, "", &format!("\"{word}\""), message);
        }
        if !word.chars().any(is_kanji) {
            let message = format!("「{word}」には漢字がないので、読みは要りません。行を消してください。");
            checker.note(FILE, "", &format!("\"{word}\""), message);
        }
    }
}

/// Whoever writes a title's words in kana finds them only if their readings are known.
pub(super) fn gaps(catalog: &Catalog, checker: &mut Checker<'_>) {
    let words: BTreeSet<&str> = catalog.readings.words.keys().map(String::as_str).collect();
    let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
    let mut told = BTreeSet::new();
    for entry in Kind::ALL.into_iter().flat_map(|kind| catalog.entries_of(kind)) {
        for unread in unread(entry.title, &words, longest) {
            if told.insert(unread) {
                let title = entry.title;
                let message = format!("「{title}」の「{unread}」の読みがありません。足してください。");
                checker.note(FILE, "", "[readings]", message);
            }
        }
    }
}

/// The runs of two or more kanji of a title that stand in none of the words.
fn unread<'a>(title: &'a str, words: &BTreeSet<&str>, longest: usize) -> Vec<&'a str> {
    let mut known_until = 0;
    let mut runs = Vec::new();
    let mut run: Option<usize> = None;
    for (start, letter) in title.char_indices() {
        let ends = title[start..].char_indices().map(|(offset, letter)| offset + letter.len_utf8());
        let known = ends.take_while(|end| *end <= longest).filter(|end| words.contains(&title[start..start + end]));
        known_until = known.map(|end| start + end).max().unwrap_or(0).max(known_until);
        if is_kanji(letter) && start >= known_until {
            run.get_or_insert(start);
        } else {
            runs.extend(run.take().map(|begin| &title[begin..start]));
        }
    }
    runs.extend(run.map(|begin| &title[begin..]));
    runs.retain(|run| run.chars().count() >= 2);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_word_of_the_list_covers_is_named() {
        let words = BTreeSet::from(["情報", "持ち出し", "担当者"]);
        assert_eq!(unread("顧客情報の持ち出し許可", &words, 12), ["顧客", "許可"]);
        assert!(unread("情報を見る担当者側", &words, 12).is_empty(), "one kanji alone is no word to look for");
    }
}
