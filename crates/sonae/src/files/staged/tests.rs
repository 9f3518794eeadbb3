#![allow(clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::super::{refuse_existing, write_all, write_streamed};
use crate::failure::Failure;

/// Every name in a folder with its words, hidden ones too.
fn found(folder: &Path) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap_or_default())
        })
        .collect();
    found.sort();
    found
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())).collect()
}

fn files(folder: &Path, names: &[&str]) -> Vec<(PathBuf, Vec<u8>)> {
    names.iter().map(|name| (folder.join(name), b"new".to_vec())).collect()
}

fn said(result: Result<(), Failure>) -> String {
    match result {
        Err(Failure::Input(message)) => message,
        other => panic!("{other:?}"),
    }
}

#[test]
fn several_files_are_placed_and_nothing_is_left_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a"), "old").unwrap();
    write_all(&files(folder.path(), &["a", "b"]), true).unwrap();
    assert_eq!(found(folder.path()), pairs(&[("a", "new"), ("b", "new")]));
}

#[test]
fn where_a_later_file_cannot_be_placed_the_earlier_ones_are_as_before() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a"), "old").unwrap();
    // A folder cannot be replaced by a file: the third of four fails after two are in place.
    fs::create_dir(folder.path().join("c")).unwrap();
    let message = said(write_all(&files(folder.path(), &["a", "b", "c", "d"]), true));
    assert!(message.contains("c」に書き込めませんでした"), "{message}");
    assert_eq!(found(folder.path()), pairs(&[("a", "old"), ("c", "")]));
}

#[test]
fn a_file_that_came_in_the_meantime_stays_and_so_does_all_else() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b"), "somebody else's").unwrap();
    let message = said(write_all(&files(folder.path(), &["a", "b"]), false));
    assert!(message.contains("b」") && message.contains("--overwrite"), "{message}");
    assert_eq!(found(folder.path()), pairs(&[("b", "somebody else's")]));
}

#[test]
fn a_stream_that_breaks_off_leaves_the_earlier_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a");
    fs::write(&path, "old").unwrap();
    let broken = write_streamed(&path, true, |out| {
        out.write_all(&[b'x'; 200_000])?;
        anyhow::bail!("no space left")
    });
    assert!(said(broken).contains("no space left"));
    assert_eq!(found(folder.path()), pairs(&[("a", "old")]));
    write_streamed(&path, true, |out| Ok(out.write_all(b"whole")?)).unwrap();
    assert_eq!(found(folder.path()), pairs(&[("a", "whole")]));
}

#[test]
fn a_folder_that_is_not_there_is_told_with_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let message = said(write_all(&files(folder.path(), &["no/such/a"]), false));
    assert!(message.contains("no/such/a」に書き込めませんでした"), "{message}");
}

#[test]
fn folders_and_devices_are_refused_even_when_overwriting() {
    let folder = tempfile::tempdir().unwrap();
    assert!(said(refuse_existing(&[folder.path().to_owned()], true)).contains("フォルダー"));
    assert!(!cfg!(unix) || said(refuse_existing(&["/dev/null".into()], true)).contains("特別なファイル"));
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_permissions_too() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&real, &link).unwrap();
    write_all(&[(link.clone(), b"new".to_vec())], true).unwrap();
    assert!(link.is_symlink());
    assert_eq!(found(folder.path()), pairs(&[("link", "new"), ("real", "new")]));
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}
