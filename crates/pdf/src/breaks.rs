//! Words too long for their line: a password, an address, a row of signs without a space.
//!
//! typst breaks lines where Japanese and Latin typesetting allow it, and lets a longer word run over
//! the margin or into the next cell. Such a word gets places to break at, which the template makes
//! spaces without width, so that they are no part of the text that readers copy or search.

use std::borrow::Cow;

/// A place to break at.
pub(crate) const BREAK: char = '\u{200B}';

/// `words` with places to break in every run without one that is wider than `measure` points when
/// set in letters of `size` points.
pub(crate) fn breakable(words: Cow<'_, str>, size: f64, measure: f64) -> Cow<'_, str> {
    let limit = measure / size;
    // Most texts are narrower than the line as a whole: no byte is wider than a letter.
    if (words.len() as f64) < limit {
        return words;
    }
    // A place after every letter would fill every line, but costs typst time: a tenth of the line is enough.
    let pace = (limit / 10.0).max(1.0) as usize;
    let mut broken = String::new();
    let mut copied = 0;
    for (start, end, _) in runs(&words).filter(|(_, _, width)| *width > limit) {
        broken.push_str(&words[copied..start]);
        for (index, character) in words[start..end].chars().enumerate() {
            broken.push(character);
            if (index + 1) % pace == 0 {
                broken.push(BREAK);
            }
        }
        copied = end;
    }
    if copied == 0 {
        return words;
    }
    broken.push_str(&words[copied..]);
    Cow::Owned(broken)
}

/// Width of the widest run without a place to break at, in letters.
pub(crate) fn longest_run(words: &str) -> f64 {
    runs(words).map(|(_, _, width)| width).fold(0.0, f64::max)
}

/// Every run without a place to break at: where it begins and ends, in bytes, and how many letters
/// wide it is.
fn runs(words: &str) -> impl Iterator<Item = (usize, usize, f64)> {
    let (mut start, mut width) = (0, 0.0);
    words.char_indices().chain([(words.len(), ' ')]).filter_map(move |(index, character)| {
        if !breaks_around(character) {
            width += width_of(character);
            return None;
        }
        let run = (start, index, width);
        (start, width) = (index + character.len_utf8(), 0.0);
        (run.2 > 0.0).then_some(run)
    })
}

/// Whether a line may end before and after the character, whatever stands beside it: spaces, kanji
/// and kana, but neither small kana nor signs.
fn breaks_around(character: char) -> bool {
    match character {
        ' ' | '\n' | '\u{3000}' | BREAK => true,
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ' => false,
        'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' | 'ー' => false,
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' => true,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => true,
        _ => false,
    }
}

/// About how wide the words are, in letters of Japanese.
pub(crate) fn width_in_letters(words: &str) -> f64 {
    words.chars().map(width_of).sum()
}

/// A generous width, in letters.
fn width_of(character: char) -> f64 {
    match character {
        'W' | 'M' | 'm' | '@' | '%' => 1.0,
        'A'..='Z' | '0'..='9' => 0.8,
        ' '..='~' => 0.6,
        '\u{80}'..='\u{24F}' => 0.75,
        '\u{FF61}'..='\u{FF9F}' => 0.5,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{BREAK, breakable, longest_run};

    #[test]
    fn leaves_alone_what_fits() {
        for words in ["", "短い", "顧客リスト その1", "Microsoft 365 を使う。", &"長い文。".repeat(50)]
        {
            assert!(matches!(breakable(Cow::Borrowed(words), 9.0, 90.0), Cow::Borrowed(_)), "{words}");
        }
    }

    #[test]
    fn breaks_only_the_word_that_is_too_wide() {
        let words = format!("前 {} 後", "a".repeat(30));
        let broken = breakable(Cow::Borrowed(&words), 9.0, 90.0).into_owned();
        assert_eq!(broken.chars().filter(|one| *one == BREAK).count(), 30);
        assert_eq!(broken.replace(BREAK, ""), words);
        assert!(broken.starts_with("前 a") && broken.ends_with(" 後"));
    }

    #[test]
    fn measures_runs_between_places_to_break_at() {
        assert_eq!(longest_run("漢字とかな"), 0.0);
        assert_eq!(longest_run("ーーー"), 3.0);
        assert!((longest_run("値は12,000円") - 4.6).abs() < 1e-9);
    }
}
