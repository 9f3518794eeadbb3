//! Words too long for their line: a password, an address, a row of signs without a space.
//!
//! typst breaks lines where Japanese and Latin typesetting allow it, and lets a longer word run over
//! the margin or into the next cell. Such a word gets places to break at, which the template makes
//! spaces without width, so that they are no part of the text that readers copy or search.

use std::borrow::Cow;

use japanese::runs;

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

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{BREAK, breakable};

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
}
