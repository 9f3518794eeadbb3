//! Cells in every form: ratings, flags, days, formulas; and the sentences about those that cannot be used.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::*;
use jiff::civil::date;
use method::{Asset, PersonalData, Rating, Ratings, Valuation};
use sheet::{Severity, read_register};
use testkit::{
    hostile,
    registers::{Sheet, Value},
    row,
};

const HEADER: [&str; 16] = testkit::registers::HEADINGS;

/// A register of one line: the guideline's columns in one header line, some values replaced.
fn with(values: &[(&str, Value)]) -> sheet::Register {
    let mut header: Vec<Value> = HEADER.map(Value::from).into();
    let mut line = row!["人事", "社員名簿", "", "", "", "", "書類", "", "", "", 3, 2, 1, "", "", ""];
    for (heading, value) in values {
        match HEADER.iter().position(|known| known == heading) {
            Some(column) => line[column] = value.clone(),
            None => {
                header.push((*heading).into());
                line.push(value.clone());
            }
        }
    }
    read_rows(vec![header, line]).unwrap()
}

fn asset(values: &[(&str, Value)]) -> Asset {
    let register = with(values);
    assert_eq!(register.problems, [], "{values:?}");
    register.assets[0].clone()
}

/// The sentence about the one cell that cannot be used.
fn error(heading: &str, value: Value) -> String {
    let register = with(&[(heading, value)]);
    let problem = only_problem(&register);
    assert_eq!((problem.severity, problem.column.as_str()), (Severity::Error, heading));
    assert!(register.assets.is_empty() && register.has_errors() && register.rows_skipped == 1);
    problem.message.clone()
}

#[test]
fn ratings_in_every_form_of_the_same_number() {
    for three in [Value::from(3), "3".into(), "３".into(), " 3 ".into(), "3.0".into(), "03".into()] {
        let Valuation::Ratings(Ratings { confidentiality, .. }) = asset(&[("機密性", three)]).valuation else {
            panic!()
        };
        assert_eq!(confidentiality, Rating::HIGH);
    }
}

#[test]
fn ratings_that_are_none_are_told_with_sheet_line_column_and_value() {
    let message = error("機密性", "高".into());
    assert_eq!(message, "シート「台帳」の2行目『機密性』（K2）の値『高』は使えません。1〜3の数字で入力してください。");
    for value in
        [Value::from(0), 2.5.into(), 4.into(), (-1).into(), "3点".into(), "三".into(), "?".into(), "1/2".into()]
    {
        assert!(error("完全性", value.clone()).contains("使えません"), "{value:?}");
    }
    let register = with(&[("可用性", Value::Blank)]);
    let problem = only_problem(&register);
    assert_eq!((problem.cell.as_str(), problem.row, problem.value.as_str()), ("M2", 2, ""));
    assert_eq!((problem.sheet.as_str(), problem.expected.as_str()), ("台帳", "1〜3の数字"));
    assert_eq!(problem.message, "シート「台帳」の2行目『可用性』（M2）が空欄です。1〜3の数字を入力してください。");
}

#[test]
fn every_problem_of_a_line_is_told_at_once() {
    let register = with(&[
        ("情報資産名称", Value::Blank),
        ("媒体・保存先", "ノートPC".into()),
        ("要配慮個人情報", "たぶん".into()),
        ("可用性", "９".into()),
        ("登録日", "先月".into()),
    ]);
    let columns: Vec<_> = register.problems.iter().map(|problem| problem.column.as_str()).collect();
    assert_eq!(columns, ["情報資産名称", "媒体・保存先", "要配慮個人情報", "可用性", "登録日"]);
    assert_eq!(register.rows_skipped, 1);
}

#[test]
fn csv_is_told_without_a_sheet() {
    let register = read_csv("情報資産名称,媒体・保存先,機密性,完全性,可用性\n\n名簿,紙,1,2,8\n").unwrap();
    assert_eq!(
        only_problem(&register).message,
        "3行目『可用性』（E3）の値『8』は使えません。1〜3の数字で入力してください。"
    );
    assert_eq!(only_problem(&register).sheet, "");
}

#[test]
fn flags_in_every_form() {
    for yes in ["有", "○", "〇", "◯", "はい", "あり", "有り", "1", "１"] {
        assert!(asset(&[("要配慮個人情報", yes.into())]).personal_data.sensitive, "{yes}");
    }
    for no in ["無", "×", "いいえ", "なし", "無し", "0", "", "　"] {
        assert!(!asset(&[("要配慮個人情報", no.into())]).personal_data.sensitive, "{no}");
    }
    assert!(asset(&[("特定個人情報", 1.into())]).personal_data.my_number);
    assert!(!asset(&[("特定個人情報", 0.into())]).personal_data.my_number);
    assert!(error("個人情報", "少し".into()).contains("の値『少し』は使えません。有か空欄"));
    assert!(error("個人情報", 2.into()).contains("使えません"));
    assert!(asset(&[("存続への影響", "有".into())]).survival);
}

#[test]
fn kinds_of_personal_data_in_one_column() {
    let read = |heading: &str, value: &str| {
        let csv = format!("資産名,保管場所,資産価値,{heading}\n名簿,紙,1,{value}\n");
        let register = read_csv(&csv).unwrap();
        register.assets.first().map(|asset| asset.personal_data).ok_or_else(|| only_problem(&register).message.clone())
    };
    let kinds = |personal, sensitive, my_number| Ok(PersonalData { personal, sensitive, my_number });
    for heading in ["個人情報の種類", "個人情報"] {
        assert_eq!(read(heading, "個人情報"), kinds(true, false, false), "{heading}");
        assert_eq!(read(heading, "要配慮"), kinds(false, true, false));
        assert_eq!(read(heading, "要配慮個人情報、マイナンバー"), kinds(false, true, true));
        assert_eq!(read(heading, "個人情報・特定個人情報（マイナンバー）"), kinds(true, false, true));
        assert_eq!(read(heading, "有"), kinds(true, false, false));
        assert_eq!(read(heading, "無"), kinds(false, false, false));
        assert_eq!(read(heading, ""), kinds(false, false, false));
        assert!(read(heading, "社外秘").unwrap_err().contains("の値『社外秘』は使えません"));
    }
}

#[test]
fn days_in_every_form() {
    let day = Some(date(2025, 4, 1));
    for value in [
        Value::Day(2025, 4, 1),
        Value::from(45_748),
        45_748.5.into(),
        "2025/4/1".into(),
        "2025-04-01".into(),
        "令和7年4月1日".into(),
        "R7.4.1".into(),
        "２０２５年４月１日".into(),
    ] {
        assert_eq!(asset(&[("登録日", value.clone())]).registered_on, day, "{value:?}");
    }
    assert_eq!(asset(&[("登録日", Value::Day(1905, 7, 17))]).registered_on, Some(date(1905, 7, 17)));
    assert!(error("登録日", "令和元年4月30日".into()).contains("この日は平成31年4月30日です"));
    assert!(error("登録日", "2025/2/30".into()).contains("暦にない日"));
    for value in [Value::from(2025), 20_250_401.into(), (-1).into(), "未定".into()] {
        assert!(error("登録日", value.clone()).contains("日付として読めません"), "{value:?}");
    }
}

#[test]
fn texts_are_kept_as_they_are_written() {
    let texts = [
        "=SUM(A1)",
        "+81-3",
        "@部長",
        "'引用",
        " 前後の空白 ",
        "改行\nあり",
        "𠮷野家の髙橋",
        "007",
        "_x0041_",
        "<b>&amp;",
    ];
    for text in texts {
        assert_eq!(asset(&[("備考", text.into())]).remarks, text);
    }
    assert_eq!(asset(&[("保存期限", 5.into())]).retention, "5");
    assert_eq!(asset(&[("保存期限", 0.1.into())]).retention, "0.1");
    assert_eq!(asset(&[("保存期限", (0.1 + 0.2).into())]).retention, "0.3");
    assert_eq!(asset(&[("保存期限", 1e15.into())]).retention, "1000000000000000");
    assert_eq!(asset(&[("保存期限", Value::Day(2030, 3, 31))]).retention, "2030/3/31");
    assert_eq!(asset(&[("独自", Value::Day(2030, 3, 31))]).extra, ["2030/3/31"]);
}

#[test]
fn the_registers_own_importance_is_compared_and_never_believed() {
    let register = with(&[("重要度", 2.into())]);
    let note = only_problem(&register);
    assert_eq!((note.severity, register.assets.len()), (Severity::Note, 1));
    assert_eq!(
        note.message,
        "シート「台帳」の2行目『重要度』（N2）は2と書かれていますが、機密性が3で最も高いため3として扱います。"
    );
    let register = with(&[("重要度", 2.into()), ("個人情報", "有".into())]);
    assert!(only_problem(&register).message.contains("2と書かれていますが、個人情報を含むため3として"));
    assert_eq!(with(&[("重要度", 3.into())]).problems, []);
    assert_eq!(with(&[("重要度", Value::Formula("=1".into(), "1".into()))]).problems, []);
    assert_eq!(with(&[("重要度", Value::Formula("=1".into(), "0".into()))]).problems, []);
}

#[test]
fn likelihood_and_risk_level() {
    assert_eq!(asset(&[("被害発生可能性", 2.into())]).likelihood, Rating::new(2));
    assert_eq!(asset(&[("被害発生可能性", "２：年に数回".into())]).likelihood, Rating::new(2));
    assert_eq!(asset(&[("被害発生可能性", Value::Blank)]).likelihood, None);
    assert!(error("被害発生可能性", 4.into()).contains("1〜3の数字で"));
    let register = with(&[("被害発生可能性", 2.into()), ("リスクレベル", 9.into())]);
    let note = &only_problem(&register).message;
    assert!(
        note.contains("『リスクレベル』（R2）は9と書かれていますが、重要度3 × 被害発生可能性2 の6として"),
        "{note}"
    );
    assert_eq!(with(&[("被害発生可能性", 3.into()), ("リスクレベル", "9 リスク大".into())]).problems, []);
}

#[test]
fn formulas_without_a_usable_result_are_never_read_as_zero() {
    let register = with(&[("被害発生可能性", Value::Formula("=VLOOKUP(1,2,3)".into(), "0".into()))]);
    assert_eq!((register.assets.len(), register.assets[0].likelihood), (1, None));
    assert!(only_problem(&register).message.contains("数式の結果は使えないため"));
    assert_eq!(asset(&[("機密性", Value::Formula("=1+1".into(), "2".into()))]).name, "社員名簿");
    assert!(error("機密性", Value::Formula("=A1".into(), "0".into())).contains("の値『0』は使えません"));
    // As openpyxl writes them: no result at all.
    let header = hostile::line(1, &["情報資産名称", "媒体・保存先", "機密性", "完全性", "可用性", "重要度", "独自"]);
    let formula = |cell: &str| format!(r#"<c r="{cell}"><f>MAX(C2:E2)</f><v></v></c>"#);
    let cells = |confidentiality: String| {
        let texts = hostile::cell("A2", "名簿") + &hostile::cell("B2", "書類");
        let rest = r#"<c r="D2"><v>2</v></c><c r="E2"><v>1</v></c>"#;
        format!(
            "<sheetData>{header}<row r=\"2\">{texts}{confidentiality}{rest}{}{}</row></sheetData>",
            formula("F2"),
            formula("G2")
        )
    };
    let good = hostile::workbook(&cells(r#"<c r="C2"><v>3</v></c>"#.into()), &[]).unwrap();
    let register = read_bytes(&good, "a.xlsx", &options()).unwrap();
    assert_eq!((register.assets.len(), register.assets[0].extra.as_slice()), (1, [String::new()].as_slice()));
    assert!(only_problem(&register).message.contains("『独自』（G2）の数式は結果が保存されていない"));
    let bad = hostile::workbook(&cells(formula("C2")), &[]).unwrap();
    let register = read_bytes(&bad, "a.xlsx", &options()).unwrap();
    let error = messages(&register, Severity::Error);
    assert!(error.len() == 1 && error[0].contains("『機密性』（C2）の数式は計算結果が保存されていません"), "{error:?}");
}

#[test]
fn days_of_1904_workbooks() {
    let header = hostile::line(1, &["情報資産名称", "媒体・保存先", "資産価値", "登録日"]);
    let texts = hostile::cell("A2", "名簿") + &hostile::cell("B2", "書類");
    let rest = r#"<c r="C2"><v>2</v></c><c r="D2"><v>44286</v></c>"#;
    let sheet = format!("<sheetData>{header}<row r=\"2\">{texts}{rest}</row></sheetData>");
    let workbook = br#"<workbook><workbookPr date1904="1"/><sheets><sheet name="S" r:id="r1"/></sheets></workbook>"#;
    let bytes = hostile::workbook(&sheet, &[("xl/workbook.xml", workbook)]).unwrap();
    let register = read_bytes(&bytes, "a.xlsx", &options()).unwrap();
    assert_eq!(register.assets[0].registered_on, Some(date(2025, 4, 1)));
}

#[test]
fn texts_of_other_writers() {
    // Prefixes, runs of formatted text, reading aids, escapes, cells and lines without names, CDATA.
    let sheet = r#"<x:sheetData xmlns:x="a"><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c></x:row>
        <x:row/><x:row><x:c t="s"><x:v>3</x:v></x:c><x:c t="str"><x:f>B9</x:f><x:v>書_x000D_
類</x:v></x:c><x:c t="n" s="1"><x:v> 3 </x:v></x:c></x:row></x:sheetData>"#;
    let strings = "<sst><si><t>情報資産名称</t></si><si><r><rPr/><t>媒体・</t></r><r><t>保存先</t></r></si>\
        <si><t xml:space=\"preserve\"> 資産価値 </t></si>\
        <si><t>顧客&amp;リスト&#x3042;<![CDATA[<原本>]]></t><rPh sb=\"0\" eb=\"2\"><t>コキャク</t></rPh></si></sst>";
    let bytes = hostile::workbook(sheet, &[("xl/sharedStrings.xml", strings.as_bytes())]).unwrap();
    let register = read_bytes(&bytes, "a.xlsx", &options()).unwrap();
    assert_eq!(register.problems, []);
    let asset = &register.assets[0];
    assert_eq!((asset.name.as_str(), asset.row), ("顧客&リストあ<原本>", 3));
    assert_eq!((asset.medium_as_written.as_str(), asset.valuation), ("書\n類", Valuation::AssetValue(Rating::HIGH)));
}

#[test]
fn errors_of_formulas_in_texts_are_told() {
    let header = hostile::line(1, &["情報資産名称", "媒体・保存先", "資産価値"]);
    let line = format!(
        r##"<row r="2"><c r="A2" t="e"><f>X</f><v>#REF!</v></c>{}<c r="C2"><v>1</v></c></row>"##,
        hostile::cell("B2", "書類")
    );
    let bytes = hostile::workbook(&format!("<sheetData>{header}{line}</sheetData>"), &[]).unwrap();
    let register = read_bytes(&bytes, "a.xlsx", &options()).unwrap();
    assert!(only_problem(&register).message.contains("（A2）の値『#REF!』は数式のエラーです"));
}

#[test]
fn many_like_notes_are_counted_not_listed() {
    let mut rows = vec![row!["情報資産名称", "媒体・保存先", "機密性", "完全性", "可用性", "重要度"]];
    rows.extend((0..1_000).map(|_| row!["名簿", "書類", 3, 3, 3, 1]));
    let register = read_sheets(&[Sheet::new("台帳", rows)]).unwrap();
    assert_eq!((register.assets.len(), register.problems.len()), (1_000, 201));
    let counted = messages(&register, Severity::Note).into_iter().find(|message| message.contains("800件"));
    assert!(counted.is_some_and(|message| message.contains("『重要度』が計算と違う行")));
}

#[test]
fn the_file_is_named_as_the_source() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("台帳 2025.csv");
    std::fs::write(&path, "資産名,保管場所,資産価値\n名簿,紙,3\n").unwrap();
    let register = read_register(&path, &options()).unwrap();
    assert_eq!((register.source.as_str(), register.sheet.as_str()), ("台帳 2025.csv", ""));
}
