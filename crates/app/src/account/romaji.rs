//! Passwords made of words that people in Japan use: what zxcvbn, which knows English, does not see.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

/// Our own list. See its head for how it is written.
static LISTED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("romaji_words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(one_spelling).filter(|word| word.len() >= SHORTEST).collect()
});

/// Shorter words would be found in anything.
const SHORTEST: usize = 3;
/// No word is looked for beyond that.
const LONGEST: usize = 24;
/// So many different words make a password that the list does not give away: 1,000 words to the power of 4.
const ENOUGH_WORDS: usize = 4;

/// Whether a password is mainly made of at most three listed words (in any spelling, also with `0` for
/// `o` and the like) and digits or signs. `known_words` count as listed: name, mail address.
pub(super) fn is_mainly_words(password: &str, known_words: &[&str]) -> bool {
    let known: HashSet<String> = known_words
        .iter()
        .flat_map(|words| words.split(|character: char| !character.is_ascii_alphabetic()))
        .map(|word| one_spelling(&word.to_ascii_lowercase()))
        .filter(|word| word.len() >= SHORTEST)
        .collect();
    let plain = japanese::matching_key(password);
    [plain.clone(), undisguised(&plain)].iter().any(|password| few_words_cover(password, &known))
}

fn few_words_cover(password: &str, known: &HashSet<String>) -> bool {
    let (mut letters, mut covered, mut words) = (0, 0, BTreeSet::new());
    for run in password.split(|character: char| !character.is_ascii_lowercase()) {
        let run = one_spelling(run);
        letters += run.len();
        for word in best_cover(&run, known) {
            covered += word.len();
            words.insert(word.to_owned());
        }
    }
    letters > 0 && covered * 10 >= letters * 7 && words.len() < ENOUGH_WORDS
}

/// The listed words that cover most of `run` without overlapping; the fewest such words.
fn best_cover<'a>(run: &'a str, known: &HashSet<String>) -> Vec<&'a str> {
    // best[i]: letters left over, number of words, and the last word's beginning, for the first i letters.
    let mut best: Vec<(usize, usize, usize)> = vec![(0, 0, 0)];
    for end in 1..=run.len() {
        let (left, words, _) = best[end - 1];
        let mut choice = (left + 1, words, end);
        for (start, (left, words, _)) in best.iter().copied().enumerate().skip(end.saturating_sub(LONGEST)) {
            let Some(word) = run.get(start..end).filter(|word| word.len() >= SHORTEST) else { break };
            if (left, words + 1) < (choice.0, choice.1) && (LISTED.contains(word) || known.contains(word)) {
                choice = (left, words + 1, start);
            }
        }
        best.push(choice);
    }
    let mut found = Vec::new();
    let mut end = run.len();
    while end > 0 {
        let start = best[end].2;
        if start < end {
            found.push(&run[start..end]);
            end = start;
        } else {
            end -= 1;
        }
    }
    found
}

/// One spelling for all ways to write a word in Latin letters: `shi` and `si`, `ou` and `o`, `pp` and `p`.
/// Not a romanisation that anyone would write: for comparing only.
fn one_spelling(word: &str) -> String {
    const ALIKE: [(&str, &str); 22] = [
        ("sh", "sy"),
        ("tch", "ty"),
        ("ch", "ty"),
        ("ts", "t"),
        ("jy", "zy"),
        ("j", "zy"),
        ("syi", "si"),
        ("tyi", "ti"),
        ("zyi", "zi"),
        ("f", "h"),
        ("mb", "nb"),
        ("mp", "np"),
        ("ou", "o"),
        ("oo", "o"),
        ("uu", "u"),
        ("aa", "a"),
        ("ii", "i"),
        ("kk", "k"),
        ("ss", "s"),
        ("tt", "t"),
        ("pp", "p"),
        ("nn", "n"),
    ];
    ALIKE
        .iter()
        .fold(word.to_owned(), |word, (from, to)| if word.contains(from) { word.replace(from, to) } else { word })
}

/// With the letters that signs and digits stand for.
fn undisguised(password: &str) -> String {
    let letter = |character| match character {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    password.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::is_mainly_words;

    #[test]
    fn finds_passwords_of_common_words() {
        for password in [
            "sakurahimitsu1234",
            "Sakura-Sakura-2026",
            "himitu0123456789",
            "ohayougozaimasu1",
            "toukyouoosaka2020",
            "t0ky0-0saka-2020",
            "okaerinasai!!!!",
            "SatoHanako19800101",
            "ｓａｋｕｒａｎｉｈｏｎｇｏ",
            "watashinonamae12",
            "arigatougozaimasu",
            "p@ssword-sakura1",
        ] {
            assert!(is_mainly_words(password, &[]), "{password}");
        }
    }

    #[test]
    fn leaves_others_alone() {
        for password in [
            "correct-horse-battery-staple-27",
            "kaeru-rousoku-momiji-tokei-hanabi",
            "xq7#Lw92!vmTzK",
            "sakura-xkvtqwzjy-81",
            "ペンギンが空を飛ぶ月曜日",
            "384729105638472",
        ] {
            assert!(!is_mainly_words(password, &[]), "{password}");
        }
    }

    #[test]
    fn counts_what_others_know_of_the_person() {
        let known = ["見本商事", "tokugawa.yoshinobu@mihon-shoji.example.jp"];
        assert!(is_mainly_words("YoshinobuTokugawa1837", &known));
        assert!(is_mainly_words("mihonshoji-2026!", &known));
        assert!(!is_mainly_words("mihonshoji-2026!", &[]));
    }
}
