//! CSV files: encodings, delimiters, quotes, and lines as Excel counts them.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use proptest::prelude::*;
use sheet::ReadError;

const TEXT: &str = "情報資産名称,媒体・保存先,資産価値,備考\n髙橋①㈱の〜リスト―,紙,3,é\n";

fn cp932(text: &str) -> Vec<u8> {
    encoding_rs::SHIFT_JIS.encode(text).0.into_owned()
}

#[test]
fn every_encoding_reads_the_same() {
    let text = TEXT.replace('é', "～");
    let utf16: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let utf16_big: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    let with_mark = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let cp932 = cp932(&text.replace('〜', "～").replace('―', "－"));
    for (bytes, name) in [
        (text.clone().into_bytes(), "髙橋①㈱の〜リスト―"),
        (with_mark, "髙橋①㈱の〜リスト―"),
        (utf16, "髙橋①㈱の〜リスト―"),
        (utf16_big, "髙橋①㈱の〜リスト―"),
        (cp932, "髙橋①㈱の～リスト－"),
    ] {
        let register = read_bytes(&bytes, "a.csv", &options()).unwrap();
        assert_eq!((names(&register), register.problems.len()), (vec![name], 0));
        assert_eq!(register.assets[0].remarks, "～");
    }
}

#[test]
fn bytes_that_no_encoding_has_are_told_with_their_line() {
    let mut bytes = cp932("情報資産名称,媒体・保存先,資産価値\n名簿,紙,3\n");
    bytes.extend(b"\x81");
    bytes.extend(b"\xFF,\x8E\x86,3\n");
    let error = read_bytes(&bytes, "a.csv", &options()).unwrap_err();
    assert!(matches!(error, ReadError::Encoding { line: 3 }), "{error:?}");
    let mut bytes = TEXT.as_bytes().to_vec();
    bytes.extend("名簿,紙,3,\n".as_bytes());
    bytes.extend(b"\xE3\x81");
    let error = read_bytes(&bytes, "a.csv", &options()).unwrap_err();
    assert!(matches!(error, ReadError::Encoding { line: 4 }), "{error:?}");
}

#[test]
fn commas_tabs_and_semicolons() {
    for delimiter in [",", "\t", ";"] {
        let text = "題名\n情報資産名称,媒体・保存先,資産価値\n名簿,紙,3\n".replace(',', delimiter);
        let register = read_csv(&text).unwrap();
        assert_eq!((names(&register), register.header_row), (vec!["名簿"], 2), "{delimiter:?}");
    }
}

#[test]
fn quotes_line_ends_and_lines_as_excel_counts_them() {
    let text = "情報資産名称,媒体・保存先,資産価値,備考\r\n\
        \"一,番\",紙,3,\"改行\r\nと\"\"引用\"\"\"\r\n\
        \r\n\
        二番,紙,9,ここで\"引用\"\r\
        ,,,\n\
        \"三番\" ,紙,2,";
    let register = read_csv(text).unwrap();
    assert_eq!(names(&register), ["一,番", "三番 "]);
    assert_eq!((register.assets[0].remarks.as_str(), register.assets[0].row), ("改行\nと\"引用\"", 2));
    // The quoted line break does not count as a line, the blank line does.
    assert_eq!(only_problem(&register).cell, "C4");
    assert_eq!(register.assets[1].row, 6);
}

#[test]
fn an_open_quote_does_not_swallow_the_register() {
    let error = read_csv("情報資産名称,媒体・保存先,資産価値\n名簿,紙,3\n\"案内,紙,2\n目録,紙,1\n").unwrap_err();
    assert!(matches!(error, ReadError::UnclosedQuote { line: 3 }), "{error:?}");
}

fn text_of(field: &str) -> String {
    let guards = field.starts_with('\'') && field.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t']);
    let text = if guards { &field[1..] } else { field };
    if text.trim().is_empty() { String::new() } else { text.to_owned() }
}

proptest! {
    /// Whatever stands in the fields comes back, quoted as needed. An apostrophe that guards what a
    /// spreadsheet would run as a formula is no part of the text.
    #[test]
    fn fields_come_back(
        fields in proptest::collection::vec(r#"[ぁ-んァ-ヶ一-龠a-z,;"'\n\t =+@-]{0,12}"#, 1..20),
    ) {
        let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let lines: String = fields.iter().map(|field| format!("名簿,紙,3,{}\n", quote(field))).collect();
        let register = read_csv(&format!("資産名,保管場所,資産価値,備考\n{lines}")).unwrap();
        let remarks: Vec<_> = register.assets.iter().map(|asset| asset.remarks.clone()).collect();
        let expected: Vec<_> = fields.iter().map(|field| text_of(field)).collect();
        prop_assert_eq!(remarks, expected);
    }
}
