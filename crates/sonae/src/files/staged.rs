//! A file written beside its place, and the places of several files changed together.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind};
use std::path::{Path, PathBuf};

use super::{already_there, file_name};
use crate::failure::{Failure, io_words, words};

/// A whole file beside its place. Dropped without being placed, it is removed.
pub(super) struct Staged {
    /// The path as the user gave it, for sentences.
    path: PathBuf,
    /// Where it goes: a link to a file is followed, so that the link stays.
    target: PathBuf,
    temporary: PathBuf,
}

impl Staged {
    /// Writes a file beside `path`, down to the disk.
    pub(super) fn write(
        path: &Path,
        write: impl FnOnce(&mut BufWriter<File>) -> anyhow::Result<()>,
    ) -> Result<Self, Failure> {
        let target =
            if path.is_symlink() { path.canonicalize().unwrap_or_else(|_| path.to_owned()) } else { path.to_owned() };
        let temporary = beside(&target, "書込中");
        let file = File::create(&temporary).map_err(|error| cannot(path, &error.into()))?;
        let staged = Self { path: path.to_owned(), target, temporary };
        let mut out = BufWriter::with_capacity(1 << 16, file);
        write(&mut out).map_err(|error| cannot(path, &error))?;
        staged.finish(out).map_err(|error| cannot(path, &error.into()))?;
        Ok(staged)
    }

    fn finish(&self, out: BufWriter<File>) -> io::Result<()> {
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        if let Ok(replaced) = fs::metadata(&self.target) {
            file.set_permissions(replaced.permissions())?;
        }
        file.sync_all()
    }

    /// Puts the file into its place; what was there is kept aside until [`Placed::keep`].
    fn place(self, overwrite: bool) -> Result<Placed, Failure> {
        let placed = if overwrite { self.replace() } else { self.add() };
        placed.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => already_there(&[&self.path]),
            _ => cannot(&self.path, &error.into()),
        })
    }

    fn replace(&self) -> io::Result<Placed> {
        let aside = set_aside(&self.target)?;
        let placed = Placed { target: self.target.clone(), aside };
        if let Err(error) = fs::rename(&self.temporary, &self.target) {
            return Err(placed.put_back().map_or(error, io::Error::other));
        }
        Ok(placed)
    }

    /// Puts the file where none is; somebody else's, come there in the meantime, stays.
    fn add(&self) -> io::Result<Placed> {
        match fs::hard_link(&self.temporary, &self.target) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(error),
            Ok(()) => {}
            // A file system without hard links.
            Err(_) if self.target.exists() => return Err(ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(&self.temporary, &self.target)?,
        }
        Ok(Placed { target: self.target.clone(), aside: None })
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // Gone already where it was renamed into its place.
        let _ = fs::remove_file(&self.temporary);
    }
}

/// A file in its place.
struct Placed {
    target: PathBuf,
    /// What it replaced.
    aside: Option<PathBuf>,
}

impl Placed {
    fn keep(self) {
        if let Some(aside) = self.aside {
            let _ = fs::remove_file(aside);
        }
    }

    /// Undoes it; where that fails, a sentence that says where the earlier file is.
    fn put_back(self) -> Option<String> {
        let Some(aside) = self.aside else {
            // Not there at all where it could not be placed.
            let _ = fs::remove_file(&self.target);
            return None;
        };
        let renamed = fs::rename(&aside, &self.target);
        if renamed.is_ok() {
            // Two names of one file: renaming the one to the other leaves both.
            let _ = fs::remove_file(&aside);
        }
        let error = renamed.err()?;
        let error = io_words(&error);
        let (target, aside) = (self.target.display(), aside.display());
        Some(format!("「{target}」の元のファイルを戻せませんでした（{error}）。「{aside}」に残っています"))
    }
}

/// Puts every file into its place, or leaves all places as they were.
pub(super) fn place_all(files: Vec<Staged>, overwrite: bool) -> Result<(), Failure> {
    let mut placed = Vec::with_capacity(files.len());
    for file in files {
        match file.place(overwrite) {
            Ok(one) => placed.push(one),
            Err(failure) => {
                let stranded: Vec<String> = placed.into_iter().rev().filter_map(Placed::put_back).collect();
                return Err(match failure {
                    Failure::Input(message) if !stranded.is_empty() => {
                        Failure::Input(format!("{message}\n{}。", stranded.join("。\n")))
                    }
                    failure => failure,
                });
            }
        }
    }
    placed.into_iter().for_each(Placed::keep);
    Ok(())
}

/// Gives the file at `path`, if there is one, a second name beside it; only where the file system
/// has no hard links does the first name go for a moment.
fn set_aside(path: &Path) -> io::Result<Option<PathBuf>> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
        Ok(found) if found.is_dir() => return Err(ErrorKind::IsADirectory.into()),
        Ok(_) => {}
    }
    let aside = beside(path, "元");
    let _ = fs::remove_file(&aside);
    fs::hard_link(path, &aside).or_else(|_| fs::rename(path, &aside))?;
    Ok(Some(aside))
}

/// A name beside `path` that no other run uses.
fn beside(path: &Path, what: &str) -> PathBuf {
    path.with_file_name(format!(".{}.{what}-{}", file_name(path), std::process::id()))
}

fn cannot(path: &Path, error: &anyhow::Error) -> Failure {
    let error = words(error);
    Failure::Input(format!(
        "「{}」に書き込めませんでした（{error}）。場所と空き容量、書き込みの権限を確かめてください。",
        path.display()
    ))
}

#[cfg(test)]
mod tests;
