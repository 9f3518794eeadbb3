//! Files are written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::failure::Failure;

/// Refuses to write over what is there, unless asked to.
///
/// # Errors
/// [`Failure::Input`] that names the files.
pub fn refuse_existing(paths: &[PathBuf], overwrite: bool) -> Result<(), Failure> {
    let existing: Vec<String> =
        paths.iter().filter(|path| path.exists()).map(|path| format!("「{}」", path.display())).collect();
    if overwrite || existing.is_empty() {
        return Ok(());
    }
    Err(Failure::Input(format!(
        "同じ名前のファイルがあるので、書き込みませんでした: {}\n別の場所を --out で指定するか、上書きしてよければ --overwrite を付けてください。",
        existing.join("、")
    )))
}

/// Writes every file, or none: first all of them beside their places, then each into its place.
///
/// # Errors
/// [`Failure::Internal`] with the path; what was written beside is removed.
pub fn write_all(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Failure> {
    let mut beside: Vec<PathBuf> = Vec::new();
    let written = files.iter().try_for_each(|(path, bytes)| {
        let temporary = temporary_path(path);
        beside.push(temporary.clone());
        write_synced(&temporary, bytes).with_context(|| format!("「{}」に書き込めませんでした", path.display()))
    });
    let placed = written.and_then(|()| {
        files.iter().zip(&beside).try_for_each(|((path, _), temporary)| {
            fs::rename(temporary, path).with_context(|| format!("「{}」に書き込めませんでした", path.display()))
        })
    });
    if placed.is_err() {
        for temporary in &beside {
            // Those already in place are gone from here; a leftover beside would only confuse.
            let _ = fs::remove_file(temporary);
        }
    }
    Ok(placed?)
}

fn temporary_path(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.書込中-{}", std::process::id()))
}

fn write_synced(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
