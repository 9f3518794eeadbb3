//! XML as spreadsheets write it, tag by tag: no DOCTYPE, no entities of its own, nothing endless.
//!
//! A small reader of our own: it looks at each byte once and copies nothing, so that a register is
//! read as fast as a general XML reader merely splits it into tags.

pub(super) use super::element::Element;
use super::{
    super::{error::ReadError, limits},
    element::{local, push_lines, push_words},
    package::Part,
};

/// What comes next in a part. Comments and processing instructions are passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// `<c r="A1">`
    Start(Element<'a>),
    /// `<c r="A1"/>`
    Empty(Element<'a>),
    /// `</c>`: its name without a prefix.
    End(&'a str),
    /// Words as they stand in the file, with entities and all kinds of line ends.
    Text(&'a str),
    /// Words that are to be taken as they are.
    Verbatim(&'a str),
    /// Nothing more.
    Over,
}

/// A part as a stream of tags and words.
pub(super) struct Xml<'a> {
    part: Part<'a>,
    /// A window of the part; the token at hand ends at `at`.
    window: String,
    at: usize,
    /// Bytes at the end of what was read that are not yet a whole character.
    rest: Vec<u8>,
    begun: bool,
    ended: bool,
    depth: usize,
    name: String,
}

/// Bytes read at once.
const PIECE: usize = 32 << 10;

impl<'a> Xml<'a> {
    /// Over a part of that name.
    pub(super) fn new(part: Part<'a>, name: &str) -> Self {
        let window = String::with_capacity(PIECE * 2);
        let name = name.to_owned();
        Self { part, window, at: 0, rest: Vec::new(), begun: false, ended: false, depth: 0, name }
    }

    /// The part's name, for logs.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The next tag or words.
    pub(super) fn next(&mut self) -> Result<Event<'_>, ReadError> {
        loop {
            if self.at == self.window.len() && !self.more(self.at)? {
                return Ok(Event::Over);
            }
            let begin = self.at;
            if self.window.as_bytes()[begin] != b'<' {
                let (begin, end) = self.words(begin)?;
                self.at = end;
                return Ok(Event::Text(&self.window[begin..end]));
            }
            let begin = self.at_least(begin, 9)?;
            let bytes = &self.window.as_bytes()[begin..];
            let (close, verbatim) = match bytes {
                [_, b'?', ..] => ("?>", false),
                [_, b'!', b'-', b'-', ..] => ("-->", false),
                [_, b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] => ("]]>", true),
                [_, b'!', ..] => return Err(ReadError::Doctype { context: self.name.clone() }),
                _ => {
                    let (begin, end) = self.tag(begin)?;
                    self.at = end;
                    return self.element(begin, end);
                }
            };
            let opening = if verbatim { 9 } else { close.len() - 1 };
            let (begin, end) = self.until(begin, opening, close)?;
            self.at = end;
            if verbatim {
                return Ok(Event::Verbatim(&self.window[begin + opening..end - close.len()]));
            }
        }
    }

    /// Reads to the end of the element `name` that has just begun and appends its words to `text`.
    pub(super) fn text_into(&mut self, text: &mut String, name: &str) -> Result<(), ReadError> {
        let begin = text.len();
        loop {
            match self.next()? {
                Event::Text(words) => push_words(text, words)?,
                Event::Verbatim(words) => push_lines(text, words),
                Event::End(ended) if ended == name => return Ok(()),
                Event::Over => return Err(self.ends_early()),
                _ => {}
            }
            if text.len() - begin > limits::CELL_TEXT {
                return Err(self.long_text());
            }
        }
    }

    /// The part ends where it should go on.
    pub(super) fn ends_early(&self) -> ReadError {
        ReadError::broken(format!("{}: ends early", self.name))
    }

    /// A text of the part is too long.
    pub(super) fn long_text(&self) -> ReadError {
        ReadError::LongText { limit: limits::CELL_TEXT / 4, context: self.name.clone() }
    }

    /// Drops the window up to `begin` and reads on behind it; `false` at the end of the part.
    /// What was at `begin` is at 0 afterwards.
    fn more(&mut self, begin: usize) -> Result<bool, ReadError> {
        self.window.drain(..begin);
        self.at = 0;
        if self.window.len() > limits::TOKEN {
            return Err(self.long_text());
        }
        let had = self.window.len();
        while !self.ended && self.window.len() == had {
            let kept = self.rest.len();
            self.rest.resize(kept + PIECE, 0);
            let read = self.part.read(&mut self.rest[kept..])?;
            self.rest.truncate(kept + read);
            self.ended = read == 0;
            let whole = match std::str::from_utf8(&self.rest) {
                Ok(_) => self.rest.len(),
                Err(error) if error.error_len().is_none() && !self.ended => error.valid_up_to(),
                Err(error) => return Err(ReadError::broken(format!("{}: {error}", self.name))),
            };
            if let Ok(text) = std::str::from_utf8(&self.rest[..whole]) {
                // A byte-order mark is one only at the very beginning.
                let marked = text.strip_prefix('\u{FEFF}').filter(|_| !self.begun);
                self.window.push_str(marked.unwrap_or(text));
                self.begun |= whole > 0;
            }
            self.rest.drain(..whole);
        }
        Ok(self.window.len() > had)
    }

    /// Makes the window reach `length` bytes beyond `begin`, where the part is that long.
    fn at_least(&mut self, mut begin: usize, length: usize) -> Result<usize, ReadError> {
        while self.window.len() - begin < length {
            let more = self.more(begin)?;
            begin = 0;
            if !more {
                break;
            }
        }
        Ok(begin)
    }

    /// From where to where words go that begin at `begin`: up to the next tag.
    fn words(&mut self, mut begin: usize) -> Result<(usize, usize), ReadError> {
        let mut searched = 0;
        loop {
            let bytes = &self.window.as_bytes()[begin + searched..];
            if let Some(length) = bytes.iter().position(|byte| *byte == b'<') {
                return Ok((begin, begin + searched + length));
            }
            searched += bytes.len();
            if !self.more(begin)? {
                return Ok((0, self.window.len()));
            }
            begin = 0;
        }
    }

    /// From where to where a tag goes that begins at `begin`: up to the first `>` outside of quotes.
    fn tag(&mut self, mut begin: usize) -> Result<(usize, usize), ReadError> {
        let mut searched = 1;
        let mut quote = None;
        loop {
            for (position, byte) in self.window.bytes().enumerate().skip(begin + searched) {
                match (quote, byte) {
                    (None, b'>') => return Ok((begin, position + 1)),
                    (None, b'<') => return Err(ReadError::broken(format!("{}: tag inside a tag", self.name))),
                    (None, b'"' | b'\'') => quote = Some(byte),
                    (Some(open), _) if open == byte => quote = None,
                    _ => {}
                }
            }
            searched = self.window.len() - begin;
            if !self.more(begin)? {
                return Err(self.ends_early());
            }
            begin = 0;
        }
    }

    /// From where to where something goes that begins at `begin` and ends with `close`, which may not
    /// come within the first `opening` bytes.
    fn until(&mut self, mut begin: usize, opening: usize, close: &str) -> Result<(usize, usize), ReadError> {
        let mut searched = opening;
        loop {
            let bytes = &self.window.as_bytes()[begin + searched..];
            if let Some(found) = bytes.windows(close.len()).position(|bytes| bytes == close.as_bytes()) {
                return Ok((begin, begin + searched + found + close.len()));
            }
            searched = (self.window.len() - begin).saturating_sub(close.len() - 1).max(opening);
            if !self.more(begin)? {
                return Err(self.ends_early());
            }
            begin = 0;
        }
    }

    fn element(&mut self, begin: usize, end: usize) -> Result<Event<'_>, ReadError> {
        let inner = &self.window[begin + 1..end - 1];
        if let Some(name) = inner.strip_prefix('/') {
            self.depth = self.depth.saturating_sub(1);
            return Ok(Event::End(local(name.trim_ascii_end())));
        }
        if let Some(inner) = inner.strip_suffix('/') {
            return Ok(Event::Empty(Element::of(inner)));
        }
        self.depth += 1;
        if self.depth > limits::DEPTH {
            return Err(ReadError::broken(format!("{}: too deep", self.name)));
        }
        Ok(Event::Start(Element::of(inner)))
    }
}
