//! What the tests of reading and writing share.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use method::{Asset, Medium};
use sheet::{MediumNames, Problem, ReadError, ReadOptions, Register, Severity, read_register};
use testkit::registers::{self, Sheet, Value, workbook};
use testkit::row;

/// Words for media as a catalog has them.
pub fn media() -> MediumNames {
    let names = [
        ("紙", Medium::Paper),
        ("キャビネット", Medium::Paper),
        ("USBメモリ", Medium::RemovableMedia),
        ("PC", Medium::OfficePc),
        ("パソコン", Medium::OfficePc),
        ("スマホ", Medium::MobileDevice),
        ("スマートフォン", Medium::MobileDevice),
        ("ファイルサーバー", Medium::InternalServer),
        ("クラウド", Medium::ExternalServer),
        ("OneDrive", Medium::ExternalServer),
    ];
    let names = names.map(|(name, medium)| (name.to_owned(), medium));
    MediumNames::new(names, ["ノートPC", "サーバー", "ファイル", "ドライブ"].map(str::to_owned))
}

/// Options with those words.
pub fn options() -> ReadOptions<'static> {
    ReadOptions { media: media(), ..ReadOptions::default() }
}

/// Reads bytes as a file of that name.
pub fn read_bytes(bytes: &[u8], name: &str, options: &ReadOptions<'_>) -> Result<Register, ReadError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    read_register(&path, options)
}

/// Reads a workbook of one sheet 台帳.
pub fn read_rows(rows: Vec<Vec<Value>>) -> Result<Register, ReadError> {
    read_sheets(&[Sheet::new("台帳", rows)])
}

/// Reads a workbook.
pub fn read_sheets(sheets: &[Sheet]) -> Result<Register, ReadError> {
    read_bytes(&workbook(sheets).unwrap(), "register.xlsx", &options())
}

/// Reads a CSV file.
pub fn read_csv(text: &str) -> Result<Register, ReadError> {
    read_bytes(text.as_bytes(), "register.csv", &options())
}

/// Messages of that weight.
pub fn messages(register: &Register, severity: Severity) -> Vec<&str> {
    let problems = register.problems.iter().filter(|problem| problem.severity == severity);
    problems.map(|problem| problem.message.as_str()).collect()
}

/// The only problem of a register.
pub fn only_problem(register: &Register) -> &Problem {
    assert_eq!(register.problems.len(), 1, "{:#?}", register.problems);
    &register.problems[0]
}

/// Names of the assets.
pub fn names(register: &Register) -> Vec<&str> {
    register.assets.iter().map(|asset| asset.name.as_str()).collect()
}

/// The assets without the lines they came from.
pub fn without_rows(assets: &[Asset]) -> Vec<Asset> {
    assets.iter().cloned().map(|asset| Asset { row: 0, ..asset }).collect()
}

/// A file of the shared samples, where the repository lies beside them.
pub fn sample(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples").join(name);
    path.exists().then_some(path)
}

/// The guideline's header with those lines below it.
pub fn guideline(lines: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
    registers::guideline_header().into_iter().chain(lines).collect()
}

/// A line of the guideline's register that is right.
pub fn line(name: &str) -> Vec<Value> {
    row!["人事", name, "", "総務部", "総務部長", "総務部", "書類", "有", "", "", 3, 2, 1, "", "5年", ""]
}
