//! Registers that rate in another scale: recognised, said, and converted only when asked to.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use method::{Rating, Ratings, Valuation};
use sheet::{ReadError, ReadOptions, Register, Scale, Severity};

fn csv(lines: &[&str]) -> String {
    let lines: Vec<_> =
        lines.iter().enumerate().map(|(number, ratings)| format!("資産{number},書類,{ratings}\n")).collect();
    format!("情報資産名称,媒体・保存先,機密性,完全性,可用性\n{}", lines.concat())
}

fn read(lines: &[&str], scale: Option<Scale>) -> Result<Register, ReadError> {
    read_bytes(csv(lines).as_bytes(), "a.csv", &ReadOptions { scale, ..options() })
}

fn ratings(register: &Register) -> Vec<[u8; 3]> {
    let values = register.assets.iter().map(|asset| match asset.valuation {
        Valuation::Ratings(Ratings { confidentiality, integrity, availability }) => {
            [confidentiality, integrity, availability].map(Rating::value)
        }
        Valuation::AssetValue(_) => panic!(),
    });
    values.collect()
}

/// Which scale a refused register looks like, and the whole sentence.
fn refused(lines: &[&str], scale: Option<Scale>) -> (Scale, String) {
    let error = read(lines, scale).unwrap_err();
    let message = error.to_string();
    match error {
        ReadError::OtherScale { scale, .. } | ReadError::PlainScale { scale, .. } => (scale, message),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_2019_edition_is_recognised_and_read_when_asked() {
    let lines = ["2,1,0", "1,1,1", "0,２,2"];
    let (scale, message) = refused(&lines, None);
    assert_eq!(scale, Scale::ZeroToTwo);
    for words in ["0・1・2（2019年版の書き方）", "--scale 0-2", "（例：2行目『可用性』（E2）の『0』）"]
    {
        assert!(message.contains(words), "{message}");
    }
    let register = read(&lines, Some(Scale::ZeroToTwo)).unwrap();
    assert_eq!((ratings(&register), register.problems.len()), (vec![[3, 2, 1], [2, 2, 2], [1, 3, 3]], 0));
    let register = read(&["2,1,0", "1,高,0"], Some(Scale::ZeroToTwo)).unwrap();
    assert!(only_problem(&register).message.contains("の値『高』は使えません。0〜2の数字で入力してください。"));
}

#[test]
fn words_are_recognised_and_read_when_asked() {
    for lines in [["高,中,低", "低,低,高"], ["大,中,小", "小,小,大"], ["H,M,L", "l,Ｌ,h"]] {
        let (scale, message) = refused(&lines, None);
        assert!(scale == Scale::Words && message.contains("--scale words"), "{message}");
        let register = read(&lines, Some(Scale::Words)).unwrap();
        assert_eq!((ratings(&register), register.problems.len()), (vec![[3, 2, 1], [1, 1, 3]], 0));
    }
    let register = read(&["高,中,低", "低,3,高"], Some(Scale::Words)).unwrap();
    assert!(only_problem(&register).message.contains("の値『3』は使えません。高・中・低"));
}

#[test]
fn a_stray_value_among_numbers_stays_an_error_of_its_cell() {
    let register = read(&["3,2,1", "高,2,1", "1,0,1"], None).unwrap();
    let errors = messages(&register, Severity::Error);
    assert_eq!(errors.len(), 2);
    assert!(
        errors[0].contains("3行目『機密性』（C3）の値『高』は使えません。1〜3の数字で入力してください。"),
        "{errors:?}"
    );
    assert!(errors[1].contains("4行目『完全性』（D4）の値『0』"), "{errors:?}");
    assert_eq!(ratings(&register), [[3, 2, 1]]);
}

#[test]
fn an_option_that_does_not_fit_is_refused() {
    for scale in [Scale::ZeroToTwo, Scale::Words] {
        let (_, message) = refused(&["3,2,1", "1,2,3"], Some(scale));
        assert!(message.contains("を付けずに") && message.contains(scale.option()), "{message}");
    }
}

#[test]
fn asset_values_have_scales_too() {
    let csv = "資産名,保管場所,資産価値\n名簿,紙,高\n案内,紙,低\n";
    assert!(matches!(read_csv(csv), Err(ReadError::OtherScale { scale: Scale::Words, .. })));
    let register =
        read_bytes(csv.as_bytes(), "a.csv", &ReadOptions { scale: Some(Scale::Words), ..options() }).unwrap();
    assert_eq!(register.assets[0].valuation, Valuation::AssetValue(Rating::HIGH));
}

#[test]
fn likelihood_keeps_its_own_scale() {
    let csv = "情報資産名称,媒体・保存先,機密性,完全性,可用性,被害発生可能性,重要度\n名簿,紙,2,0,1,3,2\n";
    let options = ReadOptions { scale: Some(Scale::ZeroToTwo), ..options() };
    let register = read_bytes(csv.as_bytes(), "a.csv", &options).unwrap();
    assert_eq!((register.assets[0].likelihood, register.problems.len()), (Rating::new(3), 0));
    let csv = "情報資産名称,媒体・保存先,機密性,完全性,可用性,被害発生可能性,重要度\n名簿,紙,高,低,低,中,高\n";
    let options = ReadOptions { scale: Some(Scale::Words), ..options };
    let register = read_bytes(csv.as_bytes(), "a.csv", &options).unwrap();
    assert_eq!((register.assets[0].likelihood, register.problems.len()), (Rating::new(2), 0));
}

#[test]
fn a_hundred_thousand_wrong_cells_end_in_one_sentence() {
    let zeros = csv(&vec!["0,2,1"; 60_000]);
    assert!(matches!(read_csv(&zeros), Err(ReadError::OtherScale { scale: Scale::ZeroToTwo, .. })));
    let nonsense = csv(&vec!["7,8,9"; 60_000]);
    let error = read_csv(&nonsense).unwrap_err();
    assert!(matches!(error, ReadError::TooManyProblems { .. }), "{error:?}");
    assert!(error.to_string().contains("最初の例：2行目『機密性』（C2）の値『7』"), "{error}");
}

#[test]
fn options_have_names() {
    assert_eq!((Scale::from_option("0-2"), Scale::from_option("words")), (Some(Scale::ZeroToTwo), Some(Scale::Words)));
    assert_eq!(Scale::from_option("1-3"), None);
    assert_eq!(Scale::Words.option(), "--scale words");
}
