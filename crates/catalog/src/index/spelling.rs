//! The ways in which one word is written: with kanji for what somebody writes in kana, and with the catalog's
//! okurigana for somebody else's (持出し, 持ち出し).

use std::collections::BTreeMap;

use japanese::{is_hiragana, is_kanji};

use super::search::key;

/// A word of fewer kana is read into too many others.
const SHORTEST: usize = 2;
/// Homophones multiply; nobody looks for more than this at once.
const MOST: usize = 16;
/// Kana between two kanji of one word: 取り扱い has one, 受け入れ too.
const BETWEEN: usize = 2;
/// Letters that belong to the one before them: no word begins with them.
const LEANING: [char; 11] = ['ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ー'];

/// What the readings of a catalog say about writing.
#[derive(Debug, Clone, Default)]
pub(super) struct Spellings {
    /// Words by their reading.
    by_reading: BTreeMap<Vec<char>, Vec<Vec<char>>>,
    /// Kana of the longest reading.
    longest: usize,
    /// Words of two or more kanji by their kanji alone, where one of them has okurigana.
    by_kanji: BTreeMap<Vec<char>, Vec<Vec<char>>>,
}

impl Spellings {
    /// Of words and their readings. Words in `katakana` are read as they stand: they keep a shorter reading from
    /// being seen in them (the せき of セキュリティ).
    pub fn new<'a>(readings: &BTreeMap<String, String>, katakana: impl Iterator<Item = &'a str>) -> Self {
        let mut spellings = Self::default();
        for word in katakana.map(key).filter(|word| word.chars().all(is_hiragana)) {
            let word: Vec<char> = word.chars().collect();
            spellings.longest = spellings.longest.max(word.len());
            let words = spellings.by_reading.entry(word.clone()).or_default();
            if !words.contains(&word) {
                words.push(word);
            }
        }
        for (word, reading) in readings {
            let letters = |text: &str| key(text).chars().collect::<Vec<char>>();
            let (word, reading) = (letters(word), letters(reading));
            let kanji: Vec<char> = word.iter().copied().filter(|letter| is_kanji(*letter)).collect();
            if kanji.len() >= 2 && word.iter().all(|letter| is_kanji(*letter) || is_hiragana(*letter)) {
                spellings.by_kanji.entry(kanji).or_default().push(word.clone());
            }
            spellings.longest = spellings.longest.max(reading.len());
            spellings.by_reading.entry(reading).or_default().push(word);
        }
        spellings.by_kanji.retain(|_, words| words.iter().flatten().any(|letter| is_hiragana(*letter)));
        spellings
    }

    /// Other ways to write a word (a key), at most [`MOST`]; the word itself is not among them.
    pub fn of(&self, word: &str) -> Vec<String> {
        let word: Vec<char> = word.chars().collect();
        let mut ways = self.with_kanji(&word);
        let okurigana: Vec<Vec<char>> = ways.iter().chain([&word]).flat_map(|way| self.with_okurigana(way)).collect();
        ways.extend(okurigana);
        ways.retain(|way| *way != word);
        ways.sort();
        ways.dedup();
        ways.truncate(MOST);
        ways.into_iter().map(String::from_iter).collect()
    }

    /// The word with the longest reading at each place as the words that are read so.
    fn with_kanji(&self, word: &[char]) -> Vec<Vec<char>> {
        let mut ways = vec![Vec::new()];
        let mut rest = word;
        while let Some((first, behind)) = rest.split_first() {
            let longest = self.longest.min(rest.len());
            let read = (SHORTEST..=longest).rev().find_map(|length| {
                let (reading, behind) = rest.split_at_checked(length)?;
                let is_cut = behind.first().is_some_and(|next| LEANING.contains(next));
                Some((self.by_reading.get(reading)?, behind)).filter(|_| !is_cut)
            });
            if let Some((words, behind)) = read {
                ways = appended(&ways, words);
                rest = behind;
            } else {
                ways = appended(&ways, &[vec![*first]]);
                rest = behind;
            }
        }
        ways
    }

    /// The word with each of its parts in the catalog's okurigana: one way for each known writing of a part.
    fn with_okurigana(&self, word: &[char]) -> Vec<Vec<char>> {
        let mut ways = Vec::new();
        for start in 0..word.len() {
            let mut kanji = Vec::new();
            let mut kana = 0;
            for (end, letter) in word.iter().enumerate().skip(start) {
                if is_kanji(*letter) {
                    (kana, _) = (0, kanji.push(*letter));
                } else if is_hiragana(*letter) && kana < BETWEEN && !kanji.is_empty() {
                    kana += 1;
                } else {
                    break;
                }
                if kana == 0
                    && let Some(words) = self.by_kanji.get(&kanji)
                {
                    let (before, behind) = (&word[..start], &word[end + 1..]);
                    let behind = &behind[words.iter().map(|known| common(known, behind)).max().unwrap_or(0)..];
                    ways.extend(words.iter().map(|known| [before, known, behind].concat()));
                }
            }
        }
        ways
    }
}

/// The words written in katakana in a text.
pub(super) fn katakana(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !matches!(letter, 'ァ'..='ヺ' | 'ー')).filter(|word| word.chars().count() >= SHORTEST)
}

/// How many letters at the front of `behind` are the okurigana with which `word` ends.
fn common(word: &[char], behind: &[char]) -> usize {
    let last = word.iter().rposition(|letter| is_kanji(*letter)).map_or(0, |place| place + 1);
    word.iter().skip(last).zip(behind).take_while(|(own, other)| own == other).count()
}

fn appended(ways: &[Vec<char>], words: &[Vec<char>]) -> Vec<Vec<char>> {
    let all = ways.iter().flat_map(|way| words.iter().map(|word| [&way[..], word].concat()));
    all.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Vec<String> {
        let words = [
            ("情報", "じょうほう"),
            ("漏えい", "ろうえい"),
            ("持ち出し", "もちだし"),
            ("持出", "もちだし"),
            ("許可", "きょか"),
            ("更新", "こうしん"),
            ("交信", "こうしん"),
            ("取り扱い", "とりあつかい"),
            ("受付", "うけつけ"),
            ("鍵", "かぎ"),
            ("留守", "るす"),
            ("席", "せき"),
            ("教育", "きょういく"),
        ];
        let words = words.map(|(word, reading)| (word.to_owned(), reading.to_owned()));
        Spellings::new(&words.into(), ["ウイルス", "セキュリティ"].into_iter()).of(word)
    }

    #[test]
    fn kana_become_the_words_that_are_read_so() {
        assert_eq!(of("じょうほうろうえい"), ["情報漏えい"]);
        assert_eq!(of("こうしん"), ["交信", "更新"]);
        assert_eq!(of("かぎの管理"), ["鍵の管理"]);
        assert_eq!(of("もちだしのきょか"), ["持ち出しの許可", "持出の許可"]);
        assert!(of("うけつける").contains(&"受付る".to_owned()), "what is no word is found nowhere");
        assert!(of("ばっくあっぷ").is_empty());
    }

    #[test]
    fn katakana_words_are_not_cut_apart() {
        assert_eq!(of("せきゅりてぃきょういく"), ["せきゅりてぃ教育"]);
        assert!(of("ういるす").is_empty() && of("るすばん").contains(&"留守ばん".to_owned()));
        assert!(of("せきぇ").is_empty(), "no word ends before a small letter");
    }

    #[test]
    fn okurigana_make_no_difference() {
        assert_eq!(of("持出し"), ["持ち出し", "持出"]);
        assert_eq!(of("持ち出し許可"), ["持出許可"]);
        assert_eq!(of("取扱規程"), ["取り扱い規程"]);
        assert_eq!(of("取扱い"), ["取り扱い"]);
        assert!(of("受け付け").is_empty(), "no writing of 受付 in the list has okurigana");
        assert!(of("持つ").is_empty() && of("").is_empty());
    }
}
