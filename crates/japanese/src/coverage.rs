//! Which characters the fonts of our PDF documents cover.
//!
//! The table is made from the fonts by `scripts/make-fonts`; a test of `crates/pdf` proves that it
//! says the same as the fonts inside the program.

#[path = "coverage_table.rs"]
mod table;

use std::cmp::Ordering;

use table::COVERED;

/// A character that no font of ours covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uncovered {
    /// The character.
    pub character: char,
    /// Where it stands in the text, counted in characters from 1.
    pub position: usize,
}

/// The first character of `text` that no font covers.
///
/// Line breaks and tabs count as covered, and so do characters without a shape that come along when
/// people paste: zero-width spaces and joiners. Those that turn the direction of writing do not (they
/// make a text read otherwise than it is written), nor does U+FEFF, which PDF/A forbids.
///
/// A variation selector (異体字セレクタ) counts as covered behind a covered character. The fonts draw
/// the variants that they have (some 10,000, among them 葛󠄀 and 辻󠄀) and the usual shape of the same
/// character otherwise, which is what Unicode asks for; the selector stays in the text of the file.
pub fn first_uncovered(text: &str) -> Option<Uncovered> {
    let mut drawn_before = false;
    for (index, character) in text.chars().enumerate() {
        let drawn = is_drawn(character);
        let covered = drawn || is_shapeless(character) || (drawn_before && is_variation_selector(character));
        if !covered {
            return Some(Uncovered { character, position: index + 1 });
        }
        drawn_before = drawn && !character.is_whitespace();
    }
    None
}

fn is_drawn(character: char) -> bool {
    let code = u32::from(character);
    let place = COVERED.binary_search_by(|(first, last)| {
        if *last < code {
            Ordering::Less
        } else if *first > code {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    });
    place.is_ok()
}

fn is_shapeless(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

fn is_variation_selector(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ranges_are_in_order_and_apart() {
        assert!(COVERED.iter().all(|(first, last)| first <= last));
        assert!(COVERED.windows(2).all(|pair| pair[0].1 + 1 < pair[1].0));
    }

    #[test]
    fn covers_names_and_signs() {
        let text = "髙橋・𠮷田・草彅・齋藤・渡邉・﨑・神・Nguyễn・刘伟・①⑳㈱℡〜―…％→⇒☑☐✔㍿㋿\n\t辻\u{E0100}葛\u{E0100}";
        assert_eq!(first_uncovered(text), None);
        assert_eq!(first_uncovered(""), None);
    }

    #[test]
    fn names_the_first_one() {
        assert_eq!(first_uncovered("備え🦄🦄"), Some(Uncovered { character: '🦄', position: 3 }));
        for character in ['\0', '\u{7}', '\u{202E}', '\u{E000}', '\u{FEFF}', '한'] {
            assert_eq!(first_uncovered(&format!("a{character}")), Some(Uncovered { character, position: 2 }));
        }
    }

    #[test]
    fn variation_selectors_need_a_character_before_them() {
        for text in ["\u{E0100}", "葛 \u{E0100}", "葛\u{E0100}\u{E0100}"] {
            assert!(first_uncovered(text).is_some(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_ranges(character: char) {
            let code = u32::from(character);
            let within = COVERED.iter().any(|(first, last)| (*first..=*last).contains(&code));
            prop_assert_eq!(is_drawn(character), within);
        }
    }
}
