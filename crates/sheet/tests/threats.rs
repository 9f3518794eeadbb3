//! The sheet 脅威の状況.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use method::Medium;
use sheet::{Register, Severity};
use testkit::{
    registers::{Sheet, Value},
    row,
};

fn read(rows: Vec<Vec<Value>>) -> Register {
    let register = vec![row!["情報資産名称", "媒体・保存先", "資産価値"], row!["名簿", "書類", 3]];
    read_sheets(&[Sheet::new("台帳", register), Sheet::new("脅威の状況", rows)]).unwrap()
}

#[test]
fn ratings_with_and_without_words() {
    let register = read(vec![
        row!["脅威の状況"],
        row![],
        row!["媒体", "脅威", "対策を講じない場合の脅威の発生頻度"],
        row!["書類", "盗難", 3],
        row!["", "紛失", "２：特定の状態で起きる"],
        row!["PC", "ランサムウェア", "3 いつ起きてもおかしくない"],
        row![],
        row!["クラウド", "", "1.通常は起きない"],
        row!["※ 年1回見直す"],
    ]);
    assert_eq!(register.problems, []);
    let read: Vec<_> = register
        .threat_ratings
        .iter()
        .map(|rating| (rating.row, rating.medium, rating.title.as_str(), rating.rating.value()))
        .collect();
    assert_eq!(
        read,
        [
            (4, Medium::Paper, "盗難", 3),
            (5, Medium::Paper, "紛失", 2),
            (6, Medium::OfficePc, "ランサムウェア", 3),
            (8, Medium::ExternalServer, "", 1),
        ]
    );
}

#[test]
fn problems_are_told_as_in_the_register() {
    let register = read(vec![
        row!["媒体・保存先", "想定される脅威", "起こりやすさ"],
        row!["", "盗難", 3],
        row!["倉庫", "盗難", 3],
        row!["書類", "紛失", "多い"],
        row!["書類", "火災", 4],
        row!["書類", "水害", ""],
    ]);
    let errors = messages(&register, Severity::Error);
    assert_eq!(errors.len(), 4, "{errors:#?}");
    assert!(errors[0].starts_with("シート「脅威の状況」の2行目『媒体・保存先』（A2）が空欄です"), "{errors:?}");
    assert!(errors[1].contains("3行目『媒体・保存先』（A3）の値『倉庫』はどの媒体か分かりません"), "{errors:?}");
    assert!(errors[2].contains("4行目『起こりやすさ』（C4）の値『多い』は使えません。1〜3の数字で"), "{errors:?}");
    assert!(errors[3].contains("（C5）の値『4』"), "{errors:?}");
    assert!(messages(&register, Severity::Note)[0].contains("6行目は起こりやすさが空欄のため"));
    assert!(register.threat_ratings.is_empty() && register.assets.len() == 1);
}

#[test]
fn one_rating_for_each_medium() {
    for (medium, rating) in [("媒体・保存先", "脅威の状況"), ("媒体", "起こりやすさ"), ("媒体・保存先", "起こりやすさ")]
    {
        let register = read(vec![row![medium, rating], row!["書類", 3], row!["PC", "1：通常は起きない"]]);
        assert_eq!(register.problems, []);
        let read = register.threat_ratings.iter().map(|rating| (rating.medium, rating.title.as_str(), rating.rating));
        let read: Vec<_> = read.map(|(medium, title, rating)| (medium, title, rating.value())).collect();
        assert_eq!(read, [(Medium::Paper, "", 3), (Medium::OfficePc, "", 1)], "{medium} {rating}");
    }
    let register = read(vec![row!["媒体", "起こりやすさ"], row!["書類", ""], row!["", 3]]);
    assert!(messages(&register, Severity::Note)[0].contains("2行目は起こりやすさが空欄のため"), "{register:?}");
    assert!(messages(&register, Severity::Error)[0].contains("3行目『媒体』（A3）が空欄です"), "{register:?}");
}

#[test]
fn a_sheet_that_cannot_be_read_is_told_where_its_name_says_what_it_is() {
    let unreadable = vec![row!["媒体", "値"], row!["書類", 1]];
    let register = read(unreadable.clone());
    let note = only_problem(&register);
    assert!(note.message.starts_with("シート「脅威の状況」は、見出し"), "{note:?}");
    assert_eq!((note.severity, note.sheet.as_str()), (Severity::Note, "脅威の状況"));
    let rows = vec![row!["情報資産名称", "媒体・保存先", "資産価値"], row!["名簿", "書類", 3]];
    let two = vec![row!["媒体", "起こりやすさ"], row!["書類", 1]];
    let others = [Sheet::new("台帳", rows), Sheet::new("単価", unreadable), Sheet::new("故障", two)];
    let register = read_sheets(&others).unwrap();
    assert!(register.problems.is_empty() && register.threat_ratings.is_empty(), "{register:?}");
}

#[test]
fn a_mark_for_the_line_above_is_no_medium() {
    let register = read(vec![row!["媒体", "脅威", "起こりやすさ"], row!["書類", "盗難", 3], row!["〃", "紛失", 2]]);
    let expected = "シート「脅威の状況」の3行目『媒体』（A3）の値『〃』は上の行と同じという意味の記号なので、読めません。上の行の値をそのまま書いてください。";
    assert_eq!(messages(&register, Severity::Error), [expected]);
}
