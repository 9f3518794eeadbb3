//! `sonae build`, `export-register` and `profile new`, from an empty folder to documents.

#![allow(clippy::unwrap_used)]

mod common;

use std::process::Command;

use common::{Desk, SLIDES, repository};

const KINDS: [&str; 6] = [
    "ISP-001_情報セキュリティ基本方針",
    "PLN-001_リスク対応計画",
    "AST-001_情報資産管理台帳",
    "RPT-001_リスクアセスメント結果報告書",
    "PRC-101_ランサムウェア対策実施手順",
    "STD-101_ランサムウェア対策基準",
];

fn build(desk: &Desk, case: &str, out: &str, more: &[&str]) -> common::Ran {
    let (register, profile) = (repository("examples/register.xlsx"), repository("examples/profile.toml"));
    let mut arguments = vec!["build", &register, "--profile", &profile, "--level", "1", "--case", case, "--out", out];
    arguments.extend(more);
    desk.sonae(&arguments)
}

#[test]
fn both_cases_make_six_documents_in_four_formats_twice_the_same() {
    let desk = Desk::new();
    for case in ["ransomware", "insider-leak"] {
        let formats = ["--formats", "docx,pdf,xlsx,html", "--quiet"];
        build(&desk, case, "一", &formats).good();
        build(&desk, case, "二", &formats).good();
        let names = desk.names("一");
        assert_eq!(names.len(), 24);
        for name in &names {
            let read = |folder: &str| std::fs::read(desk.path(&format!("{folder}/{name}"))).unwrap();
            assert_eq!(read("一"), read("二"), "{name}");
        }
        std::fs::remove_dir_all(desk.path("一")).unwrap();
        std::fs::remove_dir_all(desk.path("二")).unwrap();
    }
}

/// Lv.2: the company of the example develops nothing, so chapter 8 stays out.
#[test]
fn the_second_level_makes_the_regulations_that_the_company_needs() {
    let desk = Desk::new();
    let (register, profile) = (repository("examples/register.xlsx"), repository("examples/profile.toml"));
    let build = |out: &str| {
        let arguments = ["build", &register, "--profile", &profile, "--level", "2", "--out", out];
        desk.sonae(&[&arguments[..], &["--formats", "docx,pdf,xlsx,html", "--quiet"]].concat()).good();
        desk.names(out)
    };
    let (names, again) = (build("一"), build("二"));
    assert_eq!(names, again);
    for name in &names {
        let read = |folder: &str| std::fs::read(desk.path(&format!("{folder}/{name}"))).unwrap();
        assert_eq!(read("一"), read("二"), "{name}");
    }
    // The basic policy, eleven of twelve chapters, the handbook.
    assert_eq!(names.len(), 13 * 4);
    assert!(names.iter().all(|name| !name.starts_with("REG-08")));
    let html = |name: &str| {
        let name = names.iter().find(|known| known.starts_with(name) && known.ends_with(".html")).unwrap();
        std::fs::read_to_string(desk.path(&format!("一/{name}"))).unwrap()
    };
    let assets = html("REG-03");
    for words in ["対策基準", "実施手順", "役割と担当", "様式：社外持ち出し許可申請書", "なぜこの規則があるのか"]
    {
        assert!(assets.contains(words), "{words}");
    }
    let handbook = html("HBK-001");
    assert!(handbook.contains("困ったとき、間違えたとき") && handbook.contains("総務部 内線101"));
    let refused = desk.sonae(&["build", &register, "--level", "2", "--case", "ransomware", "--out", "三"]);
    assert_eq!(refused.code(), 2);
    assert!(refused.said().contains("--case は Lv.1 だけで使います"), "{}", refused.said());
    let later = desk.sonae(&["build", &register, "--level", "3", "--out", "三"]);
    assert_eq!(later.code(), 2);
    assert!(later.said().contains("これからの版"), "{}", later.said());
}

#[test]
fn a_case_that_touches_no_asset_is_told_and_its_documents_are_made() {
    let desk = Desk::new();
    desk.file("台帳.csv", "資産名,保管場所,資産価値\n契約書,書類,2\n");
    let build = |case: &str| {
        let arguments = ["build", "台帳.csv", "--level", "1", "--case", case, "--out", case, "--formats", "html"];
        desk.sonae(&[&arguments[..], &["--quiet"]].concat()).good().said()
    };
    let untouched = build("ransomware");
    for words in ["お知らせ: 事例「", "媒体（事務所PC、モバイル機器、社内サーバー）", "1件もありません", "別の事例を"]
    {
        assert!(untouched.contains(words), "{words}: {untouched}");
    }
    assert_eq!(desk.names("ransomware").len(), KINDS.len());
    assert_eq!(build("discarded-papers"), "");
}

#[test]
fn what_is_there_is_not_written_over_unasked() {
    let desk = Desk::new();
    let first = build(&desk, "ransomware", "文書", &["--formats", "html"]).good();
    assert!(first.said().contains("決めていない言葉が"), "{}", first.said());
    let mut expected: Vec<String> = KINDS.iter().map(|kind| format!("{kind}.html")).collect();
    expected.sort();
    assert_eq!(desk.names("文書"), expected);
    let edited = desk.path("文書/ISP-001_情報セキュリティ基本方針.html");
    std::fs::write(&edited, "手で直した").unwrap();
    let refused = build(&desk, "ransomware", "文書", &["--formats", "html"]);
    assert_eq!(refused.code(), 1);
    assert!(refused.said().contains("--overwrite"));
    assert_eq!(std::fs::read_to_string(&edited).unwrap(), "手で直した");
    build(&desk, "ransomware", "文書", &["--formats", "html", "--overwrite"]).good();
    assert_ne!(std::fs::read_to_string(&edited).unwrap(), "手で直した");
}

#[test]
fn a_place_that_cannot_be_written_leaves_every_document_as_it_was() {
    let desk = Desk::new();
    build(&desk, "ransomware", "文書", &["--formats", "html"]).good();
    let (first, last) = (desk.path(&format!("文書/{}.html", KINDS[0])), desk.path(&format!("文書/{}.html", KINDS[2])));
    std::fs::write(&first, "手で直した").unwrap();
    std::fs::remove_file(&last).unwrap();
    std::fs::create_dir(&last).unwrap();
    let refused = build(&desk, "ransomware", "文書", &["--formats", "html", "--overwrite"]);
    assert_eq!(refused.code(), 1);
    assert!(refused.said().contains(KINDS[2]), "{}", refused.said());
    assert_eq!(std::fs::read_to_string(&first).unwrap(), "手で直した");
    assert_eq!(desk.names("文書").len(), KINDS.len());
}

#[test]
fn a_character_that_no_font_covers_is_named_and_nothing_is_written() {
    let desk = Desk::new();
    desk.file("台帳.csv", &SLIDES.replace("顧客リスト", "顧客リスト🦄"));
    let arguments = ["build", "台帳.csv", "--level", "1", "--case", "ransomware", "--out", "文書"];
    let refused = desk.sonae(&arguments);
    assert_eq!(refused.code(), 1);
    for word in ["🦄", "U+1F984", "表の"] {
        assert!(refused.said().contains(word), "{word}: {}", refused.said());
    }
    assert_eq!(desk.names("."), ["台帳.csv"]);
}

#[test]
fn a_wrong_blank_in_the_profile_is_named_and_nothing_is_written() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    desk.file("会社.toml", "[blanks]\n\"ransomware.backup-taking.interval\" = 3\n");
    let refused = desk.sonae(&[
        "build",
        "台帳.csv",
        "--profile",
        "会社.toml",
        "--level",
        "1",
        "--case",
        "ransomware",
        "--out",
        "文書",
    ]);
    assert_eq!(refused.code(), 1);
    assert!(refused.said().contains("ransomware.backup-taking.interval"), "{}", refused.said());
    assert_eq!(desk.names("文書"), Vec::<String>::new());
}

#[test]
fn an_exported_register_gives_the_same_assets() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    desk.sonae(&["export-register", "台帳.csv", "--out", "台帳.xlsx"]).good();
    let assets = |name: &str| {
        let mut result = desk.sonae(&["assess", name, "--format", "json"]).good().json();
        for asset in result["assets"].as_array_mut().unwrap() {
            asset.as_object_mut().unwrap().remove("row");
        }
        result["assets"].clone()
    };
    assert_eq!(assets("台帳.csv"), assets("台帳.xlsx"));
    assert_eq!(desk.sonae(&["export-register", "台帳.csv", "--out", "台帳.xlsx"]).code(), 1);
}

/// Words for media that only options explain are not needed any more to read what was written.
#[test]
fn an_exported_register_is_read_without_the_options_of_its_first_reading() {
    let desk = Desk::new();
    desk.file("台帳.csv", "情報資産名称,媒体・保存先,資産価値\n会社案内,ホームページ,2\n議事録,紙とPC,3\n名簿,紙,3\n");
    let media = ["--medium", "ホームページ=社外サーバー", "--medium", "紙とPC=書類"];
    let exported = desk.sonae(&[&["export-register", "台帳.csv", "--out", "台帳.xlsx"][..], &media].concat()).good();
    for words in ["「ホームページ」は「社外サーバー（ホームページ）」", "「紙とPC」は「書類」"]
    {
        assert!(exported.said().contains(words), "{}", exported.said());
    }
    let table = desk.sonae(&["assess", "台帳.xlsx"]).good().out();
    let line = |name: &str| table.lines().find(|line| line.contains(name)).unwrap().to_owned();
    assert!(line("会社案内").contains("社外サーバー") && line("議事録").contains("書類"), "{table}");
}

#[test]
fn the_register_that_is_read_is_never_written_over() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    std::fs::create_dir(desk.path("箱")).unwrap();
    for out in ["台帳.csv", "./台帳.csv", "箱/../台帳.csv"] {
        for command in [&["export-register", "台帳.csv"][..], &["assess", "台帳.csv", "--format", "csv"]] {
            let refused = desk.sonae(&[command, &["--out", out, "--overwrite"]].concat());
            assert_eq!(refused.code(), 2, "{command:?} {out}: {}", refused.said());
            assert!(refused.said().contains("は読み込む台帳そのものです。"), "{}", refused.said());
            assert_eq!(std::fs::read_to_string(desk.path("台帳.csv")).unwrap(), SLIDES, "{command:?} {out}");
        }
    }
    assert_eq!(desk.names("."), ["台帳.csv", "箱"], "nothing is left beside it");
}

#[test]
fn more_assets_than_pages_can_hold_are_refused() {
    let desk = Desk::new();
    let lines: String = (1..=10_001).map(|number| format!("資産{number},書類,1\n")).collect();
    desk.file("台帳.csv", &format!("資産名,保管場所,資産価値\n{lines}"));
    let build = ["build", "台帳.csv", "--level", "1", "--case", "ransomware", "--out", "文書", "--formats"];
    for command in [
        &["assess", "台帳.csv", "--out", "結果", "--format", "pdf"][..],
        &["assess", "台帳.csv", "--out", "結果", "--format", "docx"],
        &[&build[..], &["html,pdf"]].concat(),
        &[&build[..], &["xlsx,docx"]].concat(),
    ] {
        let refused = desk.sonae(command);
        assert_eq!(refused.code(), 1, "{command:?}: {}", refused.said());
        let sentence = "情報資産が10001件あります。PDF と Word にできるのは10000件までなので、Excel（xlsx）にするか";
        assert!(refused.said().contains(sentence), "{command:?}: {}", refused.said());
    }
    assert_eq!(desk.names("."), ["台帳.csv"], "nothing was written");
}

#[test]
fn a_profile_asked_at_the_terminal_makes_documents() {
    let desk = Desk::new();
    desk.file("台帳.csv", SLIDES);
    // Name, title, person, a wrong and a right choice of business, a wrong and a right number, a 和暦 day, contact.
    let answers = "見本\"商店\"\n代表取締役\n見本 太郎\n99\n2\nたくさん\n１２\n令和8年4月1日\n総務 内線1\nはい\nいいえ\nたぶん\nはい\n";
    let asked = desk.sonae_answering(&["profile", "new"], answers).good();
    for word in ["番号で答えてください", "1以上の数字", "「はい」か「いいえ」"] {
        assert!(asked.said().contains(word), "{word}: {}", asked.said());
    }
    let profile = std::fs::read_to_string(desk.path("profile.toml")).unwrap();
    for line in ["employees = 12", "revised-on = 2026-04-01", "telework = true", "cloud = false", "own-servers = true"]
    {
        let unquoted = profile.replace("\"2026-04-01\"", "2026-04-01");
        assert!(unquoted.lines().any(|found| found == line), "{line}\n{profile}");
    }
    assert_eq!(desk.sonae_answering(&["profile", "new"], "").code(), 1);
    let arguments = ["build", "台帳.csv", "--profile", "profile.toml", "--level", "1", "--case", "insider-leak"];
    desk.sonae(&[&arguments[..], &["--out", "文書", "--formats", "html"]].concat()).good();
    let policy = std::fs::read_to_string(desk.path("文書/ISP-001_情報セキュリティ基本方針.html")).unwrap();
    assert!(policy.contains("見本&quot;商店&quot;") && policy.contains("2026年4月1日"));
}

/// 以上 stands below the table that ends the plan, not alone on a page of its own.
#[test]
fn the_plan_of_the_example_ends_on_the_page_of_its_last_table() {
    let desk = Desk::new();
    build(&desk, "insider-leak", "文書", &["--formats", "pdf"]).good();
    let plan = desk.path(&format!("文書/{}.pdf", KINDS[1]));
    let Ok(read) = Command::new("pdftotext").arg(plan).arg("-").output() else {
        eprintln!("skipped: pdftotext is not installed (scripts/test installs it)");
        return;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    let last = text.rsplit('\u{c}').find(|page| !page.trim().is_empty()).unwrap();
    assert!(last.contains("以上") && last.contains("署名"), "{last}");
}

/// Every Word and Excel file opens in LibreOffice, and its words come out.
#[test]
fn libreoffice_opens_what_is_made() {
    if Command::new("soffice").arg("--version").output().is_err() {
        eprintln!("skipped: soffice is not installed (scripts/test installs it)");
        return;
    }
    let desk = Desk::new();
    build(&desk, "insider-leak", "文書", &["--formats", "docx,xlsx", "--quiet"]).good();
    let profile = format!("-env:UserInstallation=file://{}", desk.path("soffice").display());
    let files: Vec<String> = desk.names("文書").iter().map(|name| format!("文書/{name}")).collect();
    for file in &files {
        let converted = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", "pdf", "--outdir", "開いた", file])
            .current_dir(desk.path("."))
            .output()
            .unwrap();
        assert!(converted.status.success(), "{file}");
        let stem = file.trim_start_matches("文書/").rsplit_once('.').unwrap().0;
        let text =
            Command::new("pdftotext").args([&format!("開いた/{stem}.pdf"), "-"]).current_dir(desk.path(".")).output();
        let text = String::from_utf8(text.unwrap().stdout).unwrap();
        assert!(text.contains("見本工業株式会社") || text.contains("情報資産"), "{file}: {text}");
    }
}
