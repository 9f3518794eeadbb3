//! LibreOffice opens the file and sees the same words, with the numbers that it counts itself.

use std::process::Command;

use testkit::documents::every_block;

fn there(program: &str) -> bool {
    let found = Command::new(program).arg("-v").output().is_ok();
    if !found {
        println!("SKIPPED: {program} is not installed");
    }
    found
}

#[test]
fn libreoffice_shows_every_word_and_counts_the_articles() {
    if !there("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sample.docx");
    let document = every_block();
    std::fs::write(&file, docx::render(&document).unwrap()).unwrap();
    let convert = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(&file)
        .output();
    let Ok(convert) = convert else {
        println!("SKIPPED: soffice is not installed");
        return;
    };
    let pdf = folder.path().join("sample.pdf");
    assert!(pdf.is_file(), "{}", String::from_utf8_lossy(&convert.stderr));
    let text = Command::new("pdftotext").arg("-layout").arg(&pdf).arg("-").output().unwrap();
    let text: String = String::from_utf8(text.stdout).unwrap().split_whitespace().collect();
    for words in [
        "見本工業株式会社",
        "草案（未承認）",
        "STD-999",
        "2026年4月1日",
        "全社・全従業員",
        "〔代理の担当者〕",
        "図1リスクの分布",
        "〜、―、…、％",
        "草案（未承認）1/",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    // Once in the contents, where we wrote the number, and once as a heading, where LibreOffice counted it.
    assert_eq!(text.matches("第1条（目的）").count(), 2, "{text}");
    assert_eq!(text.matches("第2条（パスワードの設定）").count(), 2, "{text}");
}
