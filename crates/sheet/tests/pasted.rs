//! Cells copied in spreadsheet software, and bytes that were sent instead of a file.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use method::{Medium, Valuation};
use proptest::prelude::*;
use sheet::{GivenColumns, ReadError, Register, Severity, read_pasted, read_register_bytes};
use testkit::{registers::workbook, row};

const HEADINGS: &str = "情報資産名称\t備考\t媒体・保存先\t資産価値\n";

fn paste(text: &str) -> Result<Register, ReadError> {
    read_pasted(text.to_owned(), &options())
}

#[test]
fn with_headings() {
    let register = paste(&format!("{HEADINGS}名簿\t棚\t紙\t3\n")).unwrap();
    assert_eq!((names(&register), register.problems.len()), (vec!["名簿"], 0));
    assert_eq!((register.assets[0].row, register.assets[0].remarks.as_str()), (2, "棚"));
    let given = GivenColumns { remarks: true, ..GivenColumns::default() };
    assert_eq!(register.given, given);
}

#[test]
fn quotes_as_excel_puts_them_on_the_clipboard() {
    let text = format!(
        "{HEADINGS}\"重要\"\t\"一行目\r\n\"\"二\"\"行目\"\t紙\t3\r\n\"開いたまま\tまま\"\t紙\t2\r\n名簿\tx\t紙\t1"
    );
    let register = paste(&text).unwrap();
    assert_eq!(names(&register), ["\"重要\"", "\"開いたまま", "名簿"]);
    let remarks: Vec<_> = register.assets.iter().map(|asset| asset.remarks.as_str()).collect();
    assert_eq!(remarks, ["一行目\n\"二\"行目", "まま\"", "x"]);
    let rows: Vec<_> = register.assets.iter().map(|asset| asset.row).collect();
    assert_eq!(rows, [2, 3, 4], "a row of the sheet is one line, however many lines its cells have");
}

const LINE: &str = "営業\t顧客リスト\t\t営業部\t\t営業部\tクラウド\t有\t\t\t3\t3\t2\t3\t\t2025/4/1\n";

#[test]
fn without_headings_in_the_guidelines_order() {
    for (text, extra) in [(LINE.to_owned(), vec![]), (format!("12\t{LINE}"), vec!["12"])] {
        let register = paste(&text).unwrap();
        let asset = &register.assets[0];
        assert_eq!((asset.name.as_str(), asset.medium, asset.row), ("顧客リスト", Medium::ExternalServer, 1));
        assert!(asset.personal_data.personal && asset.registered_on.is_some(), "{asset:?}");
        assert!(matches!(asset.valuation, Valuation::Ratings(ratings) if ratings.availability.value() == 2));
        assert_eq!(
            (&asset.extra, register.numbered),
            (&extra.iter().map(|text| (*text).to_owned()).collect(), !extra.is_empty())
        );
        assert!(messages(&register, Severity::Note)[0].contains("見出しの行がないため"), "{:?}", register.problems);
    }
}

#[test]
fn cells_that_are_no_register() {
    let error = paste("顧客リスト\tクラウド\t3\n").unwrap_err();
    assert!(error.to_string().contains("見出しの行も一緒に"), "{error}");
    let error = paste(&format!("{}\n", "x\t".repeat(40))).unwrap_err();
    assert!(error.to_string().contains("41列"), "{error}");
    let error = paste("情報資産名称\t備考\t媒体・保存先\n名簿\tx\t紙\n").unwrap_err();
    assert!(matches!(error, ReadError::MissingColumns { .. }), "{error}");
}

#[test]
fn text_without_tabs_is_csv() {
    let register = paste("情報資産名称,媒体・保存先,資産価値\n\"名,簿\",紙,3\n").unwrap();
    assert_eq!(names(&register), ["名,簿"]);
}

#[test]
fn bytes_read_as_the_file_does() {
    let rows = vec![row!["情報資産名称", "媒体・保存先", "資産価値"], row!["名簿", "紙", 3], row!["図面", "棚", 2]];
    let bytes = workbook(&[testkit::registers::Sheet::new("台帳", rows)]).unwrap();
    let from_file = read_bytes(&bytes, "台帳.xlsx", &options()).unwrap();
    let from_memory = read_register_bytes(bytes, "台帳.xlsx", &options()).unwrap();
    assert_eq!(from_file, from_memory);
    assert!(matches!(read_register_bytes(Vec::new(), "a.csv", &options()), Err(ReadError::Empty)));
}

#[test]
fn unknown_media_are_told_once_each() {
    let text = format!("{HEADINGS}一\t\t現場端末\t1\n二\t\t現場端末\t1\n三\t\tノートPC\t1\n四\t\t紙\t1\n");
    let register = paste(&text).unwrap();
    let told: Vec<_> = register.unknown_media.iter().map(|unknown| (unknown.words.as_str(), unknown.lines)).collect();
    assert_eq!(told, [("現場端末", 2), ("ノートPC", 1)]);
    assert_eq!((names(&register), register.rows_skipped), (vec!["四"], 3));
}

proptest! {
    #[test]
    fn never_panics(text in "([\"\t\n\r,a有紙3]|情報資産名称|媒体・保存先|資産価値){0,60}") {
        let _ = paste(&text);
        let _ = paste(&format!("{HEADINGS}{text}"));
    }

    /// What Excel would write for cells comes back as those cells.
    #[test]
    fn cells_come_back(remarks in proptest::collection::vec("[\"a、\n x]{0,8}", 1..6)) {
        let mut text = HEADINGS.to_owned();
        for remark in &remarks {
            let cell = if remark.contains('\n') { format!("\"{}\"", remark.replace('"', "\"\"")) } else { remark.clone() };
            text.push_str(&format!("名簿\t{cell}\t紙\t3\r\n"));
        }
        let register = paste(&text).unwrap();
        let read: Vec<_> = register.assets.iter().map(|asset| asset.remarks.clone()).collect();
        let expected: Vec<_> = remarks.iter().map(|remark| if remark.trim().is_empty() { String::new() } else { remark.clone() }).collect();
        prop_assert_eq!(read, expected);
    }
}
