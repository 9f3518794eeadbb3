//! How many lines a cell of a table takes, without setting it.
//!
//! typst sets every cell of a row twice where it has to find out how high the row is: a third of the time of a long
//! table. Where the letters leave no doubt about the number of lines, it is told the height instead.

use document::Cell;
use japanese::{runs, width_in_letters};

use crate::page::SMALL;

/// What rounding may add to a width or take from it, in letters.
const ROUNDING: f64 = 1e-6;
/// Ends of lines besides those that end lines everywhere.
const ENDS: [char; 3] = ['\r', '\u{2028}', '\u{2029}'];
/// A sign at a line's end may stand out by so much, in letters.
const OVERHANG: f64 = 1.0;

/// How many lines a cell takes, or the highest of a row's cells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lines {
    /// About so many.
    pub(super) about: f64,
    /// Not fewer.
    least: f64,
    /// Not more; infinite where the letters do not say.
    most: f64,
}

impl Lines {
    /// Of a row without cells.
    pub(super) const NONE: Self = Self { about: 1.0, least: 0.0, most: 0.0 };

    /// Of a cell whose words have `width` points.
    pub(super) fn of(cell: &Cell, width: f64) -> Self {
        let measure = width.max(SMALL) / SMALL;
        let words = cell.text.to_plain();
        let about = words.lines().map(|line| (width_in_letters(line) / measure).ceil().max(1.0)).sum();
        // How high an empty line is, typst decides.
        let is_said = !words.ends_with('\n') && words.lines().all(|line| !line.is_empty() && !line.contains(ENDS));
        let least = words.lines().map(|line| least(line, measure)).sum();
        let most = if is_said { words.lines().map(|line| most(line, measure)).sum() } else { f64::INFINITY };
        Self { about, least, most }
    }

    /// Of the higher one.
    pub(super) fn max(self, other: Self) -> Self {
        Self { about: self.about.max(other.about), least: self.least.max(other.least), most: self.most.max(other.most) }
    }

    /// The number of lines; `None` where it is not certain.
    pub(super) fn certain(self) -> Option<u32> {
        (self.least == self.most && self.least >= 1.0).then_some(self.least as u32)
    }
}

fn least(line: &str, measure: f64) -> f64 {
    let width: f64 = line.chars().map(|character| widths(character).0).sum();
    ((width - ROUNDING) / (measure + OVERHANG)).ceil().max(1.0)
}

/// Every line but the last is full but for the run that did not fit any more.
fn most(line: &str, measure: f64) -> f64 {
    let widest = |words: &str| -> f64 { words.chars().map(|character| widths(character).1).sum() };
    let width = widest(line) + ROUNDING;
    if width <= measure {
        return 1.0;
    }
    // A run keeps the letter before it or behind it on its line.
    let run = runs(line).map(|(start, end, _)| widest(&line[start..end]) + 2.0).fold(1.0, f64::max);
    if run + ROUNDING < measure { (width / (measure - run)).ceil() } else { f64::INFINITY }
}

/// How wide a character is at least and at most in the fonts of tables, in letters. Signs of Japanese lose half of their
/// width beside others and at a line's end.
fn widths(character: char) -> (f64, f64) {
    match character {
        '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | 'ー' | '\u{4E00}'..='\u{9FFF}' => (1.0, 1.0),
        '・' | '\u{3001}'..='\u{3011}' | '\u{FF01}'..='\u{FF5E}' => (0.5, 1.0),
        ' ' => (0.0, 0.34),
        '0'..='9' => (0.6, 0.77),
        'M' | 'W' | 'm' | '@' | '%' | '#' | '&' => (0.6, 1.0),
        '!'..='~' => (0.25, 0.9),
        _ => (0.0, 2.0),
    }
}

#[cfg(test)]
mod tests {
    use document::Cell;
    use typst::foundations::Bytes;
    use typst::layout::Abs;
    use typst::text::{Font, FontVariations};

    use super::{Lines, widths};
    use crate::fonts::embedded_fonts;

    fn lines(words: &str, letters: f64) -> Option<u32> {
        Lines::of(&Cell::plain(words), letters * 9.0).certain()
    }

    #[test]
    fn says_how_many_lines_where_the_letters_leave_no_doubt() {
        assert_eq!(lines("顧客名簿", 4.5), Some(1));
        assert_eq!(lines("顧客名簿", 3.0), None, "where signs stand out, two letters more may fit");
        assert_eq!(lines(&"顧客".repeat(15), 20.5), Some(2));
        assert_eq!(lines("顧客名簿\n営業・書類", 10.0), Some(2));
        assert_eq!(lines("顧客名簿\n\n書類", 10.0), None, "an empty line");
        assert_eq!(lines("", 10.0), None);
        assert_eq!(lines("あああああああああABCDEFGHIJKLMNOPQRSTUVWXYZ", 20.5), None, "a word that is too wide");
    }

    #[test]
    fn widths_are_those_of_the_fonts() {
        let fonts = embedded_fonts().iter().flat_map(|font| Font::iter(Bytes::new(font.bytes)));
        let fonts = fonts.filter(|font| font.info().family.contains("Gothic"));
        let set = |font: Font| font.clone().instantiate(font.info().variant, Abs::pt(9.0), &FontVariations::default());
        let fonts: Vec<_> = fonts.map(set).collect();
        let japanese = "あっアー、。「」（）：・亜漢字０ａ";
        for font in &fonts {
            for character in (' '..='~').chain(japanese.chars()) {
                let Some(glyph) = font.ttf().glyph_index(character) else { continue };
                // The fixed-width face is asked for no Latin letter: its proportional sister has them.
                if character.is_ascii() && font.font().info().family == "BIZ UDGothic" {
                    continue;
                }
                let width = font.ttf().glyph_hor_advance(glyph).map(f64::from).unwrap_or_default();
                let width = width / f64::from(font.ttf().units_per_em());
                let (least, most) = widths(character);
                assert!(least <= width && width <= most, "{character} of {}: {width}", font.font().info().family);
            }
        }
        assert!(fonts.len() >= 4);
    }
}
