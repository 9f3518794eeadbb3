//! The embedded files, and errors that name file, line and mend.

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../catalog");

/// A catalog file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// A file that must be there is missing.
    #[error("catalog/{0} がありません。")]
    Missing(String),
    /// The file is no TOML of the described form.
    #[error("catalog/{file} の{line}行目: {message}")]
    Form {
        /// Path under `catalog/`.
        file: String,
        /// Line, from 1.
        line: usize,
        /// What the reader said.
        message: String,
    },
}

/// The text of an embedded file.
pub(crate) fn text(path: &str) -> Result<&'static str, LoadError> {
    FILES.get_file(path).and_then(|file| file.contents_utf8()).ok_or_else(|| LoadError::Missing(path.to_owned()))
}

/// Paths of the `.toml` files of a folder, in the order of their names.
pub(crate) fn folder(path: &str) -> Vec<&'static str> {
    let mut paths: Vec<_> = FILES
        .get_dir(path)
        .map(|dir| dir.files().filter_map(|file| file.path().to_str()).filter(|path| path.ends_with(".toml")).collect())
        .unwrap_or_default();
    paths.sort_unstable();
    paths
}

/// Reads `text` as the catalog file at `path`.
pub(crate) fn parse<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, LoadError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        LoadError::Form { file: path.to_owned(), line, message: error.message().to_owned() }
    })
}

/// Reads an embedded file.
pub(crate) fn read<T: DeserializeOwned>(path: &str) -> Result<T, LoadError> {
    parse(path, text(path)?)
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The line on which `needle` stands, at or below the entry whose `id = "…"` line names `entry`;
/// the entry's own line where `needle` does not occur.
pub(crate) fn line_of(path: &str, entry: &str, needle: &str) -> usize {
    let Ok(text) = text(path) else { return 1 };
    let id = format!("\"{entry}\"");
    let lines = || text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let start = lines().find(|(_, line)| line.starts_with("id") && line.contains(&id)).map_or(1, |(number, _)| number);
    lines().skip(start - 1).find(|(_, line)| line.contains(needle)).map_or(start, |(number, _)| number)
}
