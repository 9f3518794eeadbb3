//! Registers in every form that companies keep them: headers, columns, remarks, sheets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use jiff::civil::date;
use method::{Medium, PersonalData, Rating, Ratings, Valuation};
use sheet::{ReadError, ReadOptions, Severity};
use testkit::{
    registers::{self, FIRST_ROW, Sheet, Texts, Value},
    row,
};

fn ratings(values: [u8; 3]) -> Valuation {
    let [confidentiality, integrity, availability] = values.map(|value| Rating::new(value).unwrap());
    Valuation::Ratings(Ratings { confidentiality, integrity, availability })
}

#[test]
fn the_shared_sample_has_36_assets() {
    let Some(path) = sample("register.xlsx") else { return };
    let register = sheet::read_register(&path, &ReadOptions::default()).unwrap();
    assert_eq!((register.assets.len(), register.problems.len(), register.threat_ratings.len()), (36, 0, 6));
    assert_eq!((register.sheet.as_str(), register.header_row), ("情報資産管理台帳", 5));
    let first = &register.assets[0];
    assert_eq!((first.name.as_str(), first.row, first.medium), ("社員名簿", 6, Medium::OfficePc));
    assert!(first.personal_data.personal && !first.personal_data.my_number);
    assert_eq!((first.valuation, first.registered_on), (ratings([3, 2, 2]), Some(date(2025, 4, 1))));
    assert_eq!(register.threat_ratings[4].title, "ランサムウェアによる利用不能");
    assert_eq!((register.threat_ratings[4].medium, register.threat_ratings[4].row), (Medium::InternalServer, 6));
}

#[test]
fn the_slides_csv_asks_for_nothing_with_the_catalogs_words() {
    let Some(path) = sample("seminar.csv") else { return };
    let register = sheet::read_register(&path, &options()).unwrap();
    assert_eq!(names(&register), ["社員名簿", "当社宛請求書", "顧客リスト"]);
    let likelihoods: Vec<_> = register.assets.iter().map(|asset| asset.likelihood.unwrap().value()).collect();
    assert_eq!(likelihoods, [3, 2, 2]);
    assert_eq!(register.assets[0].medium_as_written, "人事担当者のPC");
    assert!(register.problems.is_empty() && register.columns.likelihood);
}

#[test]
fn a_generated_register_is_read_whole_from_both_kinds_of_texts() {
    let mut read = Vec::new();
    for texts in [Texts::Shared, Texts::Inline] {
        let mut bytes = std::io::Cursor::new(Vec::new());
        registers::write_register(&mut bytes, 2_500, texts).unwrap();
        let told = std::cell::RefCell::new(Vec::new());
        let progress = |rows| told.borrow_mut().push(rows);
        let options = ReadOptions { progress: Some(&progress), ..options() };
        let register = read_bytes(bytes.get_ref(), "register.xlsx", &options).unwrap();
        assert_eq!((register.assets.len(), register.rows_read, register.problems.len()), (2_500, 2_500, 0));
        assert_eq!(told.into_inner(), [1_000, 2_000]);
        assert_eq!(register.assets[2_499].row, FIRST_ROW + 2_499);
        read.push(register.assets);
    }
    assert_eq!(read[0], read[1]);
}

#[test]
fn two_line_headers_with_and_without_merged_cells() {
    let plain = Sheet::new("台帳", guideline(vec![line("社員名簿")]));
    let mut merged = plain.clone();
    merged.merged = vec![(3, 7, 3, 9), (3, 10, 3, 12)];
    merged.merged.extend((0..7).chain(13..16).map(|column| (3, column, 4, column)));
    for sheet in [plain, merged] {
        let register = read_sheets(&[sheet]).unwrap();
        assert_eq!(register.header_row, 5);
        assert_eq!(register.problems, []);
        let asset = &register.assets[0];
        assert_eq!((asset.valuation, asset.personal_data.personal), (ratings([3, 2, 1]), true));
        assert_eq!((asset.retention.as_str(), register.extra_columns.len()), ("5年", 0));
    }
}

#[test]
fn a_group_line_over_a_whole_header_is_no_header_of_its_own() {
    let register = read_rows(vec![
        row!["", "", "個人情報の種類", "", "評価値"],
        row!["資産名称", "保管場所", "個人情報", "マイナンバー", "機密性", "完全性", "可用性"],
        row!["顧客リスト", "クラウド", "○", "×", 1, 2, 3],
    ])
    .unwrap();
    assert_eq!((register.header_row, names(&register)), (2, vec!["顧客リスト"]));
    assert_eq!(register.assets[0].personal_data, PersonalData { personal: true, ..PersonalData::default() });
}

#[test]
fn a_title_right_above_the_header_is_no_part_of_it() {
    let register = read_rows(vec![
        row!["情報資産台帳", "", "", "", "", "", "2025年度版"],
        row!["資産名称", "保管場所", "機密性", "完全性", "可用性"],
        row!["顧客リスト", "クラウド", 1, 2, 3],
    ])
    .unwrap();
    assert_eq!((register.header_row, register.extra_columns.len(), register.problems.len()), (2, 0, 0));
}

#[test]
fn columns_in_any_order_and_by_other_names() {
    let register = read_rows(vec![
        row!["２０２５年度 台帳"],
        row![],
        row![
            "可用性※",
            "①情報資産名",
            "完全性（改ざん）",
            "保 管\n場 所",
            "機密性(C)",
            "管理責任者",
            "利用部門",
            "更新日",
            "保管期間",
            "備考（任意）",
        ],
        row![1, "顧客リスト", 2, "営業のパソコン", 3, "営業部長", "営業部", "R7.4.1", "5年", "メモ"],
    ])
    .unwrap();
    assert_eq!(register.problems, []);
    let asset = &register.assets[0];
    assert_eq!(asset.valuation, ratings([3, 2, 1]));
    assert_eq!((asset.medium, asset.medium_as_written.as_str()), (Medium::OfficePc, "営業のパソコン"));
    assert_eq!((asset.department.as_str(), asset.users.as_str()), ("営業部長", "営業部"));
    assert_eq!((asset.registered_on, asset.retention.as_str()), (Some(date(2025, 4, 1)), "5年"));
    assert_eq!((asset.remarks.as_str(), asset.risk_owner.as_str()), ("メモ", ""));
}

#[test]
fn the_simple_form_with_an_asset_value_and_own_columns() {
    let register = read_csv(
        "No.,資産名,分類,所有者,管理者,保管場所,資産価値,対策状況,金額\n\
         1,顧客リスト,営業,営業部長,営業部,クラウド,3,一部,1000\n\
         2,会社案内,総務,総務部長,総務部,紙,1,,007\n",
    )
    .unwrap();
    assert_eq!(register.problems, []);
    assert_eq!(register.extra_columns, ["No.", "対策状況", "金額"]);
    assert!(register.numbered && register.columns.asset_value && !register.columns.likelihood);
    let asset = &register.assets[0];
    assert_eq!(asset.valuation, Valuation::AssetValue(Rating::HIGH));
    assert_eq!(
        (asset.business.as_str(), asset.risk_owner.as_str(), asset.department.as_str()),
        ("営業", "営業部長", "営業部")
    );
    assert_eq!(asset.extra, ["1", "一部", "1000"]);
    assert_eq!(register.assets[1].extra, ["2", "", "007"]);
}

#[test]
fn importance_alone_is_taken_as_the_asset_value_and_said_so() {
    let register = read_csv("資産名,保管場所,重要度\n顧客リスト,紙,3\n会社案内,紙,1\n").unwrap();
    assert_eq!(register.assets[1].valuation, Valuation::AssetValue(Rating::LOW));
    assert!(only_problem(&register).message.contains("『重要度』を資産価値として"));
}

#[test]
fn lines_without_ratings_use_the_asset_value_beside_them() {
    let register = read_csv(
        "情報資産名称,媒体・保存先,機密性,完全性,可用性,資産価値\n\
         名簿,紙,3,2,1,\n案内,紙,,,,2\n図面,紙,1,1,1,3\n目録,紙,1,,,2\n",
    )
    .unwrap();
    assert_eq!(names(&register), ["名簿", "案内", "図面"]);
    assert_eq!(register.assets[1].valuation, Valuation::AssetValue(Rating::MEDIUM));
    assert_eq!(register.assets[2].valuation, ratings([1, 1, 1]));
    let notes = messages(&register, Severity::Note);
    assert!(notes.len() == 1 && notes[0].contains("4行目『資産価値』（F4）は3と書かれていますが"), "{notes:?}");
    assert_eq!(messages(&register, Severity::Error).len(), 2);
}

#[test]
fn the_surer_of_two_headings_wins_and_the_other_is_kept() {
    let register = read_csv(
        "情報資産名称,保管場所,媒体・保存先,機密性,完全性,可用性,登録日,更新日,備考,備考\n\
         名簿,3階の棚,書類,3,2,1,2025/4/1,来月,a,b\n",
    )
    .unwrap();
    assert_eq!(register.extra_columns, ["保管場所", "更新日", "備考"]);
    assert_eq!(register.assets[0].extra, ["3階の棚", "来月", "b"]);
    assert_eq!((register.assets[0].medium, register.assets[0].remarks.as_str()), (Medium::Paper, "a"));
}

#[test]
fn merged_cells_count_for_each_of_their_lines() {
    let mut sheet =
        Sheet::new("台帳", guideline(vec![line("社員名簿"), line("給与データ"), line("雇用契約書"), line("出勤簿")]));
    for row in 6..8 {
        sheet.rows[row][0] = Value::Blank;
        sheet.rows[row][6] = Value::Blank;
    }
    let unmerged = read_sheets(&[sheet.clone()]).unwrap();
    assert_eq!((unmerged.assets.len(), messages(&unmerged, Severity::Error).len()), (2, 2));
    sheet.merged = vec![(5, 0, 7, 0), (5, 6, 7, 6)];
    let register = read_sheets(&[sheet]).unwrap();
    assert_eq!(register.problems, []);
    let businesses: Vec<_> = register.assets.iter().map(|asset| asset.business.as_str()).collect();
    assert_eq!(businesses, ["人事"; 4]);
    assert!(register.assets.iter().all(|asset| asset.medium == Medium::Paper));
}

#[test]
fn a_column_without_a_heading_is_kept() {
    let register = read_csv("資産名,保管場所,資産価値\n名簿,紙,3\n案内,紙,1,,覚え書き\n").unwrap();
    assert_eq!(register.extra_columns, ["見出しなし（E列）"]);
    assert_eq!(
        (&register.assets[0].extra, &register.assets[1].extra),
        (&vec![String::new()], &vec!["覚え書き".to_owned()])
    );
    assert!(only_problem(&register).message.contains("E列には見出しがない"));
}

#[test]
fn example_sheets_and_hidden_sheets_are_not_the_register() {
    let real = Sheet::new("情報資産管理台帳", guideline(vec![line("本物")]));
    for name in ["台帳記入例", "台帳（例）", "見本", "サンプル", "記載例 (2)"] {
        let example = Sheet::new(name, guideline(vec![line("例")]));
        let guide = Sheet::new("利用方法", vec![row!["この表の使い方"]]);
        let register = read_sheets(&[guide, example.clone(), real.clone()]).unwrap();
        assert_eq!((names(&register), register.problems.len()), (vec!["本物"], 0), "{name}");
        let error = read_sheets(&[example]).unwrap_err().to_string();
        assert!(error.contains("記入例とみなしたシート") && error.contains(name), "{error}");
    }
    let hidden = Sheet { hidden: true, ..Sheet::new("台帳", guideline(vec![line("隠れた台帳")])) };
    assert_eq!(names(&read_sheets(&[real, hidden]).unwrap()), ["本物"]);
}

#[test]
fn among_several_registers_the_one_called_so_is_read_and_told() {
    let sheet = |name: &str| Sheet::new(name, guideline(vec![line(name)]));
    let sheets = [sheet("2023年度"), sheet("情報資産台帳"), sheet("2024年度")];
    let register = read_sheets(&sheets).unwrap();
    assert_eq!(names(&register), ["情報資産台帳"]);
    let note = &only_problem(&register).message;
    assert!(note.contains("シート「情報資産台帳」を読みました。「2023年度」「2024年度」を読むときは"), "{note}");
    let bytes = registers::workbook(&sheets).unwrap();
    let wanted = |name: &str| {
        let options = ReadOptions { sheet: Some(name.into()), ..options() };
        read_bytes(&bytes, "register.xlsx", &options)
    };
    assert_eq!(names(&wanted("2024年度").unwrap()), ["2024年度"]);
    assert_eq!(names(&wanted("２０２４年度").unwrap()), ["2024年度"]);
    let missing = wanted("2022年度").unwrap_err().to_string();
    assert!(missing.contains("2023年度、情報資産台帳、2024年度"), "{missing}");
}

#[test]
fn without_a_register_the_message_says_what_was_looked_for_and_found() {
    let devices = vec![row!["管理番号", "機器名", "設置場所"], row![1, "プリンター", "2階"]];
    let error = read_sheets(&[Sheet::new("機器一覧", devices)]).unwrap_err();
    let ReadError::NoRegister(message) = &error else { panic!("{error:?}") };
    for words in [
        "情報資産名称、媒体・保存先、機密性・完全性・可用性",
        "調べたシート：機器一覧",
        "見つかった言葉：管理番号、機器名、設置場所",
    ] {
        assert!(message.contains(words), "{message}");
    }
    let error = read_csv("情報資産名称,業務分類,媒体・保存先,機密性,完全性\n名簿,人事,紙,3,2\n").unwrap_err();
    let message = error.to_string();
    assert!(message.contains("CSV の1行目の見出しに『可用性』の列がない"), "{message}");
    assert!(message.contains("情報資産名称、業務分類、媒体・保存先、機密性、完全性"), "{message}");
}

#[test]
fn a_wide_plan_on_another_sheet_does_not_matter() {
    let plan = Sheet::new("予定表", vec![vec![Value::from("日"); 366]]);
    let register = read_sheets(&[plan.clone(), Sheet::new("台帳", guideline(vec![line("社員名簿")]))]).unwrap();
    assert_eq!(names(&register), ["社員名簿"]);
    let error = read_sheets(&[plan]).unwrap_err();
    assert!(matches!(error, ReadError::TooWide { .. }), "{error:?}");
}

#[test]
fn the_header_must_stand_within_the_first_hundred_lines() {
    let mut rows = vec![row!["説明", "文"]; 60];
    rows.extend(guideline(vec![line("社員名簿")]));
    assert_eq!(read_rows(rows).unwrap().header_row, 65);
    let mut rows = vec![row!["説明", "文"]; 120];
    rows.extend(guideline(vec![line("社員名簿")]));
    assert!(matches!(read_rows(rows), Err(ReadError::NoRegister(_))));
}
