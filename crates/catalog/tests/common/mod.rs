//! The files of `catalog/` as somebody writes them.

#![allow(dead_code, clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::path::Path;

use catalog::Catalog;

/// Texts by their path under `catalog/`.
pub type Texts = BTreeMap<String, String>;

/// The texts of the repository.
pub fn texts() -> Texts {
    let mut found = Texts::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalog")), "", &mut found);
    found
}

fn collect(folder: &Path, prefix: &str, found: &mut Texts) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            collect(&path, &format!("{prefix}{name}/"), found);
        } else if name.ends_with(".toml") {
            found.insert(format!("{prefix}{name}"), std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// What `sonae catalog check` says of these texts: what cannot be read, mistakes, gaps.
pub fn told(texts: Texts) -> Vec<String> {
    told_of(texts.into_iter().map(|(path, text)| (path, Ok(text))).collect())
}

/// The same where some files have no text, but a sentence that says why.
pub fn told_of(files: BTreeMap<String, Result<String, String>>) -> Vec<String> {
    match Catalog::of_texts(files) {
        Err(errors) => errors.iter().map(ToString::to_string).collect(),
        Ok(catalog) => {
            let found = catalog.problems().into_iter().chain(catalog.gaps()).map(|problem| problem.to_string());
            catalog.unreadable.iter().map(ToString::to_string).chain(found).collect()
        }
    }
}
