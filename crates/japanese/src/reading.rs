//! Order by reading: kana as dictionaries order them (JIS X 4061 in short), everything else as it is.

use unicode_normalization::UnicodeNormalization;

use crate::matching_key;

/// Letters of a key that count; a longer text says nothing more about its place.
const LENGTH: usize = 100;

/// Katakana as hiragana, everything else as it is.
pub fn to_hiragana(text: &str) -> String {
    text.chars().map(hiragana).collect()
}

fn hiragana(character: char) -> char {
    match character {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(character as u32 - 0x60).unwrap_or(character),
        other => other,
    }
}

/// Whether a letter is a hiragana, small ones included; the long mark is none.
pub const fn is_hiragana(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゖ')
}

/// Whether a letter is a kanji, 々 included: it does not say how it is read.
pub const fn is_kanji(letter: char) -> bool {
    matches!(letter, '々' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A key whose byte order is the order of readings.
///
/// Katakana and hiragana are one; voiced marks, small letters and the long mark decide only between
/// otherwise equal readings (かいしゃ, がいちゅう, かいとう); Latin letters come first, kanji last, for a
/// kanji does not say how it is read. Compare the bytes, not by a locale.
pub fn reading_sort_key(text: &str) -> String {
    let full: String = to_hiragana(&matching_key(text)).chars().take(LENGTH).collect();
    let mut base = String::with_capacity(full.len());
    for character in full.nfd() {
        match character {
            // The marks of が and ぱ, taken off by the decomposition.
            '\u{3099}' | '\u{309A}' => {}
            'ー' => base.push(base.chars().next_back().and_then(vowel).unwrap_or('ー')),
            other => base.push(large(other)),
        }
    }
    if base == full { base } else { format!("{base} {full}") }
}

/// The large letter of a small one.
fn large(character: char) -> char {
    match character {
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' => {
            char::from_u32(character as u32 + 1).unwrap_or(character)
        }
        'ゕ' => 'か',
        'ゖ' => 'け',
        other => other,
    }
}

/// The vowel with which a large letter ends: what ー after it stands for.
fn vowel(character: char) -> Option<char> {
    const ROWS: [(char, &str); 5] = [
        ('あ', "あかさたなはまやらわ"),
        ('い', "いきしちにひみりゐ"),
        ('う', "うくすつぬふむゆる"),
        ('え', "えけせてねへめれゑ"),
        ('お', "おこそとのほもよろを"),
    ];
    ROWS.into_iter().find(|(_, letters)| letters.contains(character)).map(|(vowel, _)| vowel)
}
