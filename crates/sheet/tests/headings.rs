//! Headings of ratings: other words for the likelihood, and columns that only look like ratings.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use method::{Rating, Ratings, Valuation};
use sheet::{ReadError, Severity};
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

#[test]
fn three_columns_of_one_value_are_the_three_ratings() {
    let rating = |value| Rating::new(value).unwrap();
    let expected = Ratings { confidentiality: rating(1), integrity: rating(3), availability: rating(2) };
    for three in [
        "資産価値(C),資産価値(I),資産価値(A)",
        "①資産価値【Ｃ】,②資産価値【Ｉ】,③資産価値【Ａ】",
        "資産価値（機密性）,資産価値（完全性）,資産価値（可用性）",
        "評価値（機密性）,評価値（完全性）,評価値（可用性）",
        "重要度：機密性,重要度：完全性,重要度：可用性",
        "資産価値（機密性：1〜3）,資産価値（完全性：1〜3）,資産価値（可用性：1〜3）",
        "機密性C,完全性I,可用性A",
        "機密性(C),完全性(I),可用性(A)",
        "Ｃ：機密性,Ｉ：完全性,Ａ：可用性",
    ] {
        let register = read_csv(&format!("資産名,保管場所,{three}\n名簿,紙,1,3,2\n")).unwrap();
        assert_eq!(register.problems, [], "{three}");
        assert_eq!(register.assets[0].valuation, Valuation::Ratings(expected), "{three}");
        assert!(register.extra_columns.is_empty(), "{three}");
    }
}

#[test]
fn a_lone_value_with_a_letter_or_a_remark_stays_the_asset_value() {
    for heading in ["資産価値(A)", "資産価値（機密性・完全性・可用性の最大）", "評価値(1〜3)"]
    {
        let register = read_csv(&format!("資産名,保管場所,{heading},脅威(B)\n名簿,紙,3,2\n")).unwrap();
        assert_eq!(register.assets[0].valuation, Valuation::AssetValue(Rating::HIGH), "{heading}");
        assert_eq!(register.problems, [], "{heading}");
    }
}

#[test]
fn several_columns_that_could_be_the_asset_value_are_asked_about() {
    for (headings, column) in [
        ("資産価値(C),資産価値(I)", "資産価値"),
        ("資産価値（現在）,資産価値（対策後）", "資産価値"),
        ("資産価値,評価値", "資産価値"),
        ("重要度,重要度", "重要度"),
    ] {
        let error = read_csv(&format!("資産名,保管場所,{headings}\n名簿,紙,1,3\n")).unwrap_err();
        assert!(matches!(error, ReadError::AmbiguousColumns { row: 1, count: 2, .. }), "{error:?}");
        let (message, found) = (error.to_string(), headings.replace(',', "、"));
        assert!(message.contains(&format!("『{column}』を表す列が2つあり（{found}）")), "{message}");
    }
    let error = read_csv("資産名,保管場所,資産価値（機密性）\n名簿,紙,1\n").unwrap_err().to_string();
    assert!(error.contains("『完全性』『可用性』の列がない"), "{error}");
}
