//! `sonae catalog check`: how much the product knows, and whether it is whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use catalog::{Catalog, Problem};

use crate::arguments::CheckOptions;
use crate::failure::{Failure, io_words};
use crate::input::catalog;
use crate::output::say::say;

/// Prints counts, certainty, sources, coverage, mistakes and gaps.
///
/// # Errors
/// [`Failure::Told`] where something is to be mended or written; [`Failure::Input`] for a folder that
/// holds no catalog.
pub fn run(options: &CheckOptions) -> Result<(), Failure> {
    let catalog = match &options.folder {
        Some(folder) => read(folder)?,
        None => catalog()?,
    };
    let unreadable = &catalog.unreadable;
    if !unreadable.is_empty() {
        say!("■ 読めないファイル：{}件（次の数には入っていません）", unreadable.len());
        for error in unreadable {
            say!("  {error}");
        }
    }
    say!("■ 件数");
    for (title, count) in catalog.counts() {
        say!("  {title}：{count}");
    }
    say!("■ もとの資料");
    for (source, count) in catalog.source_counts() {
        say!("  {}（{}、{}）：{count}", source.title, source.publisher, source.edition);
    }
    say!("■ 確かさ");
    for (certainty, count) in catalog.certainties() {
        say!("  {}：{count}", certainty.title());
    }
    say!("■ 記憶によるため、原本で確かめるもの");
    for (file, entries) in catalog.uncertain() {
        say!("  catalog/{file}（{}件）：{}", entries.len(), entries.join("、"));
    }
    say!("■ 対応");
    for coverage in catalog.coverage() {
        let open = match coverage.open.as_slice() {
            [] => String::new(),
            open => format!("（答えていないもの：{}）", open.join("、")),
        };
        say!("  {}：{}／{}{open}", coverage.title, coverage.reached, coverage.all);
    }
    let (problems, gaps) = (catalog.problems(), catalog.gaps());
    list("直すところ", &problems);
    if unreadable.is_empty() {
        list("まだないもの", &gaps);
    } else {
        say!("■ まだないもの：読めないファイルを直してから数えます");
    }
    if unreadable.is_empty() && problems.is_empty() && gaps.is_empty() { Ok(()) } else { Err(Failure::Told) }
}

fn list(title: &str, found: &[Problem]) {
    say!("■ {title}：{}件", found.len());
    for problem in found {
        say!("  {problem}");
    }
}

/// The catalog of a folder.
fn read(folder: &Path) -> Result<Catalog, Failure> {
    let mut texts = BTreeMap::new();
    collect(folder, "", &mut texts).map_err(|error| {
        Failure::Input(format!("フォルダー「{}」を読めません（{}）。", folder.display(), io_words(&error)))
    })?;
    Catalog::of_texts(texts).map_err(Failure::input)
}

/// The `.toml` files of a folder and of those in it, by their path below the first.
fn collect(folder: &Path, prefix: &str, texts: &mut BTreeMap<String, String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), texts)?;
        } else if name.ends_with(".toml") {
            texts.insert(format!("{prefix}{name}"), fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
