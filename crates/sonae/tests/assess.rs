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
    for (format, magic) in [("xlsx", b"PK".as_slice()), ("docx", b"PK"), ("pdf", b"%PDF")] {
        let name = format!("報告書.{format}");
        desk.sonae(&["assess", &register, "--profile", &profile, "--format", format, "--out", &name]).good();
        assert!(std::fs::read(desk.path(&name)).unwrap().starts_with(magic));
    }
}

/// The result as rows of a spreadsheet, without the mark in front.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn column<'a>(rows: &'a [Vec<String>], head: &str) -> Vec<&'a str> {
    let place = rows[0].iter().position(|cell| cell == head).unwrap();
    rows[1..].iter().map(|row| row[place].as_str()).collect()
}

#[test]
fn csv_has_a_line_an_asset_with_its_threats_or_a_line_a_risk() {
    let desk = Desk::new();
    let (register, profile) = (repository("examples/register.xlsx"), repository("examples/profile.toml"));
    let assess =
        |more: &[&str]| desk.sonae(&[&["assess", &register, "--profile", &profile, "--format"], more].concat()).good();
    let json = assess(&["json"]).json();
    let assets = json["assets"].as_array().unwrap();
    let risks: Vec<&serde_json::Value> = assets.iter().flat_map(|asset| asset["risks"].as_array().unwrap()).collect();

    let rows = csv_rows(&assess(&["csv"]).out());
    assert_eq!(rows.len(), 21);
    for (asset, (threats, vulnerabilities)) in
        assets.iter().zip(column(&rows, "脅威").into_iter().zip(column(&rows, "脆弱性")))
    {
        let titles = |asset: &serde_json::Value| -> Vec<String> {
            let risks = asset["risks"].as_array().unwrap();
            risks.iter().map(|risk| risk["title"].as_str().unwrap().to_owned()).collect()
        };
        let mut listed: Vec<&str> = threats.split('；').collect();
        let first = listed[0].to_owned();
        listed.sort_unstable();
        let mut expected = titles(asset);
        expected.sort_unstable();
        assert_eq!(listed, expected);
        let level_of_first = asset["risks"].as_array().unwrap().iter().find(|risk| risk["title"] == first.as_str());
        assert_eq!(level_of_first.unwrap()["risk_level"], asset["risk_level"], "{first} stands first as the worst");
        let mut distinct: Vec<&str> = vulnerabilities.split('；').collect();
        assert!(distinct.len() > 4);
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), vulnerabilities.split('；').count());
    }

    let rows = csv_rows(&assess(&["csv", "--risks"]).out());
    assert_eq!(rows.len(), risks.len() + 1);
    let mut titles = column(&rows, "脅威");
    titles.sort_unstable();
    let mut expected: Vec<&str> = risks.iter().map(|risk| risk["title"].as_str().unwrap()).collect();
    expected.sort_unstable();
    assert_eq!(titles, expected);
    let levels = |rows: &[Vec<String>]| -> usize {
        column(rows, "リスクレベル").iter().map(|level| level.parse::<usize>().unwrap()).sum()
    };
    let expected: u64 = risks.iter().map(|risk| risk["risk_level"].as_u64().unwrap()).sum();
    assert_eq!(levels(&rows) as u64, expected);
    assert!(column(&rows, "仮定").contains(&"仮定"));
    assert!(column(&rows, "脆弱性").iter().all(|cell| !cell.is_empty()));
}

#[test]
fn the_table_names_the_worst_threats_of_each_asset_and_all_when_asked() {
    let desk = Desk::new();
    desk.file("台帳.csv", "資産名,保管場所,資産価値\n見積書,社内サーバー,3\n");
    let (short, long) =
        (desk.sonae(&["assess", "台帳.csv"]).good().out(), desk.sonae(&["assess", "台帳.csv", "--risks"]).good().out());
    let json = desk.sonae(&["assess", "台帳.csv", "--format", "json"]).good().json();
    let titles: Vec<&str> =
        json["assets"][0]["risks"].as_array().unwrap().iter().map(|risk| risk["title"].as_str().unwrap()).collect();
    assert_eq!(titles.iter().filter(|title| short.contains(*title)).count(), 3);
    assert!(short.contains(&format!("ほか{}件", titles.len() - 3)) && short.contains("--risks"), "{short}");
    assert!(titles.iter().all(|title| long.contains(title)) && !long.contains("ほか"), "{long}");
    for text in [&short, &long] {
        assert!(text.contains("ランサムウェアで共有のデータが使えなくなる"), "{text}");
        assert!(text.contains("← バックアップコピーの欠如") && text.contains("高   仮定 ランサム"), "{text}");
        for line in text.lines().take_while(|line| !line.starts_with("■ まとめ")) {
            let width: usize = line.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
            assert!(width <= 104, "{width} columns: {line}");
        }
    }
}

#[test]
fn a_likelihood_that_the_register_gives_is_no_assumption() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    let table = desk.sonae(&["assess", "台帳.csv", "--risks"]).good().out();
    assert_eq!(table.matches("仮定").count(), 1, "only the head says it: {table}");
    let rows = csv_rows(&desk.sonae(&["assess", "台帳.csv", "--format", "csv"]).good().out());
    assert_eq!(column(&rows, "仮定"), ["", "", ""]);
}

#[test]
fn a_result_is_written_whole_and_never_over_another_unasked() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    for format in ["table", "json", "csv", "xlsx", "docx", "pdf"] {
        let name = format!("結果.{format}");
        desk.file(&name, "手で直した");
        let assess =
            |more: &[&str]| desk.sonae(&[&["assess", "台帳.csv", "--format", format, "--out", &name], more].concat());
        let refused = assess(&[]);
        assert_eq!(refused.code(), 1, "{format}");
        assert!(refused.said().contains("--overwrite") && refused.said().contains(&name), "{}", refused.said());
        assert_eq!(std::fs::read(desk.path(&name)).unwrap(), "手で直した".as_bytes(), "{format}");
        assert_eq!(assess(&["--overwrite"]).good().out(), "");
        assert_ne!(std::fs::read(desk.path(&name)).unwrap(), "手で直した".as_bytes(), "{format}");
        std::fs::remove_file(desk.path(&name)).unwrap();
        assess(&[]).good();
        assert!(desk.path(&name).exists(), "{format}");
    }
    let names = ["台帳.csv", "結果.csv", "結果.docx", "結果.json", "結果.pdf", "結果.table", "結果.xlsx"];
    assert_eq!(desk.names("."), names, "nothing is left beside them");
    let stdout = desk.sonae(&["assess", "台帳.csv", "--format", "json"]).good().out();
    assert_eq!(std::fs::read_to_string(desk.path("結果.json")).unwrap(), stdout);
    let nowhere = desk.sonae(&["assess", "台帳.csv", "--format", "json", "--out", "ない/結果.json"]);
    assert_eq!(nowhere.code(), 1);
    assert!(nowhere.said().contains("ない/結果.json"), "{}", nowhere.said());
    std::fs::create_dir(desk.path("箱")).unwrap();
    let folder = desk.sonae(&["assess", "台帳.csv", "--out", "箱", "--overwrite"]);
    assert!(folder.code() == 1 && folder.said().contains("フォルダー"), "{}", folder.said());
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

/// What changes the result is told to whoever asks for quiet, too; what was made is not.
#[test]
fn quiet_leaves_the_notices() {
    let desk = Desk::new();
    let head = "情報資産名称,媒体・保存先,機密性,完全性,可用性,評価値,資産価値";
    desk.file("台帳.csv", &format!("{head}\n名簿,書類,3,3,2,2,1\n合計,,,,,,\n"));
    for (words, report) in [
        (&["assess", "台帳.csv", "--format", "csv", "--out", "結果.csv"][..], "書き出しました"),
        (&["export-register", "台帳.csv", "--out", "台帳.xlsx"], "書き出しました"),
        (
            &["build", "台帳.csv", "--level", "1", "--case", "discarded-papers", "--formats", "html", "--out", "文書"],
            "作りました",
        ),
    ] {
        let told = desk.sonae(words).good().said();
        assert!(told.contains(report) && told.contains("お知らせ: 3行目は合計の行とみなして"), "{words:?}: {told}");
        let repeated: &[&str] = &["--overwrite", "--quiet"];
        let quiet = desk.sonae(&[words, repeated].concat()).good().said();
        assert!(!quiet.contains(report), "{words:?}: {quiet}");
        let notices: Vec<&str> = told.lines().filter(|line| line.starts_with("お知らせ: ")).collect();
        assert_eq!(quiet.lines().collect::<Vec<_>>(), notices, "{words:?}");
    }
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
        (&["assess", "台帳.csv", "--format", "json", "--risks"], "--risks"),
        (&["assess", "台帳.csv", "--format", "pdf", "--risks", "--out", "x.pdf"], "table"),
        (&["build", "台帳.csv", "--level", "7", "--out", "x"], "1、2、3"),
        (&["build", "台帳.csv", "--level", "2", "--case", "ransomware", "--out", "x"], "--case は Lv.1"),
        (&["build", "台帳.csv", "--level", "3", "--out", "x"], "これからの版"),
        (&["build", "台帳.csv", "--level", "1", "--out", "x"], "ransomware"),
        (&["build", "台帳.csv", "--level", "1", "--case", "fire", "--out", "x"], "insider-leak"),
        (&["token"], "コマンド"),
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

/// `sonae catalog check | head`: whoever reads may stop.
#[test]
fn a_reader_that_stops_early_is_no_failure() {
    for words in [vec!["catalog", "check"], vec!["catalog", "cases"], vec!["catalog", "examples"]] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sonae"));
        let mut child = command
            .args(&words)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8(ended.stderr).unwrap();
        assert!(ended.status.code().is_some() && said.is_empty(), "{words:?}: {said}");
    }
}

#[test]
fn what_the_system_says_is_told_in_japanese() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    for words in [
        vec!["assess", "台帳.csv", "--profile", "ない.toml"],
        vec!["import", "ない.csv", "--data", "x"],
        vec!["serve", "--data", "x", "--tls-certificate", "ない.pem", "--tls-key", "ない.pem"],
        vec!["build", "台帳.csv", "--level", "1", "--case", "ransomware", "--out", "台帳.csv/文書"],
    ] {
        let ran = desk.sonae(&words);
        assert_eq!(ran.code(), 1, "{words:?}: {}", ran.said());
        assert!(!ran.said().contains("os error"), "{words:?}: {}", ran.said());
    }
}

#[test]
fn an_unknown_medium_is_asked_for_with_the_option_that_answers() {
    let desk = Desk::new();
    desk.file("台帳.csv", "情報資産名称,媒体・保存先,機密性,完全性,可用性\n名簿,現場の箱,3,2,1\n図面,棚 A,1,1,1\n");
    let asked = desk.sonae(&["assess", "台帳.csv"]);
    assert_eq!(asked.code(), 1);
    assert!(
        asked.said().contains("「現場の箱」「棚 A」") && asked.said().contains("--medium 現場の箱=媒体の名前"),
        "{}",
        asked.said()
    );
    let words = ["assess", "台帳.csv", "--format", "json", "--medium", "現場の箱=事務所PC", "--medium", "棚 A=書類"];
    let told = desk.sonae(&words).good().json();
    assert_eq!(told["assets"][0]["medium"], "office-pc");
    assert_eq!(told["assets"][1]["medium"], "paper");
}

/// `sonae assess … 2>&-`: where nobody can be told, the work is done, and the exit code says how it ended.
#[test]
fn standard_error_that_nobody_reads_stops_nothing() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    let good = ["assess", "台帳.csv", "--out", "結果.txt", "--overwrite"];
    for (words, code) in [(&good[..], 0), (&["assess", "ない.csv"], 1), (&["asess"], 2)] {
        let mut closed = std::process::Command::new("sh");
        closed.args(["-c", r#"exec "$0" "$@" 2>&-"#, env!("CARGO_BIN_EXE_sonae")]);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut unread = std::process::Command::new(env!("CARGO_BIN_EXE_sonae"));
        unread.stderr(writer);
        for mut command in [closed, unread] {
            let ended = command.args(words).current_dir(desk.path(".")).output().unwrap();
            assert_eq!(ended.status.code(), Some(code), "{words:?}");
        }
    }
    assert!(std::fs::read_to_string(desk.path("結果.txt")).unwrap().contains("社員名簿"));
}
