//! Runs the built `sonae` in an empty folder.

#![allow(clippy::unwrap_used, dead_code)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The three lines of the slides' example, with their likelihoods.
pub const SLIDES: &str =
    "業務分類,情報資産名称,備考,利用者範囲,リスク所有者,管理部署,媒体・保存先,機密性,完全性,可用性,被害発生可能性
人事,社員名簿,社員基本情報,人事部,人事部長,人事部,人事担当者のPC,3,3,2,3
経理,当社宛請求書,過去3年分,経理部,経理部長,経理部,経理担当者のPC,3,3,2,2
営業,顧客リスト,得意先,営業部,営業部長,営業部,営業担当者のPC,3,3,3,2
";

/// An empty folder to work in.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A new empty folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file in the folder.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    /// Names in a folder, sorted.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.path(folder)) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Changes an embedded database behind the program's back.
    pub fn sql(&self, database: &str, statement: &str) {
        let location = app::store::Location::File(self.path(database));
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(testkit::database::execute(&location, statement));
    }

    /// What a backup says of its tables: names, rows, checksums.
    pub fn tables(&self, backup: &str) -> serde_json::Value {
        let mut archive = zip::ZipArchive::new(std::fs::File::open(self.path(backup)).unwrap()).unwrap();
        let manifest: serde_json::Value = serde_json::from_reader(archive.by_name("manifest.json").unwrap()).unwrap();
        assert!(!manifest["tables"].as_array().unwrap().is_empty());
        manifest["tables"].clone()
    }

    /// Runs `sonae` here.
    pub fn sonae(&self, arguments: &[&str]) -> Ran {
        self.sonae_answering(arguments, "")
    }

    /// Runs `sonae` here with these words on standard input.
    pub fn sonae_answering(&self, arguments: &[&str], input: &str) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_sonae"))
            .args(arguments)
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that ends without reading closes the pipe: that is its right.
        let _ = stdin.write_all(input.as_bytes());
        drop(stdin);
        Ran(child.wait_with_output().unwrap())
    }
}

/// How a run ended.
pub struct Ran(Output);

impl Ran {
    /// The exit code.
    pub fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    /// Standard output.
    pub fn out(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    /// Standard error.
    pub fn said(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    /// Ends the test unless the run was good.
    pub fn good(self) -> Self {
        assert_eq!(self.code(), 0, "{}\n{}", self.out(), self.said());
        self
    }

    /// Standard output as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out()).unwrap()
    }
}

/// A file of the repository.
pub fn repository(path: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path).to_string_lossy().into_owned()
}
