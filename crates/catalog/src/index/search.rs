//! Finding entries by words: kana, katakana, width, okurigana and the long mark at a word's end make no
//! difference, a reading finds the kanji, and another word for a term finds the term.

use japanese::{is_hiragana, matching_key, to_hiragana};

use super::entry::{Entry, Item, Kind};
use super::spelling::{Called, Spellings, katakana};
use crate::Catalog;

/// What of an entry words are held against.
#[derive(Debug, Clone)]
pub(super) struct Keys {
    title: String,
    /// ふりがな, id, English title, other names.
    names: Vec<String>,
    text: String,
}

/// Where a word was found; the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The title or another name is that word.
    Whole,
    /// The title begins with it.
    Front,
    /// In the title.
    Title,
    /// In the reading or another name.
    Name,
    /// In the text.
    Text,
}

/// Words that are looked for: each with the ways in which it may be written, as keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted(pub(super) Vec<Vec<String>>);

impl Wanted {
    /// Whether nothing is looked for: then nothing is found.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Letters of a word that are compared: NFKC, lower case, hiragana, no white space, no hyphen, and no long mark at
/// the end of a word (サーバー and サーバ are one).
pub(super) fn key(text: &str) -> String {
    let folded = matching_key(text);
    let mut key = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        if !is_silent(before, letter, letters.peek().copied()) {
            key.push(letter);
        }
        before = Some(letter);
    }
    to_hiragana(&key)
}

/// Whether a letter makes no difference: a hyphen (Wi-Fi and wifi are one), or a long mark that ends a word.
pub(super) fn is_silent(before: Option<char>, letter: char, next: Option<char>) -> bool {
    letter == '-' || ends_word(before, letter, next)
}

/// Whether a letter is a long mark at the end of a word: サーバーを has one, the めーる of somebody who writes no
/// katakana has none.
fn ends_word(before: Option<char>, letter: char, next: Option<char>) -> bool {
    let goes_on = next.is_some_and(|next| matches!(next, 'ァ'..='ヺ' | 'ー'));
    letter == 'ー' && !goes_on && !(before.is_some_and(is_hiragana) && next.is_some_and(is_hiragana))
}

/// The names of a term titled with its other name in brackets, ウェブサイト（ホームページ）, as keys.
fn names(title: &str) -> Vec<String> {
    title.split(['（', '）']).map(key).filter(|name| !name.is_empty()).collect()
}

impl Keys {
    fn new(catalog: &Catalog, entry: &Entry<'_>) -> Self {
        let mut names = vec![key(entry.id)];
        match entry.item {
            Item::Term(term) => {
                names.extend([key(&term.reading), key(&term.title_en)]);
                names.extend(term.synonyms.iter().map(|word| key(word)));
            }
            Item::Threat(threat) => names.push(key(&threat.title_en)),
            Item::Vulnerability(entry) => names.push(key(&entry.title_en)),
            Item::Control(control) => names.push(key(&control.title_en)),
            Item::Medium(medium) => names.extend(medium.synonyms.iter().map(|word| key(word))),
            Item::ThreatLine(line) => names.extend(line.aliases.iter().map(|word| key(word))),
            _ => {}
        }
        let details = catalog.details(entry);
        // A line end keeps the end of one text and the beginning of the next from making a word.
        let text = details.iter().flat_map(|detail| &detail.texts).map(|text| key(text) + "\n").collect();
        Self { title: key(entry.title), names, text }
    }

    fn rank(&self, word: &str) -> Option<Rank> {
        if self.title == word || self.names.iter().any(|name| name == word) {
            Some(Rank::Whole)
        } else if self.title.starts_with(word) {
            Some(Rank::Front)
        } else if self.title.contains(word) {
            Some(Rank::Title)
        } else if self.names.iter().any(|name| name.contains(word)) {
            Some(Rank::Name)
        } else {
            self.text.contains(word).then_some(Rank::Text)
        }
    }
}

impl Catalog {
    /// The words of a text, parted by white space, as they are looked for.
    pub fn wanted(&self, words: &str) -> Wanted {
        Wanted(words.split_whitespace().map(|word| self.spellings(word)).filter(|word| !word.is_empty()).collect())
    }

    /// The entries in which every one of the words stands, best first: title before reading and other
    /// names before text.
    pub fn found(&self, wanted: &Wanted) -> Vec<Entry<'_>> {
        if wanted.is_empty() {
            return Vec::new();
        }
        let keys = self.index.keys.get_or_init(|| self.keys());
        let mut found: Vec<(Vec<Rank>, usize)> = Vec::new();
        for (number, keys) in keys.iter().enumerate() {
            let best = |spellings: &Vec<String>| spellings.iter().filter_map(|word| keys.rank(word)).min();
            if let Some(mut ranks) = wanted.0.iter().map(best).collect::<Option<Vec<Rank>>>() {
                // The worst place decides first: two words in titles come before one in a title, one in a text.
                ranks.sort_unstable_by(|left, right| right.cmp(left));
                found.push((ranks, number));
            }
        }
        found.sort();
        let lists: Vec<Vec<Entry<'_>>> = Kind::ALL.into_iter().map(|kind| self.entries_of(kind)).collect();
        let entries: Vec<&Entry<'_>> = lists.iter().flatten().collect();
        found.into_iter().filter_map(|(_, number)| entries.get(number).map(|entry| **entry)).collect()
    }

    /// The first of what is [`Self::found`] by words. No words find nothing.
    pub fn search(&self, words: &str, limit: usize) -> Vec<Entry<'_>> {
        let mut found = self.found(&self.wanted(words));
        found.truncate(limit);
        found
    }

    /// A word as keys: itself, its other ways to be written and the names of the term that it is a name of.
    fn spellings(&self, word: &str) -> Vec<String> {
        let word = key(word);
        if word.is_empty() {
            return Vec::new();
        }
        self.index.spellings.get_or_init(|| self.ways_of_writing()).all(word)
    }

    fn ways_of_writing(&self) -> Spellings {
        let prose = self.prose();
        let entries = Kind::ALL.into_iter().flat_map(|kind| self.entries_of(kind));
        let titles = entries.flat_map(|entry| katakana(entry.title));
        let words = titles.chain(prose.iter().flat_map(|text| katakana(&text.text)));
        let things = self.terms.iter().map(|term| Called {
            reading: key(&term.reading),
            names: names(&term.title),
            synonyms: term.synonyms.iter().map(|word| key(word)).filter(|word| !word.is_empty()).collect(),
        });
        Spellings::new(&self.readings.words, words, things.collect())
    }

    fn keys(&self) -> Vec<Keys> {
        let mut keys = Vec::with_capacity(self.graph().len());
        for kind in Kind::ALL {
            keys.extend(self.entries_of(kind).iter().map(|entry| Keys::new(self, entry)));
        }
        keys
    }
}
