//! Hostile and broken files: one clear Japanese sentence, no panic, little memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use testkit::hostile;

#[test]
fn every_hostile_file_gets_one_clear_sentence() {
    for file in hostile::all().unwrap() {
        let read = read_bytes(&file.bytes, file.file, &options());
        if file.refused_with.is_empty() {
            let register = read.unwrap_or_else(|error| panic!("{}: {error:?}", file.name));
            assert_eq!(names(&register), ["顧客リスト"], "{}", file.name);
            continue;
        }
        let error = read.err().unwrap_or_else(|| panic!("{} was read", file.name));
        let message = error.to_string();
        assert!(message.contains(file.refused_with), "{}: {message} ({error:?})", file.name);
        assert!(message.ends_with('。') && message.matches('。').count() == 1, "{}: {message}", file.name);
        assert!(message.chars().filter(|character| !character.is_ascii()).count() > 15, "{}: {message}", file.name);
    }
}

/// Peak memory of this process, in kB. Reading resets it first (Linux).
#[cfg(target_os = "linux")]
fn peak_while(work: impl FnOnce()) -> u64 {
    let status = |name: &str| -> u64 {
        let text = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = status("VmRSS");
    work();
    status("VmHWM").saturating_sub(before)
}

#[cfg(target_os = "linux")]
#[test]
fn hostile_files_take_less_than_64_megabytes() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (index, file) in hostile::all().unwrap().into_iter().enumerate() {
        let path = folder.path().join(format!("{index}-{}", file.file));
        std::fs::write(&path, &file.bytes).unwrap();
        paths.push((file.name, path));
    }
    for (name, path) in paths {
        let used = peak_while(|| {
            let _ = sheet::read_register(&path, &options());
        });
        assert!(used < 64 * 1024, "{name}: {used} kB");
    }
}

#[test]
fn files_that_are_not_there_and_folders() {
    let folder = tempfile::tempdir().unwrap();
    let missing = sheet::read_register(&folder.path().join("台帳.xlsx"), &options()).unwrap_err();
    assert!(missing.to_string().contains("見つからない"), "{missing}");
    let folder = sheet::read_register(folder.path(), &options()).unwrap_err();
    assert!(folder.to_string().contains("フォルダー"), "{folder}");
}

#[test]
fn a_register_of_more_lines_than_fit_into_memory_is_refused() {
    let header = "情報資産名称,媒体・保存先,機密性,完全性,可用性\n";
    let text = format!("{header}{}", "顧客リスト,書類,3,2,1\n".repeat(300_001));
    let error = read_csv(&text).unwrap_err();
    assert!(matches!(error, sheet::ReadError::TooManyLines { limit: 300_000 }), "{error:?}");
}
