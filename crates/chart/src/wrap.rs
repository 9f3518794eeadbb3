//! Where Japanese words break into lines: SVG breaks none by itself.

use std::collections::BTreeMap;

use crate::svg::{width, width_of};

/// What one more line costs, to weigh against breaks at bad places.
const LINE: f64 = 4.0;

/// Words in at most `most` lines of that width, broken where a reader would break them; the last one ends with
/// 「…」 where words are left over.
pub(crate) fn wrapped(words: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    if width(words, size) <= room {
        return vec![words.to_owned()];
    }
    let characters: Vec<char> = words.chars().collect();
    best(&characters, size, room, most).unwrap_or_else(|| filled(&characters, size, room, most))
}

/// The beginning of some words in lines: what they cost, and where each of them ends.
struct Lines {
    cost: f64,
    ends: Vec<usize>,
}

/// The cheapest lines, where all words find room without a break that is not allowed.
fn best(characters: &[char], size: f64, room: f64, most: usize) -> Option<Vec<String>> {
    let mut begun = BTreeMap::from([(0, Lines { cost: 0.0, ends: Vec::new() })]);
    let mut whole: Option<Lines> = None;
    for _ in 0..most {
        let mut next: BTreeMap<usize, Lines> = BTreeMap::new();
        for (start, so_far) in &begun {
            let mut used = 0.0;
            for (end, character) in (start + 1..).zip(characters.iter().skip(*start)) {
                used += width_of(*character) * size;
                if used > room {
                    break;
                }
                let Some(place) = place(characters, end) else { continue };
                // Of two equal ways, the one whose lines are of like length.
                let spare = 1.0 - used / room;
                let cost = so_far.cost + LINE + place + spare * spare;
                let known = if end == characters.len() { whole.as_ref() } else { next.get(&end) };
                if known.is_none_or(|known| cost < known.cost) {
                    let found = Lines { cost, ends: so_far.ends.iter().copied().chain([end]).collect() };
                    if end == characters.len() {
                        whole = Some(found);
                    } else {
                        next.insert(end, found);
                    }
                }
            }
        }
        begun = next;
    }
    let mut from = 0;
    whole.map(|whole| {
        whole
            .ends
            .iter()
            .map(|end| {
                let line = characters.iter().skip(from).take(end - from).collect();
                from = *end;
                line
            })
            .collect()
    })
}

/// Lines as full as they get: for words that are longer than their room, or have no place to break.
fn filled(characters: &[char], size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = characters;
    while !rest.is_empty() {
        let mut end = fitting(rest, size, room);
        if end < rest.len() && lines.len() + 1 >= most {
            let end = fitting(rest, size, room - size);
            lines.push(rest.iter().take(end).chain(['…'].iter()).collect());
            return lines;
        }
        if end < rest.len() {
            // The best of the last places where a line may end.
            let places = (1..=end).rev().filter_map(|end| Some((end, place(rest, end)?)));
            let found = places.take(3).min_by(|(_, one), (_, other)| one.total_cmp(other));
            end = found.map_or(end, |(end, _)| end);
        }
        let (line, left) = rest.split_at(end);
        lines.push(line.iter().collect());
        rest = left;
    }
    lines
}

/// How many characters there is room for; at least one.
fn fitting(characters: &[char], size: f64, room: f64) -> usize {
    let mut used = 0.0;
    let fits = |character: &&char| {
        used += width_of(**character) * size;
        used <= room
    };
    characters.iter().take_while(fits).count().max(1)
}

/// What a character is, where lines are concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    /// No line ends with it.
    Opening,
    /// No line begins with it.
    Closing,
    Digit,
    /// What belongs to a word or a number in Latin letters.
    Latin,
    Hiragana,
    Katakana,
    /// Kanji, and all that is like it.
    Other,
}

impl Kind {
    fn of(character: char) -> Self {
        match character {
            ' ' | '\u{3000}' => Self::Space,
            '（' | '「' | '『' | '［' | '【' | '〈' | '《' | '“' | '(' | '[' => Self::Opening,
            '）' | '」' | '』' | '］' | '】' | '〉' | '》' | '”' | ')' | ']' => Self::Closing,
            '、' | '。' | '，' | '．' | '・' | '：' | '；' | '！' | '？' | '…' | '!' | '?' | '～' => {
                Self::Closing
            }
            '0'..='9' => Self::Digit,
            '!'..='\u{24f}' => Self::Latin,
            'ぁ'..='ゟ' => Self::Hiragana,
            'ァ'..='ヿ' => Self::Katakana,
            _ => Self::Other,
        }
    }
}

/// Small kana, 「ー」 and 「々」: letters with which no line begins.
fn is_small(character: char) -> bool {
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶーゝゞヽヾ々".contains(character)
}

/// What it costs to end a line after so many characters: nothing after a particle or a bracket, much within a word;
/// `None` where no line may end.
fn place(characters: &[char], end: usize) -> Option<f64> {
    let before = *characters.get(end.checked_sub(1)?)?;
    let Some(after) = characters.get(end).copied() else { return Some(0.0) };
    if is_small(after) {
        return None;
    }
    match (Kind::of(before), Kind::of(after)) {
        (_, Kind::Closing) | (Kind::Opening, _) => None,
        (Kind::Latin | Kind::Digit, Kind::Latin | Kind::Digit) => None,
        (Kind::Space | Kind::Closing, _) | (_, Kind::Space | Kind::Opening) => Some(0.0),
        // 「3つ」「2件」: a number and what it counts.
        (Kind::Digit, Kind::Hiragana) => Some(5.0),
        (Kind::Digit, _) => Some(8.0),
        (Kind::Hiragana, Kind::Digit) => Some(3.0),
        (Kind::Hiragana, Kind::Hiragana) => Some(if before == 'を' { 0.0 } else { 6.0 }),
        // 「お客様」「ご利用」: not a particle.
        (Kind::Hiragana, _) => Some(if "おご".contains(before) { 6.0 } else { 0.0 }),
        (_, Kind::Hiragana) => Some(7.0),
        (Kind::Katakana, Kind::Katakana) => Some(9.0),
        (Kind::Other, Kind::Other) => Some(5.0),
        _ => Some(3.0),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_break_where_a_reader_breaks_them() {
        let cases: [(&str, f64, f64, usize, &[&str]); 9] = [
            ("脆弱性（弱点）", 15.0, 94.0, 4, &["脆弱性", "（弱点）"]),
            ("従業員への教育", 15.0, 94.0, 4, &["従業員への", "教育"]),
            ("ほか2つの対策", 15.0, 94.0, 4, &["ほか2つの", "対策"]),
            ("2027/2/28まで", 14.0, 94.0, 2, &["2027/2/28", "まで"]),
            ("8.20・8.21・8.22", 14.0, 94.0, 2, &["8.20・", "8.21・8.22"]),
            ("パスワードと多要素認証", 15.0, 94.0, 4, &["パスワードと", "多要素認証"]),
            ("パスワードを破られIDを乗っ取られる", 16.0, 160.0, 3, &["パスワードを破られ", "IDを乗っ取られる"]),
            (
                "ランサムウェアでファイルが開けなくなる",
                16.0,
                160.0,
                3,
                &["ランサムウェアで", "ファイルが", "開けなくなる"],
            ),
            ("短い", 16.0, 160.0, 3, &["短い"]),
        ];
        for (words, size, room, most, lines) in cases {
            assert_eq!(wrapped(words, size, room, most), lines, "{words}");
        }
    }

    #[test]
    fn what_is_left_over_is_said() {
        let lines = wrapped("すべての人のメールに二段階認証を付ける", 15.0, 94.0, 2);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines.iter().any(|line| line.ends_with('…')), "{lines:?}");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_wide(words in any::<String>(), room in 40.0..300.0f64, most in 1..6usize) {
            let lines = wrapped(&words, 16.0, room, most);
            prop_assert!((1..=most).contains(&lines.len()), "{lines:?}");
            for line in &lines {
                prop_assert!(width(line, 16.0) <= room + 1e-6, "{line}");
            }
            let all = lines.concat();
            let kept = all.strip_suffix('…').filter(|kept| words.starts_with(*kept));
            prop_assert!(all == words || kept.is_some(), "{lines:?}");
        }
    }
}
