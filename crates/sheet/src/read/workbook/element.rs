//! Tags and words of a part.

use super::super::error::ReadError;

/// A tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Element<'a> {
    /// Without a prefix.
    pub(super) name: &'a str,
    attributes: &'a str,
}

impl<'a> Element<'a> {
    /// Of what stands between `<` and `>`.
    pub(super) fn of(inner: &'a str) -> Self {
        let end = inner.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(inner.len());
        Self { name: local(&inner[..end]), attributes: &inner[end..] }
    }

    /// Names and raw values of the attributes; ends at the first thing that is none.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let equals = rest.bytes().position(|byte| byte == b'=')?;
            let name = rest[..equals].trim_ascii();
            let after = rest[equals + 1..].trim_ascii_start();
            let quote = after.bytes().next().filter(|byte| matches!(byte, b'"' | b'\''))?;
            let length = after.bytes().skip(1).position(|byte| byte == quote)?;
            rest = &after[length + 2..];
            Some((name, &after[1..=length]))
        })
    }

    /// The raw value of an attribute; prefixes of names do not matter.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(key, _)| local(key) == name).map(|(_, value)| value)
    }

    /// The value of an attribute with its entities resolved.
    pub(super) fn attribute_text(&self, name: &str) -> Option<String> {
        let raw = self.attribute(name)?;
        let mut text = String::new();
        push_words(&mut text, raw).ok()?;
        Some(text)
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    match name.bytes().rposition(|byte| byte == b':') {
        Some(colon) => &name[colon + 1..],
        None => name,
    }
}

/// Appends words: entities are resolved, both kinds of line ends become `\n`.
pub(super) fn push_words(text: &mut String, words: &str) -> Result<(), ReadError> {
    let mut rest = words;
    while let Some(at) = rest.bytes().position(|byte| byte == b'&') {
        push_lines(text, &rest[..at]);
        let (entity, after) = rest[at + 1..].split_once(';').ok_or_else(|| ReadError::broken("open entity"))?;
        text.push(character(entity).ok_or_else(|| ReadError::broken("unknown entity"))?);
        rest = after;
    }
    push_lines(text, rest);
    Ok(())
}

/// Appends words in which both kinds of line ends become `\n`.
pub(super) fn push_lines(text: &mut String, words: &str) {
    let mut rest = words;
    while let Some(at) = rest.bytes().position(|byte| byte == b'\r') {
        text.push_str(&rest[..at]);
        text.push('\n');
        rest = rest[at + 1..].strip_prefix('\n').unwrap_or(&rest[at + 1..]);
    }
    text.push_str(rest);
}

/// The character that `amp` or `#x3042` stands for.
fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)
        }
    }
}
