//! Words: runs, stressed words, and blanks as content controls.

use std::io;

use document::{BlankMark, BlankState, Inline, Text};

use crate::body::Body;
use crate::xml::{Piece, Xml, pieces};

/// How the words of a run look.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Look {
    /// Character style.
    pub(crate) style: Option<&'static str>,
    /// Ink as `RRGGBB`.
    pub(crate) color: Option<&'static str>,
}

/// Stressed words.
pub(crate) const STRONG: Look = Look { style: Some("Strong"), color: None };

/// Longest name that Word takes for a content control, in UTF-16 units.
const CONTROL_NAME: usize = 64;

/// Words that look like their paragraph.
pub(crate) fn run(xml: &mut Xml<'_>, words: &str) -> io::Result<()> {
    run_as(xml, words, Look::default())
}

/// Words with a look of their own.
pub(crate) fn run_as(xml: &mut Xml<'_>, words: &str, look: Look) -> io::Result<()> {
    let pieces = pieces(words);
    if words.is_empty() || pieces.is_empty() {
        return Ok(());
    }
    xml.open("w:r")?;
    let hint = is_ambiguous(words);
    if hint || look.style.is_some() || look.color.is_some() {
        xml.open("w:rPr")?;
        if let Some(style) = look.style {
            xml.val("w:rStyle", style)?;
        }
        if hint {
            xml.empty_with("w:rFonts", &[("w:hint", "eastAsia")])?;
        }
        if let Some(color) = look.color {
            xml.val("w:color", color)?;
        }
        xml.close("w:rPr")?;
    }
    for piece in &pieces {
        match piece {
            Piece::Words(words) => text_node(xml, words)?,
            Piece::Tab => xml.empty("w:tab")?,
            Piece::LineBreak => xml.empty("w:br")?,
        }
    }
    xml.close("w:r")
}

fn text_node(xml: &mut Xml<'_>, words: &str) -> io::Result<()> {
    if words.starts_with(char::is_whitespace) || words.ends_with(char::is_whitespace) || words.contains("  ") {
        xml.open_with("w:t", &[("xml:space", "preserve")])?;
    } else {
        xml.open("w:t")?;
    }
    xml.words(words)?;
    xml.close("w:t")
}

/// Whether a character in it is Latin or Japanese as one likes (①, ×, …, ※, Greek): Word then takes
/// the Latin font unless it is told otherwise (ECMA-376 part 1, 17.3.2.26).
fn is_ambiguous(words: &str) -> bool {
    words.chars().any(|character| ('\u{a1}'..'\u{2e80}').contains(&character))
}

impl Body<'_> {
    /// A text with its stressed words and blanks; `look` is what plain words look like.
    pub(crate) fn text(&mut self, text: &Text, look: Look) -> io::Result<()> {
        for inline in &text.0 {
            match inline {
                Inline::Plain(words) => run_as(&mut self.xml, words, look)?,
                Inline::Strong(words) => run_as(&mut self.xml, words, Look { color: look.color, ..STRONG })?,
                Inline::Blank(mark) => self.blank(mark, look)?,
            }
        }
        Ok(())
    }

    /// A blank. A confirmed one is text like any other. The others are content controls: Word selects
    /// a missing one as a whole, and what is typed there loses the red by itself. They are of the kind
    /// that takes formatted text (no `w:text`): LibreOffice drops the red from the plain kind.
    pub(crate) fn blank(&mut self, mark: &BlankMark, look: Look) -> io::Result<()> {
        match mark.state {
            BlankState::Confirmed => run_as(&mut self.xml, &mark.text, look),
            BlankState::Unconfirmed => self.control(mark, "要確認", "BlankUnconfirmed"),
            BlankState::Missing => self.control(mark, &mark.text, "BlankMissing"),
        }
    }

    fn control(&mut self, mark: &BlankMark, name: &str, style: &'static str) -> io::Result<()> {
        let id = self.next_id().to_string();
        let look = Look { style: Some(style), color: None };
        let xml = &mut self.xml;
        xml.open("w:sdt")?;
        xml.open("w:sdtPr")?;
        xml.val("w:alias", shortened(name))?;
        xml.val("w:id", &id)?;
        if mark.state == BlankState::Missing {
            xml.empty("w:showingPlcHdr")?;
        }
        xml.close("w:sdtPr")?;
        xml.open("w:sdtContent")?;
        run_as(xml, &mark.to_plain(), look)?;
        xml.close("w:sdtContent")?;
        xml.close("w:sdt")
    }
}

/// The beginning of a name, short enough for Word.
fn shortened(name: &str) -> &str {
    let mut units = 0;
    for (place, character) in name.char_indices() {
        units += character.len_utf16();
        if units > CONTROL_NAME {
            return &name[..place];
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{is_ambiguous, shortened};

    #[test]
    fn names_of_controls_stay_within_words_limit() {
        assert_eq!(shortened("代理の担当者"), "代理の担当者");
        assert_eq!(shortened(&"𠮷".repeat(40)).chars().count(), 32);
    }

    #[test]
    fn signs_between_the_scripts_are_japanese() {
        assert!(is_ambiguous("重要度3 × 可能性2"));
        assert!(is_ambiguous("①"));
        assert!(!is_ambiguous("Microsoft 365 を使う。"));
    }
}
