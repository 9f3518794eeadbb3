//! The texts of the files, and errors that name file, line and mend.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::misread::{self, Misread};

/// A file of `catalog/`, as `build.rs` puts it here.
struct File {
    path: &'static str,
    /// What people mend.
    text: &'static str,
    /// The same as JSON; empty where the text is no TOML.
    compact: &'static str,
}

/// Every file, by path.
static FILES: &[File] = &include!(concat!(env!("OUT_DIR"), "/files.rs"));

fn embedded(path: &str) -> Option<&'static File> {
    FILES.binary_search_by_key(&path, |file| file.path).ok().map(|place| &FILES[place])
}

/// A catalog file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// A file that must be there is missing.
    #[error("catalog/{0} がありません。")]
    Missing(String),
    /// The file is no text, or cannot be opened.
    #[error("catalog/{file}: {why}")]
    NoText {
        /// Path under `catalog/`.
        file: String,
        /// Why, and what to do.
        why: String,
    },
    /// The file is no TOML of the described form.
    #[error("catalog/{file} の{misread}")]
    Form {
        /// Path under `catalog/`.
        file: String,
        /// Where, why, and what to write.
        misread: Misread,
    },
}

impl LoadError {
    /// Path of the file under `catalog/`.
    pub fn file(&self) -> &str {
        match self {
            Self::Missing(file) | Self::NoText { file, .. } | Self::Form { file, .. } => file,
        }
    }
}

/// The files of a catalog: those in the program, or those that somebody is writing.
#[derive(Debug, Clone)]
pub(crate) enum Files {
    /// In the program.
    Embedded,
    /// Text by path, or why there is none.
    Given(Arc<BTreeMap<String, Result<String, String>>>),
}

impl Files {
    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        match self {
            Self::Embedded => embedded(path).map(|file| file.text),
            Self::Given(texts) => texts.get(path)?.as_deref().ok(),
        }
    }

    /// Why a file has no text.
    fn without_text(&self, path: &str) -> LoadError {
        let file = path.to_owned();
        if let Self::Given(texts) = self
            && let Some(Err(why)) = texts.get(path)
        {
            return LoadError::NoText { file, why: why.clone() };
        }
        LoadError::Missing(file)
    }

    /// Paths of the `.toml` files of a folder, in the order of their names.
    pub fn folder(&self, folder: &str) -> Vec<&str> {
        let mut paths: Vec<&str> = match self {
            Self::Embedded => FILES.iter().map(|file| file.path).collect(),
            Self::Given(texts) => texts.keys().map(String::as_str).collect(),
        };
        paths.retain(|path| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')));
        paths
    }

    /// Reads a file. Where its quick form does not fit, the text says on which line.
    pub fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, LoadError> {
        if let (Self::Embedded, Some(file)) = (self, embedded(path))
            && let Ok(read) = serde_json::from_str(file.compact)
        {
            return Ok(read);
        }
        parse(path, self.text(path).ok_or_else(|| self.without_text(path))?)
    }

    /// The line on which `needle` stands, at or below the entry whose `id = "…"` (or `code = "…"`) line
    /// names `entry`; the entry's own line where `needle` does not occur.
    pub fn line_of(&self, path: &str, entry: &str, needle: &str) -> usize {
        let Some(text) = self.text(path) else { return 1 };
        let id = format!("\"{entry}\"");
        let lines = || text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let names = |line: &str| (line.starts_with("id") || line.starts_with("code")) && line.contains(&id);
        let start = lines().find(|(_, line)| names(line)).map_or(1, |(number, _)| number);
        lines().skip(start - 1).find(|(_, line)| line.contains(needle)).map_or(start, |(number, _)| number)
    }
}

/// Reads `text` as the catalog file at `path`.
pub(crate) fn parse<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, LoadError> {
    toml::from_str(text).map_err(|error| {
        let mut misread = Misread::of(text, &error);
        if let Some(message) = in_words(error.message()) {
            misread.message = message;
        }
        LoadError::Form { file: path.to_owned(), misread }
    })
}

/// What the TOML reader says, where more can be told to whoever writes the catalog than to others.
fn in_words(message: &str) -> Option<String> {
    let mut names = misread::names(message);
    let faulty = names.next()?;
    if message.starts_with("unknown variant") {
        return Some(format!("「{faulty}」は使えません。使える言葉: {}", names.collect::<Vec<_>>().join("、")));
    }
    let hint = match (message.starts_with("missing field"), faulty) {
        (true, "source") => "どの資料によるかを、sources.toml の id で書いてください（自分たちで決めたものは own）。",
        (true, "certainty") => "確かさを verified・corroborated・recalled・own のどれかで書いてください。",
        _ => return None,
    };
    Some(format!("「{faulty}」がありません。{hint}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::risk::MediumFile;

    const MEDIUM: &str = "[[medium]]\nid = \"paper\"\ntitle = \"b\"\nexplanation = \"c\"\nsynonyms = []\n";

    fn error(text: &str) -> String {
        let text = format!("{MEDIUM}source = \"own\"\ncertainty = \"own\"\n\n{text}");
        parse::<MediumFile>("media.toml", &text).err().unwrap().to_string()
    }

    #[test]
    fn an_entry_without_source_or_certainty_is_named_with_its_line_and_what_to_write() {
        let without_source = error(&format!("{MEDIUM}certainty = \"own\"\n"));
        assert!(without_source.starts_with("catalog/media.toml の9行目: 「source」がありません。"), "{without_source}");
        let without_certainty = error(&format!("{MEDIUM}source = \"own\"\n"));
        assert!(
            without_certainty.contains("9行目: 「certainty」がありません。確かさを verified"),
            "{without_certainty}"
        );
    }

    #[test]
    fn a_misspelt_word_is_named_with_what_can_be_written() {
        let variant = error(&format!("{MEDIUM}source = \"own\"\ncertainty = \"sure\"\n"));
        assert!(
            variant.ends_with("15行目: 「sure」は使えません。使える言葉: verified、corroborated、recalled、own"),
            "{variant}"
        );
        let field = error(&format!("{MEDIUM}source = \"own\"\ncertainity = \"own\"\n"));
        assert!(field.contains("15行目: 「certainity」という項目はありません。"), "{field}");
        let form = error("[[topic\n");
        assert!(form.ends_with("9行目: 見出しは [名前] か [[名前]] の形で、半角の括弧を閉じてください。"), "{form}");
    }
}
