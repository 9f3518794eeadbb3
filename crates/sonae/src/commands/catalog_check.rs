//! `sonae catalog check`: how much the product knows, and whether it is whole.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use catalog::{Catalog, LoadError, Problem};

use crate::arguments::CheckOptions;
use crate::failure::{Failure, io_words};
use crate::input::catalog;
use crate::output::say::say;

/// Prints counts, certainty, sources, coverage, mistakes and gaps.
///
/// # Errors
/// [`Failure::Told`] where something is to be mended or written; [`Failure::Input`] for a folder that
/// holds no catalog, or one whose files at the top cannot all be read.
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

/// Texts by their path below the folder, or why there is none.
type Texts = BTreeMap<String, Result<String, String>>;

/// The catalog of a folder.
fn read(folder: &Path) -> Result<Catalog, Failure> {
    let mut texts = Texts::new();
    collect(folder, "", &mut texts)?;
    if !texts.keys().any(|path| Catalog::has_file(path)) {
        return Err(Failure::Input(format!(
            "フォルダー「{}」に、catalog のファイル（threats.toml など）が1つもありません。catalog フォルダーの場所を確かめてください。",
            folder.display()
        )));
    }
    Catalog::of_texts(texts).map_err(|errors| unreadable(&errors))
}

fn unreadable(errors: &[LoadError]) -> Failure {
    let listed: Vec<String> = errors.iter().map(|error| format!("\n  {error}")).collect();
    let count = listed.len();
    Failure::Input(format!(
        "読めないファイルが{count}件あります。直してから、もう一度実行してください。{}",
        listed.concat()
    ))
}

/// The `.toml` files of a folder and of those in it.
fn collect(folder: &Path, prefix: &str, texts: &mut Texts) -> Result<(), Failure> {
    let refuse = |error| {
        let error = io_words(&error);
        Failure::Input(format!("フォルダー「{}」を読めません（{error}）。", folder.display()))
    };
    for entry in fs::read_dir(folder).map_err(refuse)? {
        let entry = entry.map_err(refuse)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().map_err(refuse)?.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), texts)?;
        } else if name.ends_with(".toml") {
            texts.insert(format!("{prefix}{name}"), text(&entry.path()));
        }
    }
    Ok(())
}

/// The text of a file, or a sentence that says why there is none.
fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| match error.kind() {
        ErrorKind::InvalidData => format!("{}。", io_words(&error)),
        _ => format!("開けません（{}）。ファイルの権限と場所を確かめてください。", io_words(&error)),
    })
}
