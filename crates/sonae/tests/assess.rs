//! `sonae assess` as a person and a program use it.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Desk, SLIDES, repository};

#[test]
fn the_slides_assets_come_out_nine_six_six() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    let result = desk.sonae(&["assess", "台帳.csv", "--format", "json"]).good().json();
    let assets = result["assets"].as_array().unwrap();
    let column = |key: &str| assets.iter().map(|asset| asset[key].clone()).collect::<Vec<_>>();
    assert_eq!(column("risk_level"), [9, 6, 6]);
    assert_eq!(column("importance"), [3, 3, 3]);
    assert_eq!(column("likelihood"), [3, 2, 2]);
    assert_eq!(column("row"), [2, 3, 4]);
    assert_eq!(column("name"), ["社員名簿", "当社宛請求書", "顧客リスト"]);
    assert_eq!(column("band"), ["high", "high", "high"]);
    assert_eq!(column("treatment_suggestion"), ["avoid", "reduce", "reduce"]);
    assert_eq!(column("medium"), ["office-pc", "office-pc", "office-pc"]);
    assert!(assets.iter().all(|asset| !asset["risks"].as_array().unwrap().is_empty()));
    assert_eq!(result["summary"]["bands"], serde_json::json!({"high": 3, "medium": 0, "low": 0}));
    assert_eq!(result["summary"]["worst"], serde_json::json!([2, 3, 4]));
    assert_eq!(result["problems"], serde_json::json!([]));
}

#[test]
fn the_examples_register_is_assessed_in_every_format() {
    let desk = Desk::new();
    let register = repository("examples/register.xlsx");
    let profile = repository("examples/profile.toml");
    let table = desk.sonae(&["assess", &register, "--profile", &profile]).good();
    for word in ["顧客リスト", "ヒートマップ", "リスクの高い情報資産", "東京都", "重要度3（個人情報を含むため）"]
    {
        assert!(table.out().contains(word), "{word}");
    }
    let csv = desk.sonae(&["assess", &register, "--profile", &profile, "--format", "csv"]).good().out();
    assert_eq!(csv.lines().count(), 21);
    for (format, magic) in [("xlsx", b"PK".as_slice()), ("docx", b"PK"), ("pdf", b"%PDF")] {
        let name = format!("報告書.{format}");
        desk.sonae(&["assess", &register, "--profile", &profile, "--format", format, "--out", &name]).good();
        assert!(std::fs::read(desk.path(&name)).unwrap().starts_with(magic));
    }
}

#[test]
fn criteria_decide_the_band_of_level_three() {
    let desk = Desk::new();
    desk.file("台帳.csv", "資産名,保管場所,資産価値,被害発生可能性\n見積書,社内サーバー,3,1\n");
    let band = |criteria: &str| {
        let result = desk.sonae(&["assess", "台帳.csv", "--format", "json", "--criteria", criteria]).good().json();
        (result["assets"][0]["band"].clone(), result["assets"][0]["treatment_suggestion"].clone())
    };
    assert_eq!(band("tokyo"), ("medium".into(), "transfer".into()));
    assert_eq!(band("ipa"), ("low".into(), "accept".into()));
    assert_eq!(band("3,2"), ("high".into(), "transfer".into()));
    let wrong = desk.sonae(&["assess", "台帳.csv", "--criteria", "2,5"]);
    assert_eq!(wrong.code(), 2);
    assert!(wrong.said().contains("高の下限"), "{}", wrong.said());
}

#[test]
fn an_unusable_cell_stops_everything_until_it_is_mended_or_skipped() {
    let desk = Desk::new();
    desk.file("台帳.csv", &SLIDES.replace("人事担当者のPC,3,3,2,3", "人事担当者のPC,高,3,2,3"));
    let stopped = desk.sonae(&["assess", "台帳.csv", "--format", "json"]);
    assert_eq!(stopped.code(), 1);
    assert_eq!(stopped.out(), "");
    for word in ["2行目", "機密性", "高", "1〜3", "--skip-invalid"] {
        assert!(stopped.said().contains(word), "{word}: {}", stopped.said());
    }
    let skipped = desk.sonae(&["assess", "台帳.csv", "--format", "json", "--skip-invalid"]).good();
    let result = skipped.json();
    assert_eq!(result["assets"].as_array().unwrap().len(), 2);
    assert_eq!(result["problems"][0]["row"], 2);
    assert_eq!(result["problems"][0]["value"], "高");
    assert_eq!(result["problems"][0]["severity"], "error");
    assert!(skipped.said().contains("2行目"));
}

#[test]
fn an_unknown_medium_is_asked_for_and_can_be_answered() {
    let desk = Desk::new();
    desk.file("台帳.csv", &SLIDES.replace("人事担当者のPC", "現場の端末"));
    let asked = desk.sonae(&["assess", "台帳.csv"]);
    assert_eq!(asked.code(), 1);
    for word in ["現場の端末", "書類", "社外サーバー"] {
        assert!(asked.said().contains(word), "{word}: {}", asked.said());
    }
    desk.sonae(&["assess", "台帳.csv", "--medium", "現場の端末=モバイル機器"]).good();
    desk.file("会社.toml", "[media]\n\"現場の端末\" = \"事務所PC\"\n");
    desk.sonae(&["assess", "台帳.csv", "--profile", "会社.toml"]).good();
    assert_eq!(desk.sonae(&["assess", "台帳.csv", "--medium", "現場の端末=机"]).code(), 2);
}

#[test]
fn wrong_usage_is_told_in_japanese_with_code_two() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    for (arguments, word) in [
        (&["asess", "台帳.csv"][..], "asess"),
        (&["assess"], "台帳"),
        (&["assess", "台帳.csv", "--fromat", "json"], "--fromat"),
        (&["assess", "台帳.csv", "--format", "doc"], "doc"),
        (&["assess", "台帳.csv", "--format", "pdf"], "--out"),
        (&["build", "台帳.csv", "--level", "7", "--out", "x"], "1、2、3"),
        (&["build", "台帳.csv", "--level", "2", "--out", "x"], "これからの版"),
        (&["build", "台帳.csv", "--level", "3", "--out", "x"], "これからの版"),
        (&["build", "台帳.csv", "--level", "1", "--out", "x"], "ransomware"),
        (&["build", "台帳.csv", "--level", "1", "--case", "fire", "--out", "x"], "insider-leak"),
        (&[], "コマンド"),
    ] {
        let ran = desk.sonae(arguments);
        assert_eq!(ran.code(), 2, "{arguments:?} {}", ran.said());
        assert!(ran.said().contains(word), "{arguments:?} {}", ran.said());
        assert_eq!(ran.out(), "", "{arguments:?}");
    }
    assert!(desk.names(".").iter().all(|name| name == "台帳.csv"));
}

#[test]
fn help_is_japanese_with_examples() {
    let desk = Desk::new();
    for arguments in [&["--help"][..], &["assess", "--help"], &["build", "--help"], &["profile", "new", "--help"]] {
        let help = desk.sonae(arguments).good().out();
        for word in ["使い方", "例:", "オプション"] {
            assert!(help.contains(word), "{arguments:?} {help}");
        }
        for english in ["Usage", "Options", "Arguments", "Commands", "Print help", "default:", "possible values"] {
            assert!(!help.contains(english), "{arguments:?} {english}: {help}");
        }
    }
}

#[test]
fn a_file_that_is_no_register_gets_one_sentence() {
    let desk = Desk::new();
    desk.file("空.csv", "");
    desk.file("別.csv", "日付,天気\n2026/4/1,晴れ\n");
    desk.file("偽.xlsx", "これは Excel ではありません");
    for name in ["空.csv", "別.csv", "偽.xlsx", "ない.xlsx"] {
        let ran = desk.sonae(&["assess", name]);
        assert_eq!((ran.code(), ran.out().as_str()), (1, ""), "{name}");
        assert_eq!(ran.said().trim().lines().count(), 1, "{name}: {}", ran.said());
        assert!(ran.said().ends_with("。\n"), "{name}: {}", ran.said());
    }
}
