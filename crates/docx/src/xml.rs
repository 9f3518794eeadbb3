//! Writing XML: a thin layer over quick-xml that never lets an illegal character through.

use std::borrow::Cow;
use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// One XML part while it is written.
pub(crate) struct Xml<'a> {
    out: Writer<&'a mut dyn Write>,
}

/// A stretch of a text as Word knows it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Words, without any character that XML cannot hold.
    Words(Cow<'a, str>),
    /// A tabulator.
    Tab,
    /// A new line in the same paragraph.
    LineBreak,
}

impl<'a> Xml<'a> {
    /// Starts a part with its XML declaration.
    pub(crate) fn new(out: &'a mut dyn Write) -> io::Result<Self> {
        let mut out = Writer::new(out);
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
        Ok(Self { out })
    }

    /// `<name>`
    pub(crate) fn open(&mut self, name: &str) -> io::Result<()> {
        self.out.write_event(Event::Start(BytesStart::new(name)))
    }

    /// `<name key="value" …>`
    pub(crate) fn open_with(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.out.write_event(Event::Start(element(name, attributes)))
    }

    /// `</name>`
    pub(crate) fn close(&mut self, name: &str) -> io::Result<()> {
        self.out.write_event(Event::End(BytesEnd::new(name)))
    }

    /// `<name/>`
    pub(crate) fn empty(&mut self, name: &str) -> io::Result<()> {
        self.out.write_event(Event::Empty(BytesStart::new(name)))
    }

    /// `<name key="value" …/>`
    pub(crate) fn empty_with(&mut self, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
        self.out.write_event(Event::Empty(element(name, attributes)))
    }

    /// `<name w:val="value"/>`, the most frequent shape in WordprocessingML.
    pub(crate) fn val(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.empty_with(name, &[("w:val", value)])
    }

    /// The words themselves, escaped, without illegal characters.
    pub(crate) fn words(&mut self, words: &str) -> io::Result<()> {
        self.out.write_event(Event::Text(BytesText::new(&without_controls(words))))
    }

    /// `<name>words</name>`
    pub(crate) fn leaf(&mut self, name: &str, words: &str) -> io::Result<()> {
        self.open(name)?;
        self.words(words)?;
        self.close(name)
    }
}

fn element<'n>(name: &'n str, attributes: &[(&str, &str)]) -> BytesStart<'n> {
    let mut element = BytesStart::new(name);
    for (key, value) in attributes {
        element.push_attribute((*key, &*without_controls(value)));
    }
    element
}

/// Whether XML 1.0 or Word cannot hold the character: control characters and the two non-characters.
fn illegal(character: char) -> bool {
    character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}')
}

/// The same words; line breaks and tabs become a space, other control characters go.
fn without_controls(words: &str) -> Cow<'_, str> {
    if !words.contains(illegal) {
        return Cow::Borrowed(words);
    }
    let spaced = words.chars().map(|character| if matches!(character, '\n' | '\r' | '\t') { ' ' } else { character });
    Cow::Owned(spaced.filter(|character| !illegal(*character)).collect())
}

/// The text in pieces that can stand in a run. `\r\n`, a lone `\r` and the vertical tab (Word's and
/// Excel's soft line break) are line breaks too.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    if !text.contains(illegal) {
        return vec![Piece::Words(Cow::Borrowed(text))];
    }
    let mut found = Vec::new();
    let mut words = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let piece = match character {
            '\r' if characters.peek() == Some(&'\n') => continue,
            '\n' | '\r' | '\u{b}' => Piece::LineBreak,
            '\t' => Piece::Tab,
            _ if illegal(character) => continue,
            _ => {
                words.push(character);
                continue;
            }
        };
        if !words.is_empty() {
            found.push(Piece::Words(Cow::Owned(std::mem::take(&mut words))));
        }
        found.push(piece);
    }
    if !words.is_empty() {
        found.push(Piece::Words(Cow::Owned(words)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces, without_controls};

    #[test]
    fn controls_go_and_breaks_stay() {
        let words = |words: &'static str| Piece::Words(words.into());
        assert_eq!(pieces("そのまま"), [words("そのまま")]);
        assert_eq!(
            pieces("上\r\n下\u{0}\u{8}\t右\u{ffff}"),
            [words("上"), Piece::LineBreak, words("下"), Piece::Tab, words("右")]
        );
        assert_eq!(pieces("\u{1b}"), []);
        assert_eq!(without_controls("一\n二\u{7}"), "一 二");
    }
}
