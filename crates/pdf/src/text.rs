//! Texts as the template reads them: a string, or an array of strings and marked runs.

use std::borrow::Cow;

use document::{BlankState, Inline, Text};
use serde::Serialize;

use crate::breaks::{BREAK, breakable};

/// What is no letter in a text: the ends of lines, and tabs.
const CONTROLS: [char; 5] = ['\n', '\r', '\t', '\u{2028}', '\u{2029}'];

/// A text of the template.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum TextData<'a> {
    /// Nothing but plain words.
    Words(Cow<'a, str>),
    /// Plain words and runs that look different.
    Runs(Vec<Run<'a>>),
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Run<'a> {
    /// As it is.
    Plain(Cow<'a, str>),
    /// `("strong" | "blank" | "split" | "break", words)`; all but `break` may hold [`BREAK`].
    Marked(&'static str, Cow<'a, str>),
}

impl<'a> TextData<'a> {
    /// A text that has to fit a line of `measure` points in letters of `size` points.
    pub(crate) fn new(text: &'a Text, size: f64, measure: f64) -> Self {
        match text.0.as_slice() {
            [] => Self::Words(Cow::Borrowed("")),
            [Inline::Plain(words)] => Self::words(words, size, measure),
            inlines => {
                let mut runs = Vec::new();
                for inline in inlines {
                    let (kind, words) = look(inline);
                    push(&mut runs, kind, words, size, measure);
                }
                Self::Runs(runs)
            }
        }
    }

    /// The same for plain words.
    pub(crate) fn words(words: &'a str, size: f64, measure: f64) -> Self {
        if !words.contains(CONTROLS) {
            match breakable(Cow::Borrowed(words), size, measure) {
                Cow::Borrowed(words) => return Self::Words(Cow::Borrowed(words)),
                Cow::Owned(broken) => return Self::Runs(vec![Run::new(None, Cow::Owned(broken))]),
            }
        }
        let mut runs = Vec::new();
        push(&mut runs, None, Cow::Borrowed(words), size, measure);
        Self::Runs(runs)
    }

    /// The same for words made for the purpose.
    pub(crate) fn owned(words: String, size: f64, measure: f64) -> Self {
        let mut runs = Vec::new();
        push(&mut runs, None, Cow::Owned(words), size, measure);
        Self::Runs(runs)
    }
}

fn look(inline: &Inline) -> (Option<&'static str>, Cow<'_, str>) {
    match inline {
        Inline::Plain(words) => (None, Cow::Borrowed(words)),
        Inline::Strong(words) => (Some("strong"), Cow::Borrowed(words)),
        Inline::Blank(mark) => match mark.state {
            BlankState::Confirmed => (None, Cow::Borrowed(&mark.text)),
            BlankState::Unconfirmed => (Some("blank"), Cow::Borrowed(&mark.text)),
            BlankState::Missing => (Some("blank"), Cow::Owned(mark.to_plain())),
        },
    }
}

impl<'a> Run<'a> {
    fn new(kind: Option<&'static str>, words: Cow<'a, str>) -> Self {
        match kind {
            Some(kind) => Self::Marked(kind, words),
            None if words.contains(BREAK) => Self::Marked("split", words),
            None => Self::Plain(words),
        }
    }
}

/// Adds the words, with their line breaks as runs of their own; a tab is a space.
fn push<'a>(runs: &mut Vec<Run<'a>>, kind: Option<&'static str>, words: Cow<'a, str>, size: f64, measure: f64) {
    if !words.contains(CONTROLS) {
        runs.push(Run::new(kind, breakable(words, size, measure)));
        return;
    }
    let words = words.replace("\r\n", "\n").replace('\t', " ");
    for (index, line) in words.split(CONTROLS).enumerate() {
        if index > 0 {
            runs.push(Run::Marked("break", Cow::Borrowed("")));
        }
        runs.push(Run::new(kind, breakable(Cow::Owned(line.to_owned()), size, measure)));
    }
}
