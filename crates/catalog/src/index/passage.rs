//! Where in an entry the words stand that led to it, to be shown with the words marked.

use std::ops::Range;

use japanese::{matching_key, to_hiragana};

use super::entry::Entry;
use super::search::{Wanted, is_silent, key};
use crate::Catalog;

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As it stands there.
    pub text: String,
    /// Whether it is one of the words that are looked for.
    pub found: bool,
}

/// A sentence of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// What the sentence is about: the label of its [`Detail`](super::Detail).
    pub label: &'static str,
    /// The sentence, with the words apart.
    pub pieces: Vec<Piece>,
}

/// Labels of details that say how a thing is called, not what it is.
const NAMES: [&str; 7] = ["番号", "読み", "英語", "シートでの書かれ方", "台帳での書かれ方", "紛れる言葉", "ほかの題名"];

impl Catalog {
    /// The sentence in which most of the words stand, the first of those; another name only where the title does not
    /// show the words. `None` where no sentence has any.
    pub fn passage(&self, entry: &Entry<'_>, wanted: &Wanted) -> Option<Passage> {
        let mut details = self.details(entry);
        if wanted.count(entry.title) == wanted.0.len() {
            details.retain(|detail| !NAMES.contains(&detail.label));
        }
        let mut best: Option<((bool, usize), &'static str, String)> = None;
        for detail in &details {
            let says_more = !NAMES.contains(&detail.label);
            for sentence in detail.texts.iter().flat_map(|text| sentences(text)) {
                let count = wanted.count(sentence);
                if count > 0 && best.as_ref().is_none_or(|(most, ..)| (says_more, count) > *most) {
                    best = Some(((says_more, count), detail.label, sentence.to_owned()));
                }
            }
        }
        best.map(|(_, label, sentence)| Passage { label, pieces: wanted.marked(&sentence) })
    }
}

/// The sentences of a text, without the white space around them.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['。', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

impl Wanted {
    /// How many of the words stand in a text.
    fn count(&self, text: &str) -> usize {
        let text = key(text);
        self.0.iter().filter(|spellings| spellings.iter().any(|word| text.contains(word.as_str()))).count()
    }

    /// A text cut where the words stand in it.
    pub fn marked(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut push = |bytes: Range<usize>, found: bool| {
            if !bytes.is_empty() {
                pieces.push(Piece { text: text[bytes].to_owned(), found });
            }
        };
        let mut from = 0;
        for bytes in self.places(text) {
            push(from..bytes.start, false);
            from = bytes.end;
            push(bytes, true);
        }
        push(from..text.len(), false);
        pieces
    }

    /// The bytes of a text where one of the words stands, in order, none over another.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let letters = letters(text);
        let mut places = Vec::new();
        for word in self.0.iter().flatten() {
            let word: Vec<char> = word.chars().collect();
            for place in letters.windows(word.len()) {
                if place.iter().map(|(letter, _)| letter).eq(&word)
                    && let [(_, first), ..] = place
                    && let [.., (_, last)] = place
                {
                    places.push(first.start..last.end);
                }
            }
        }
        places.sort_by_key(|place| place.start);
        let mut apart: Vec<Range<usize>> = Vec::new();
        for place in places {
            match apart.last_mut() {
                Some(before) if place.start <= before.end => before.end = before.end.max(place.end),
                _ => apart.push(place),
            }
        }
        apart
    }
}

/// The letters of a text's [`key`], each with the bytes of the text that it stands for.
fn letters(text: &str) -> Vec<(char, Range<usize>)> {
    let begins = |(at, letter): &(usize, char)| *at == 0 || !is_voicing(*letter);
    let starts: Vec<usize> = text.char_indices().filter(begins).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let bytes = starts.iter().copied().zip(ends).map(|(start, end)| start..end);
    let folded = bytes.flat_map(|bytes| {
        let letters: Vec<char> = matching_key(&text[bytes.clone()]).chars().collect();
        letters.into_iter().map(move |letter| (letter, bytes.clone()))
    });
    let mut letters: Vec<(char, Range<usize>)> = Vec::new();
    let mut folded = folded.peekable();
    let mut previous = None;
    while let Some((letter, bytes)) = folded.next() {
        let is_end = is_silent(previous, letter, folded.peek().map(|(next, _)| *next));
        previous = Some(letter);
        if is_end {
            // サーバ is found in サーバー with its long mark.
            if let Some((_, before)) = letters.last_mut() {
                before.end = bytes.end;
            }
        } else {
            letters.extend(to_hiragana(letter.encode_utf8(&mut [0; 4])).chars().map(|letter| (letter, bytes.clone())));
        }
    }
    letters
}

/// Whether a character belongs to the one before it: the mark of が written apart, or of ｶﾞ.
const fn is_voicing(letter: char) -> bool {
    matches!(letter, '\u{3099}' | '\u{309A}' | 'ﾞ' | 'ﾟ')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::Kind;

    fn wanted(words: &[&str]) -> Wanted {
        Wanted(words.iter().map(|word| vec![key(word)]).collect())
    }

    fn shown(words: &[&str], text: &str) -> String {
        let piece = |piece: Piece| if piece.found { format!("[{}]", piece.text) } else { piece.text };
        wanted(words).marked(text).into_iter().map(piece).collect()
    }

    #[test]
    fn words_are_marked_however_they_are_spelt() {
        assert_eq!(shown(&["ばっくあっぷ"], "毎日バックアップを取る。"), "毎日[バックアップ]を取る。");
        assert_eq!(shown(&["ﾊﾞｯｸｱｯﾌﾟ"], "ﾊﾞｯｸｱｯﾌﾟとバックアップ"), "[ﾊﾞｯｸｱｯﾌﾟ]と[バックアップ]");
        assert_eq!(shown(&["サーバ"], "社内サーバーの中"), "社内[サーバー]の中");
        assert_eq!(shown(&["iso"], "ＩＳＯの規格"), "[ＩＳＯ]の規格");
        assert_eq!(shown(&["情報", "報告"], "情報報告、情報告"), "[情報報告]、[情報告]");
        assert_eq!(shown(&["ない"], "別の言葉"), "別の言葉");
        assert_eq!(shown(&["a"], ""), "");
    }

    /// What is searched and what is marked are compared by the same letters.
    #[test]
    fn letters_are_those_of_the_key() {
        let catalog = Catalog::load().unwrap();
        for entry in Kind::ALL.into_iter().flat_map(|kind| catalog.entries_of(kind)) {
            for text in catalog.details(&entry).iter().flat_map(|detail| &detail.texts) {
                let letters: String = letters(text).into_iter().map(|(letter, _)| letter).collect();
                assert_eq!(letters, key(text), "{text}");
            }
        }
    }
}
