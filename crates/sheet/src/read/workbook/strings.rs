//! The table of shared strings, in one piece of memory.

use super::{
    super::{error::ReadError, limits},
    package::Package,
    xml::{Event, Xml},
};

/// Shared strings: one text after the other, and where each ends.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// The string of that number.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        self.text.get(start..end)
    }
}

pub(super) fn read(package: &mut Package, path: &str) -> Result<Strings, ReadError> {
    let mut strings = Strings::default();
    let Some(mut xml) = package.part(path, limits::STRINGS_PART)? else { return Ok(strings) };
    loop {
        match xml.next()? {
            Event::Start(element) if element.name == "si" => {
                rich_text(&mut xml, "si", &mut strings.text)?;
                strings.end()?;
            }
            Event::Empty(element) if element.name == "si" => strings.end()?,
            Event::Over => return Ok(strings),
            _ => {}
        }
    }
}

impl Strings {
    fn end(&mut self) -> Result<(), ReadError> {
        let full = self.text.len() > limits::STRINGS_TEXT || self.ends.len() >= limits::STRINGS;
        let end = u32::try_from(self.text.len()).ok().filter(|_| !full);
        self.ends.push(end.ok_or(ReadError::TooManyTexts { limit: limits::STRINGS_TEXT >> 20 })?);
        Ok(())
    }
}

/// Appends the text of the element `name` (`si` or `is`) that has just begun: its runs one after the
/// other, without the reading aids (ふりがな) that Excel keeps beside Japanese words.
pub(super) fn rich_text(xml: &mut Xml<'_>, name: &str, text: &mut String) -> Result<(), ReadError> {
    let begin = text.len();
    let mut aids = 0usize;
    loop {
        match xml.next()? {
            Event::Start(element) => match element.name {
                "rPh" => aids += 1,
                "t" if aids == 0 => {
                    let preserve = element.attribute("space") == Some("preserve");
                    let run = text.len();
                    xml.text_into(text, "t")?;
                    if !preserve {
                        trim_from(text, run);
                    }
                    unescape_from(text, run);
                }
                _ => {}
            },
            Event::End(ended) => match ended {
                "rPh" => aids = aids.saturating_sub(1),
                _ if ended == name => return Ok(()),
                _ => {}
            },
            Event::Over => return Err(xml.ends_early()),
            _ => {}
        }
        if text.len() - begin > limits::CELL_TEXT {
            return Err(xml.long_text());
        }
    }
}

/// Removes XML's white space around `text[from..]`.
fn trim_from(text: &mut String, from: usize) {
    let blank = [' ', '\t', '\r', '\n'];
    let kept = text[from..].trim_end_matches(blank).len();
    text.truncate(from + kept);
    let leading = kept - text[from..].trim_start_matches(blank).len();
    text.drain(from..from + leading);
}

/// Resolves Excel's own escapes in `text[from..]`: `_x000D_` is a carriage return, `_x005F_x000D_`
/// the letters `_x000D_`. Line ends become `\n`.
pub(super) fn unescape_from(text: &mut String, from: usize) {
    if !text[from..].contains("_x") {
        return;
    }
    let escaped = text.split_off(from);
    let mut units: Vec<u16> = Vec::new();
    let mut rest = escaped.as_str();
    while let Some(at) = rest.find("_x") {
        if at > 0 {
            flush(&mut units, text);
            text.push_str(&rest[..at]);
        }
        rest = &rest[at..];
        let kept = match escape(rest) {
            Some(unit) => {
                units.push(unit);
                7
            }
            None => {
                flush(&mut units, text);
                text.push_str("_x");
                2
            }
        };
        rest = &rest[kept..];
    }
    flush(&mut units, text);
    text.push_str(rest);
    if text[from..].contains('\r') {
        let lines = text[from..].replace("\r\n", "\n").replace('\r', "\n");
        text.truncate(from);
        text.push_str(&lines);
    }
}

/// The UTF-16 unit of an escape at the beginning of a text.
fn escape(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("_x")?.get(..4)?;
    let closed = text.as_bytes().get(6) == Some(&b'_');
    let plain = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    if closed && plain { u16::from_str_radix(digits, 16).ok() } else { None }
}

fn flush(units: &mut Vec<u16>, text: &mut String) {
    text.extend(char::decode_utf16(units.drain(..)).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)));
}
