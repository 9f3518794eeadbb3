//! How wide words are when set, and where a line of them may end: roughly, without a font.

/// Width of the widest run without a place to break at, in letters.
pub fn longest_run(words: &str) -> f64 {
    runs(words).map(|(_, _, width)| width).fold(0.0, f64::max)
}

/// Every run without a place to break at: where it begins and ends, in bytes, and how many letters
/// wide it is.
pub fn runs(words: &str) -> impl Iterator<Item = (usize, usize, f64)> {
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
        ' ' | '\n' | '\u{3000}' | '\u{200B}' => true,
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'っ' | 'ゃ' | 'ゅ' | 'ょ' | 'ゎ' | 'ゕ' | 'ゖ' => false,
        'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ' | 'ヵ' | 'ヶ' | 'ー' => false,
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' => true,
        '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => true,
        _ => false,
    }
}

/// About how wide the words are, in letters of Japanese.
pub fn width_in_letters(words: &str) -> f64 {
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
    use super::longest_run;

    #[test]
    fn measures_runs_between_places_to_break_at() {
        assert_eq!(longest_run("漢字とかな"), 0.0);
        assert_eq!(longest_run("ーーー"), 3.0);
        assert!((longest_run("値は12,000円") - 4.6).abs() < 1e-9);
    }
}
