//! Writing a register back: the same assets again, the same bytes again, and what Excel is told.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::io::Read as _;

use common::*;
use jiff::{ToSpan, civil::date};
use method::{Asset, Medium, PersonalData, Rating, Ratings, RiskCriteria, Valuation};
use proptest::{collection::vec, option, prelude::*};
use sheet::{OptionalColumns, ReadOptions, Register, ThreatRating, WriteError, register_csv, register_workbook};

fn rating() -> impl Strategy<Value = Rating> {
    (1u8..=3).prop_map(|value| Rating::new(value).unwrap())
}

/// Words that people write and that trip writers; never white space alone.
fn text() -> impl Strategy<Value = String> {
    let usual = r#"[ぁ-んァ-ヶ一-龠𠮷髙﨑①㈱〜―&<>"'a-zA-Z0-9 　\n\t_x=+@,;/.-]{0,24}"#;
    const TRICKY: &[&str] = &[
        "=SUM(A1:A2)",
        "'引用",
        "@部長",
        "+81",
        "-1",
        "2025/4/1",
        "令和7年4月1日",
        "1000",
        "1.50",
        "007",
        "1e5",
        "TRUE",
        "#REF!",
        "_x000D_",
        "_x005F_x0041_",
        " 前後 ",
        "　全角　",
        "\n改行\n",
        "0",
        "-0",
        "12345678901234567890",
        "0.1",
        "有",
        "※ 注記",
        "\u{1}",
    ];
    prop_oneof![4 => usual, 2 => proptest::sample::select(TRICKY).prop_map(str::to_owned)]
        .prop_map(|text| if text.trim().is_empty() { String::new() } else { text })
}

fn name() -> impl Strategy<Value = String> {
    text().prop_filter("a name and no heading", |text| !text.is_empty() && text != "情報資産名称")
}

fn asset(extras: usize) -> impl Strategy<Value = Asset> {
    let texts = (text(), name(), text(), text(), text(), text(), text());
    let medium = (0usize..6, 0usize..3).prop_map(|(medium, form)| {
        let medium = Medium::ALL[medium];
        let title = medium.title();
        (medium, [title.to_owned(), format!("営業の{title}"), format!(" {title}\n")][form].clone())
    });
    let valuation = prop_oneof![
        3 => (rating(), rating(), rating()).prop_map(|(confidentiality, integrity, availability)| {
            Valuation::Ratings(Ratings { confidentiality, integrity, availability })
        }),
        1 => rating().prop_map(Valuation::AssetValue),
    ];
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let day = option::of((0i64..84_000).prop_map(|days| date(1873, 1, 1).checked_add(days.days()).unwrap()));
    (texts, medium, flags, valuation, option::of(rating()), day, vec(text(), extras)).prop_map(
        |(texts, medium, flags, valuation, likelihood, registered_on, extra)| Asset {
            row: 0,
            business: texts.0,
            name: texts.1,
            remarks: texts.2,
            users: texts.3,
            risk_owner: texts.4,
            department: texts.5,
            medium: medium.0,
            medium_as_written: medium.1,
            personal_data: PersonalData { personal: flags.0, sensitive: flags.1, my_number: flags.2 },
            survival: flags.3,
            valuation,
            likelihood,
            retention: texts.6,
            registered_on,
            extra,
        },
    )
}

fn register() -> impl Strategy<Value = Register> {
    const TITLES: &[&str] = &["対策状況", "金額", "保管場所", "更新日", "担当 者", "備考", "見直し"];
    let extras = proptest::sample::subsequence(TITLES, 0..=4).prop_shuffle();
    let threats = vec(
        (0usize..6, text(), rating()).prop_map(|(medium, title, rating)| ThreatRating {
            row: 0,
            medium: Medium::ALL[medium],
            title,
            rating,
        }),
        0..4,
    );
    (extras, any::<bool>(), threats).prop_flat_map(|(extras, numbered, threat_ratings)| {
        let numbers = numbered.then(|| "No.".to_owned());
        let extra_columns: Vec<String> = numbers.into_iter().chain(extras.into_iter().map(str::to_owned)).collect();
        let columns = (any::<bool>(), any::<bool>(), any::<bool>());
        (vec(asset(extra_columns.len()), 1..12), columns).prop_map(move |(assets, columns)| Register {
            assets,
            extra_columns: extra_columns.clone(),
            numbered,
            columns: OptionalColumns { survival: columns.0, asset_value: columns.1, likelihood: columns.2 },
            threat_ratings: threat_ratings.clone(),
            ..Register::default()
        })
    })
}

fn write(register: &Register) -> Vec<u8> {
    register_workbook(register, &RiskCriteria::tokyo()).unwrap()
}

fn read(bytes: &[u8]) -> Register {
    read_bytes(bytes, "a.xlsx", &options()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_same_assets_are_read_again(register in register()) {
        let bytes = write(&register);
        let again = read(&bytes);
        prop_assert_eq!(&again.problems, &[]);
        prop_assert_eq!(without_rows(&again.assets), without_rows(&register.assets));
        prop_assert_eq!(&again.extra_columns, &register.extra_columns);
        let threats = |register: &Register| -> Vec<_> {
            register.threat_ratings.iter().map(|threat| (threat.medium, threat.title.clone(), threat.rating)).collect()
        };
        prop_assert_eq!(threats(&again), threats(&register));
        // What was read is written as the same bytes.
        let second = write(&again);
        prop_assert_eq!(without_rows(&read(&second).assets), without_rows(&register.assets));
        prop_assert_eq!(write(&read(&second)), second);
    }

    #[test]
    fn the_same_assets_are_read_again_from_csv(register in register()) {
        let again = read_bytes(&register_csv(&register), "a.csv", &options()).unwrap();
        prop_assert_eq!(&again.problems, &[]);
        prop_assert_eq!(without_rows(&again.assets), without_rows(&register.assets));
        prop_assert_eq!(&again.extra_columns, &register.extra_columns);
    }
}

/// A part of a workbook.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn small() -> Register {
    read_csv(
        "資産名,保管場所,機密性,完全性,可用性,個人情報,被害発生可能性,登録日,独自\n\
         社員名簿,人事のPC,3,3,2,有,3,R7.4.1,=1+1\n会社案内,紙,1,1,2,,,,\n",
    )
    .unwrap()
}

#[test]
fn excel_is_told_lists_formulas_colours_and_how_to_print() {
    let bytes = write(&small());
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    for words in [
        r#"<c r="N6""#,
        "<f>IF(COUNTIF(H6:J6,\"有\")&gt;0,3,MAX(K6:M6))</f><v>3</v>",
        "<f>IF(Q6=\"\",\"\",N6*Q6)</f><v>9</v>",
        "<formula1>\"書類,可搬電子媒体,事務所PC,モバイル機器,社内サーバー,社外サーバー\"</formula1>",
        "errorStyle=\"warning\"",
        "<formula1>\"3,2,1\"</formula1>",
        "1〜3の数字です",
        "<formula1>\"有\"</formula1>",
        "conditionalFormatting",
        "orientation=\"landscape\"",
        "fitToWidth=\"1\"",
        "topLeftCell=\"C6\"",
        "<mergeCell ref=\"H4:J4\"/>",
        "<mergeCell ref=\"A4:A5\"/>",
    ] {
        let found = sheet.contains(words) || (words.contains("fitTo") && sheet.contains("fitToHeight=\"0\""));
        assert!(found, "{words}\n{sheet}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    for color in ["FDE3E1", "A80000", "FFF2CC", "6B4E00", "E3EEFC", "0B3F8A"] {
        assert!(styles.contains(color), "{color}");
    }
    let workbook = part(&bytes, "xl/workbook.xml");
    assert!(workbook.contains("_xlnm.Print_Titles") && workbook.contains("$4:$5"), "{workbook}");
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("=1+1"));
    assert!(!sheet.contains("<f>1+1"));
}

#[test]
fn colours_follow_the_criteria() {
    let sheet = |criteria: &RiskCriteria| {
        let bytes = register_workbook(&small(), criteria).unwrap();
        part(&bytes, "xl/worksheets/sheet2.xml")
    };
    let between = |from: u8, to: u8| format!("<formula>{from}</formula><formula>{to}</formula>");
    assert!(sheet(&RiskCriteria::tokyo()).contains(&between(3, 4)));
    assert!(
        sheet(&RiskCriteria::ipa()).contains(&between(4, 4)) && sheet(&RiskCriteria::ipa()).contains(&between(1, 3))
    );
}

#[test]
fn no_text_of_a_csv_runs_as_a_formula() {
    let text = String::from_utf8(register_csv(&small())).unwrap();
    assert!(text.starts_with('\u{FEFF}') && text.contains("情報資産名称") && text.ends_with("\r\n"));
    assert!(text.contains(",'=1+1\r\n"), "{text}");
    let again = read_bytes(text.as_bytes(), "a.csv", &options()).unwrap();
    assert_eq!(again.assets[0].extra, ["=1+1"]);
}

#[test]
fn the_same_register_gives_the_same_bytes() {
    assert!(write(&small()) == write(&small()));
}

#[test]
fn the_shared_sample_comes_back() {
    let Some(path) = sample("register.xlsx") else { return };
    let register = sheet::read_register(&path, &ReadOptions::default()).unwrap();
    let again = read(&write(&register));
    assert_eq!(again.assets, register.assets);
    assert_eq!(again.threat_ratings, register.threat_ratings);
}

#[test]
fn titles_that_would_mean_a_column_that_is_not_there_are_told_apart() {
    let mut register = small();
    register.columns.likelihood = false;
    register.assets.truncate(1);
    register.assets[0].likelihood = None;
    register.extra_columns = vec!["発生可能性".into(), "個人情報区分".into()];
    register.assets[0].extra = vec!["ときどき".into(), "社外秘".into()];
    let again = read(&write(&register));
    assert_eq!(again.extra_columns, ["独自の列：発生可能性", "独自の列：個人情報区分"]);
    assert_eq!(without_rows(&again.assets), without_rows(&register.assets));
}

#[test]
fn what_no_cell_can_hold_is_told() {
    let mut register = small();
    register.assets[1].remarks = "長".repeat(32_768);
    let error = register_workbook(&register, &RiskCriteria::tokyo()).unwrap_err();
    assert!(matches!(error, WriteError::LongText { row: 3, .. }) && error.to_string().contains("『備考』"), "{error}");
    register.assets[1].remarks = "長".repeat(32_767);
    assert_eq!(read(&write(&register)).assets[1].remarks.chars().count(), 32_767);
}
