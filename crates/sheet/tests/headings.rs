//! Headings of ratings: other words for the likelihood, and columns that only look like ratings.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use method::Rating;
use sheet::Severity;
use testkit::row;

#[test]
fn a_likelihood_is_read_by_its_other_names() {
    for heading in ["可能性", "現状から想定される被害発生可能性", "①可能性（1〜3）"] {
        let header = format!("情報資産名称,媒体・保存先,機密性,完全性,可用性,{heading}");
        let register = read_csv(&format!("{header}\n名簿,紙,3,2,1,2\n案内,紙,1,1,1,\n")).unwrap();
        assert_eq!(register.problems, [], "{heading}");
        let likelihoods: Vec<_> = register.assets.iter().map(|asset| asset.likelihood).collect();
        assert_eq!(likelihoods, [Rating::new(2), None], "{heading}");
        assert!(register.columns.likelihood && register.extra_columns.is_empty(), "{heading}");
    }
}

#[test]
fn a_column_that_only_looks_like_a_rating_is_told_with_sheet_and_column() {
    let header = row![
        "情報資産名称",
        "媒体・保存先",
        "機密性",
        "完全性",
        "可用性",
        "被害発生可能性",
        "可能性",
        "機密性の根拠",
        "対策"
    ];
    let register = read_rows(vec![header, row!["名簿", "紙", 3, 2, 1, 3, 1, "名前が並ぶ", "鍵"]]).unwrap();
    let notes = messages(&register, Severity::Note);
    assert_eq!((notes.len(), register.problems.len()), (2, 2), "{notes:?}");
    for (note, start) in notes.iter().zip(["シート「台帳」のG列『可能性』は", "シート「台帳」のH列『機密性の根拠』は"])
    {
        assert!(note.starts_with(start) && note.contains("評価に使いません。使う列なら、見出しを"), "{note}");
    }
    assert_eq!((register.problems[0].sheet.as_str(), register.problems[0].row), ("台帳", 0));
    assert_eq!(register.assets[0].likelihood, Rating::new(3), "the surer heading is the one that is read");
    assert_eq!(register.extra_columns, ["可能性", "機密性の根拠", "対策"]);
    assert_eq!(register.assets[0].extra, ["1", "名前が並ぶ", "鍵"]);
    let csv = read_csv("情報資産名称,媒体・保存先,資産価値,重要度の理由\n名簿,紙,3,社外秘\n").unwrap();
    assert!(only_problem(&csv).message.starts_with("CSV のD列『重要度の理由』は、評価に使いません。"), "{csv:?}");
}
