//! Files are written whole or not at all.

mod staged;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use staged::{Staged, place_all};

use crate::failure::Failure;

/// Refuses to write over what is there, unless asked to; folders and devices are never written over.
///
/// # Errors
/// [`Failure::Input`] that names the files.
pub fn refuse_existing(paths: &[PathBuf], overwrite: bool) -> Result<(), Failure> {
    if let Some(path) = paths.iter().find(|path| path.exists() && !path.is_file()) {
        return Err(Failure::Input(format!(
            "「{}」はフォルダーか特別なファイルなので、書き込めません。別の名前か場所を --out で指定してください。",
            path.display()
        )));
    }
    let existing: Vec<&Path> = paths.iter().filter(|path| path.exists()).map(PathBuf::as_path).collect();
    if overwrite || existing.is_empty() { Ok(()) } else { Err(already_there(&existing)) }
}

/// Refuses to write over the file that is being read, whatever is asked: the company's register would be gone.
///
/// # Errors
/// [`Failure::Usage`].
pub fn refuse_same(read: &Path, written: &Path) -> Result<(), Failure> {
    match (read.canonicalize(), written.canonicalize()) {
        (Ok(read), Ok(there)) if read == there => Err(Failure::Usage(format!(
            "「{}」は読み込む台帳そのものです。台帳がなくならないように、別の名前を --out で指定してください。",
            written.display()
        ))),
        _ => Ok(()),
    }
}

/// Writes every file, or none: first all of them beside their places, then each into its place. Where
/// one cannot be placed, those placed before it are taken back and what they replaced is put back.
///
/// # Errors
/// [`Failure::Input`] with the path; what was written beside is removed.
pub fn write_all(files: &[(PathBuf, Vec<u8>)], overwrite: bool) -> Result<(), Failure> {
    let stage = |(path, bytes): &(PathBuf, Vec<u8>)| Staged::write(path, |out| Ok(out.write_all(bytes)?));
    place_all(files.iter().map(stage).collect::<Result<_, _>>()?, overwrite)
}

/// Writes one file as it is made, beside its place, and puts it there when it is whole.
///
/// # Errors
/// As [`write_all`].
pub fn write_streamed(
    path: &Path,
    overwrite: bool,
    write: impl FnOnce(&mut BufWriter<File>) -> anyhow::Result<()>,
) -> Result<(), Failure> {
    place_all(vec![Staged::write(path, write)?], overwrite)
}

/// A path's last part, as people call the file.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn already_there(paths: &[&Path]) -> Failure {
    let names: Vec<String> = paths.iter().map(|path| format!("「{}」", path.display())).collect();
    Failure::Input(format!(
        "同じ名前のファイルがあるので、書き込みませんでした: {}\n別の場所を --out で指定するか、上書きしてよければ --overwrite を付けてください。",
        names.join("、")
    ))
}
