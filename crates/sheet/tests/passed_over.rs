//! Lines of a register that are no assets: blank and prepared ones, totals, remarks, heads that are repeated.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use sheet::Severity;
use testkit::{
    registers::{self, HEADINGS, Value},
    row,
};

#[test]
fn blank_lines_prepared_lines_and_remarks_are_no_assets() {
    let prepared = |number: i32| {
        let mut line = vec![Value::Blank; 16];
        line[7] = "無".into();
        line[13] = Value::Formula("=MAX(K9:M9)".into(), "0".into());
        line[0] = Value::Blank;
        line.push(number.into());
        line
    };
    let mut header = registers::guideline_header();
    header[3].push("No.".into());
    let mut rows = header;
    rows.extend([line("社員名簿"), vec![], prepared(2), line("給与データ"), prepared(4), vec![]]);
    rows.push(row!["（注）評価値は3・2・1で記入すること。"]);
    rows.push(row!["※ 年1回見直す"]);
    rows.push(row!["以上"]);
    rows.push(row!["", "※ 名称は通称でよい"]);
    let register = read_rows(rows).unwrap();
    assert_eq!((names(&register), register.problems.len()), (vec!["社員名簿", "給与データ"], 0));
}

#[test]
fn a_lone_cell_is_no_asset_but_is_told() {
    let mut rows = guideline(vec![line("社員名簿")]);
    rows.push(row!["", "新しいリスト"]);
    rows.push(row!["", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "欄外のメモ"]);
    rows.push(row!["【営業】"]);
    let register = read_rows(rows).unwrap();
    assert_eq!(names(&register), ["社員名簿"]);
    let notes = messages(&register, Severity::Note);
    assert!(notes[0].contains("7行目は名称の『新しいリスト』だけ"), "{notes:?}");
    assert!(
        notes[1].contains("8行目は『欄外のメモ』だけ") && notes[2].contains("9行目は『【営業】』だけ"),
        "{notes:?}"
    );
}

#[test]
fn a_line_that_forgot_cells_is_not_lost() {
    let register = read_rows(guideline(vec![line("社員名簿"), row!["営業", "顧客リスト"]])).unwrap();
    let errors = messages(&register, Severity::Error);
    assert_eq!(errors.len(), 4);
    assert!(errors[0].contains("シート「台帳」の7行目『媒体・保存先』（G7）が空欄です"), "{errors:?}");
    assert!(errors[1].contains("7行目『機密性』（K7）が空欄です。1〜3の数字を入力してください。"), "{errors:?}");
    assert_eq!((names(&register), register.rows_skipped), (vec!["社員名簿"], 1));
}

#[test]
fn the_header_repeated_inside_the_table_is_passed_over() {
    let header: Vec<Value> = HEADINGS.map(Value::from).into();
    let register = read_rows(vec![header.clone(), line("社員名簿"), header, line("給与データ")]).unwrap();
    assert_eq!(names(&register), ["社員名簿", "給与データ"]);
    assert!(only_problem(&register).message.contains("3行目は見出しの繰り返し"));
}

#[test]
fn a_line_of_totals_is_no_asset_but_is_told() {
    let sum = |number: &str| Value::Formula("=SUM(K5:K6)".into(), number.into());
    for place in [0, 1, 2] {
        let mut total = vec![Value::Blank; 16];
        total[place] = "合 計".into();
        (total[10], total[13]) = (sum("6"), 6.into());
        let register = read_rows(guideline(vec![line("社員名簿"), line("給与データ"), total])).unwrap();
        assert_eq!((names(&register), register.rows_skipped), (vec!["社員名簿", "給与データ"], 0));
        assert!(only_problem(&register).message.contains("は合計の行とみなして読み飛ばしました。"), "{register:?}");
    }
    let named = line("合計");
    let register = read_rows(guideline(vec![line("社員名簿"), named])).unwrap();
    assert_eq!(names(&register), ["社員名簿", "合計"], "what is kept somewhere is an asset, whatever its name");
}

#[test]
fn lines_of_totals_with_counts_and_averages_are_no_assets() {
    let sum = |first: &str, second: Value| vec![Value::from(first), second];
    let mut below = vec![Value::Blank; 16];
    below[6] = "合計".into();
    (below[10], below[11], below[12]) = (5.into(), 4.into(), 3.into());
    for total in [
        sum("総計", "4件".into()),
        sum("小計", "2件".into()),
        sum("合計（4件）", "".into()),
        sum("", "合計（４件）".into()),
        row!["平均", "", "", "", "", "", "", "", "", "", 2.5, 2, 1],
        row!["平均", 2.5, 2],
        row!["Total", 5, 4],
        row!["Total", "", "", "", "", "", "", "", "", "", 5, 4, 3],
        below,
    ] {
        let shown = format!("{total:?}");
        let register = read_rows(guideline(vec![line("社員名簿"), total, line("給与データ")])).unwrap();
        assert_eq!(names(&register), ["社員名簿", "給与データ"], "{shown}");
        assert!(only_problem(&register).message.contains("は合計の行とみなして"), "{shown} {register:?}");
    }
    for name in ["合計（4件）", "Total", "平均", "合計残高試算表"] {
        let register = read_rows(guideline(vec![line("社員名簿"), line(name)])).unwrap();
        assert_eq!(names(&register), ["社員名簿", name], "what is kept somewhere is an asset");
    }
    let unkept = row!["経理", "合計残高試算表", "", "", "", "", "合計"];
    let register = read_rows(guideline(vec![line("社員名簿"), unkept])).unwrap();
    assert_eq!(register.rows_skipped, 1, "what has a name of its own is no total");
}

#[test]
fn remarks_of_two_cells_below_the_table_are_no_assets_but_are_told() {
    let foot = [
        row!["凡例"],
        row!["機密性", "3：法律で守る"],
        row!["完全性：", "2：困る"],
        row!["承認", "", "", "", "", "", "印"],
        row!["作成日", "2025/4/1"],
    ];
    let mut rows = guideline(vec![line("社員名簿"), vec![]]);
    rows.extend(foot);
    let register = read_rows(rows).unwrap();
    assert_eq!((names(&register), messages(&register, Severity::Error)), (vec!["社員名簿"], vec![]));
    let notes = messages(&register, Severity::Note);
    assert_eq!(notes.len(), 5, "{notes:?}");
    assert!(notes[1].contains("9行目は『機密性』で始まり、媒体・保存先も評価値もないため"), "{notes:?}");
}

#[test]
fn a_line_that_forgot_cells_is_no_remark_below_the_table() {
    let forgot = row!["営業", "顧客リスト"];
    let kept = row!["備考", "覚え書き", "", "", "", "", "書類"];
    let rated = row!["備考", "覚え書き", "", "", "", "", "", "", "", "", 3, 2, 1];
    for lines in [
        vec![line("社員名簿"), vec![], forgot],
        vec![line("社員名簿"), vec![], kept],
        vec![line("社員名簿"), vec![], rated],
        vec![line("社員名簿"), row!["作成日", "2025/4/1"]],
        vec![vec![], line("社員名簿"), row!["備考", "覚え書き"]],
    ] {
        let shown = format!("{lines:?}");
        let register = read_rows(guideline(lines)).unwrap();
        assert_eq!((names(&register), register.rows_skipped), (vec!["社員名簿"], 1), "{shown}");
    }
}
