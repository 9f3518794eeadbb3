//! The ways in which one word is written: with kanji for what somebody writes in kana, with the catalog's
//! okurigana and small kana for somebody else's (持出し, 持ち出し; ウィルス, ウイルス), and with the catalog's word
//! for what others call otherwise (下請け, 委託先).

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

/// What a thing is called, as keys.
#[derive(Debug, Clone)]
pub(super) struct Called {
    /// How its name is read.
    pub reading: String,
    /// What the catalog calls it: its title, and the name in brackets.
    pub names: Vec<String>,
    /// What others call it.
    pub synonyms: Vec<String>,
}

/// What a catalog says about writing.
#[derive(Debug, Clone, Default)]
pub(super) struct Spellings {
    /// Words by their reading, [`large`].
    by_reading: BTreeMap<Vec<char>, Vec<Vec<char>>>,
    /// Kana of the longest reading.
    longest: usize,
    /// Words of two or more kanji by their kanji alone, where one of them has okurigana.
    by_kanji: BTreeMap<Vec<char>, Vec<Vec<char>>>,
    /// What has names.
    things: Vec<Called>,
}

impl Spellings {
    /// Of words and their readings. Words in `katakana` are read as they stand: they keep a shorter reading from
    /// being seen in them (the せき of セキュリティ).
    pub fn new<'a>(
        readings: &BTreeMap<String, String>,
        katakana: impl Iterator<Item = &'a str>,
        things: Vec<Called>,
    ) -> Self {
        let mut spellings = Self { things, ..Self::default() };
        for word in katakana.map(key).filter(|word| word.chars().all(|letter| is_hiragana(letter) || letter == 'ー')) {
            let word: Vec<char> = word.chars().collect();
            spellings.longest = spellings.longest.max(word.len());
            let words = spellings.by_reading.entry(large(&word)).or_default();
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
            spellings.by_reading.entry(large(&reading)).or_default().push(word);
        }
        spellings.by_kanji.retain(|_, words| words.iter().flatten().any(|letter| is_hiragana(*letter)));
        spellings
    }

    /// Every way to write a word (a key), the word itself first, and the names of what it names.
    pub fn all(&self, word: String) -> Vec<String> {
        let ways = self.of(&word);
        let mut all = vec![word];
        all.extend(ways);
        let names: Vec<String> = all.iter().flat_map(|way| self.names(way)).collect();
        let parts: Vec<String> = all.iter().flat_map(|way| self.with_names(way)).take(MOST).collect();
        for way in names.into_iter().chain(parts) {
            if !all.contains(&way) {
                all.push(way);
            }
        }
        all
    }

    /// The names of what a word names: the catalog's, and for a word of others their other words too (漏洩 is
    /// 情報漏えい, and 漏えい).
    fn names(&self, word: &str) -> Vec<String> {
        let mut names = Vec::new();
        for thing in &self.things {
            let is_other = thing.synonyms.iter().any(|synonym| synonym == word);
            if is_other || thing.reading == word || thing.names.iter().any(|name| name == word) {
                names.extend_from_slice(&thing.names);
            }
            if is_other {
                names.extend_from_slice(&thing.synonyms);
            }
        }
        names
    }

    /// The word with another name for a part of it that is a word of others: 再下請け is 再委託先.
    fn with_names(&self, word: &str) -> Vec<String> {
        let mut ways = Vec::new();
        for thing in &self.things {
            for part in thing.synonyms.iter().filter(|part| *part != word && word.contains(part.as_str())) {
                let names = thing.names.iter().chain(&thing.synonyms).filter(|name| !word.contains(name.as_str()));
                ways.extend(names.map(|name| word.replace(part.as_str(), name)));
            }
        }
        ways
    }

    /// Other ways to write a word (a key), at most [`MOST`]; the word itself is not among them.
    fn of(&self, word: &str) -> Vec<String> {
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
        let read = large(word);
        let mut ways = vec![Vec::new()];
        let mut start = 0;
        while start < word.len() {
            let longest = self.longest.min(word.len() - start);
            let known = (SHORTEST..=longest).rev().find_map(|length| {
                let end = start + length;
                let is_cut = word.get(end).is_some_and(|next| LEANING.contains(next));
                Some((self.by_reading.get(&read[start..end])?, end)).filter(|_| !is_cut)
            });
            if let Some((words, end)) = known {
                ways = appended(&ways, words);
                start = end;
            } else {
                ways = appended(&ways, &[vec![word[start]]]);
                start += 1;
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

/// Letters with large ones for small vowels: ウィルス and ウイルス, ソフトウェア and ソフトウエア are one.
fn large(letters: &[char]) -> Vec<char> {
    let vowel = |letter: &char| match letter {
        'ぁ' => 'あ',
        'ぃ' => 'い',
        'ぅ' => 'う',
        'ぇ' => 'え',
        'ぉ' => 'お',
        other => *other,
    };
    letters.iter().map(vowel).collect()
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

    fn spellings() -> Spellings {
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
        let katakana = ["ウイルス", "セキュリティ", "ソフトウェア", "ファームウェア", "ファン"];
        let keys = |words: &[&str]| words.iter().map(|word| key(word)).collect::<Vec<_>>();
        let called = |reading: &str, names: &[&str], synonyms: &[&str]| Called {
            reading: reading.to_owned(),
            names: keys(names),
            synonyms: keys(synonyms),
        };
        let things = vec![
            called("じょうほうろうえい", &["情報漏えい"], &["漏えい", "漏洩"]),
            called("いたくさき", &["委託先"], &["下請け"]),
            called("むせんらん", &["無線LAN", "Wi-Fi"], &["ワイファイ"]),
        ];
        Spellings::new(&words.into(), katakana.into_iter(), things)
    }

    fn of(word: &str) -> Vec<String> {
        spellings().of(word)
    }

    fn all(word: &str) -> Vec<String> {
        spellings().all(key(word))
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
    fn small_vowels_make_no_difference() {
        assert_eq!(of("うぃるす更新"), ["ういるす更新"]);
        assert_eq!(of("そふとうえあ"), ["そふとうぇあ"]);
        assert_eq!(of("ふぁーむうえあこうしん"), ["ふぁーむうぇあ交信", "ふぁーむうぇあ更新"]);
        assert_eq!(of("ふあん"), ["ふぁん"]);
        assert!(of("そふとうぇあ").is_empty());
    }

    #[test]
    fn words_of_others_become_the_names_of_the_catalog() {
        assert_eq!(all("漏洩"), ["漏洩", "情報漏えい", "漏えい"]);
        assert_eq!(all("ろうえい"), ["ろうえい", "漏えい", "情報漏えい", "漏洩"]);
        assert_eq!(all("情報漏えい"), ["情報漏えい", "情報漏洩"], "the catalog's own name is not made wider");
        assert_eq!(all("いたくさき"), ["いたくさき", "委託先"]);
        assert_eq!(all("無線LAN"), ["無線lan", "wifi"]);
        assert_eq!(all("再下請け"), ["再下請け", "再委託先"]);
        assert_eq!(all("個人情報漏洩"), ["個人情報漏洩", "個人情報情報漏えい", "個人情報漏えい"]);
        assert_eq!(all("社内ワイファイ"), ["社内わいふぁい", "社内無線lan", "社内wifi"]);
        assert_eq!(all("留守番"), ["留守番"]);
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
