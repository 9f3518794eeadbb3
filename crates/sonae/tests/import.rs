//! `sonae import`: preview, bringing in, exit codes.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Desk, SLIDES};

const PASSWORD: &str = "correct-horse-battery-staple-27";

/// A desk with an organization in the folder `data`.
fn desk() -> Desk {
    let desk = Desk::new();
    let first = ["init", "--organization", "見本商事", "--person", "見本花子", "--email", "hanako@example.jp"];
    let arguments = [&first[..], &["--password-stdin", "--data", "data"]].concat();
    desk.sonae_answering(&arguments, &format!("{PASSWORD}\n")).good();
    desk
}

fn import(desk: &Desk, options: &[&str]) -> common::Ran {
    desk.sonae(&[&["import"], options, &["--data", "data"]].concat())
}

#[test]
fn looks_first_then_brings_in_once() {
    let desk = desk();
    desk.file("台帳.csv", SLIDES);
    let look = import(&desk, &["台帳.csv", "--dry-run"]).good();
    assert!(look.out().contains("新規 3件") && look.out().contains("何も書き込んでいません"), "{}", look.out());
    let done = import(&desk, &["台帳.csv"]).good();
    assert!(done.out().contains("2行目 社員名簿（人事担当者のPC）"), "{}", done.out());
    assert!(done.out().contains("3件を追加し、0件を変更しました。"), "{}", done.out());
    let again = import(&desk, &["台帳.csv"]).good();
    assert!(again.out().contains("変更なし 3件") && again.out().contains("台帳と同じ内容"), "{}", again.out());
    desk.file("台帳.csv", &SLIDES.replace("過去3年分", "過去5年分"));
    let changed = import(&desk, &["台帳.csv"]).good();
    assert!(changed.out().contains("備考：過去3年分 → 過去5年分"), "{}", changed.out());
    assert!(changed.out().contains("0件を追加し、1件を変更しました。"), "{}", changed.out());
    // The log has an operator, and is whole.
    desk.sonae(&["audit-log", "verify", "--data", "data"]).good();
}

#[test]
fn tells_programs_everything() {
    let desk = desk();
    desk.file("台帳.csv", &format!("{SLIDES}総務,規程,,,,,現場端末,1,1,9,\n"));
    let refused = import(&desk, &["台帳.csv", "--format", "json"]);
    let told = refused.json();
    assert_eq!((refused.code(), &told["applied"]), (1, &serde_json::Value::Null));
    assert_eq!(told["counts"]["unusable"], 1);
    assert_eq!(told["unknown_media"][0]["words"], "現場端末");
    assert!(refused.said().contains("--medium 現場端末=媒体の名前"), "{}", refused.said());
    let options = ["台帳.csv", "--format", "json", "--skip-invalid"];
    let told = import(&desk, &options).good().json();
    assert_eq!(told["applied"], serde_json::json!({ "added": 3, "changed": 0, "left": 0, "unusable": 1 }));
    assert_eq!((&told["new"][0]["row"], &told["new"][0]["medium"]), (&2.into(), &"office-pc".into()));
    desk.file("台帳.csv", &format!("{SLIDES}総務,規程,,,,,現場端末,1,1,1,\n"));
    let told = import(&desk, &["台帳.csv", "--format", "json", "--medium", "現場端末=モバイル機器"]).good().json();
    assert_eq!((&told["counts"]["new"], &told["new"][0]["medium"]), (&1.into(), &"mobile-device".into()));
    // The word was kept.
    assert_eq!(import(&desk, &["台帳.csv", "--format", "json"]).good().json()["counts"]["unchanged"], 4);
}

#[test]
fn says_what_is_wrong() {
    let desk = desk();
    desk.file("台帳.csv", SLIDES);
    desk.file("words.csv", "情報資産名称,媒体・保存先,資産価値\n名簿,書類,高\n");
    std::fs::write(desk.path("large.csv"), vec![b'x'; (20 << 20) + 1]).unwrap();
    for (options, code, words) in [
        (vec!["ない.csv"], 1, "読めません"),
        (vec!["large.csv", "--dry-run"], 1, "20MBまで"),
        (vec!["words.csv"], 1, "--scale words"),
        (vec!["台帳.csv", "--organization", "別の会社"], 1, "「別の会社」という組織はありません"),
        (vec!["台帳.csv", "--medium", "端末=机"], 2, "媒体「机」はありません"),
        (vec!["台帳.csv", "--scale", "9"], 2, "9"),
    ] {
        let ran = import(&desk, &options);
        assert_eq!(ran.code(), code, "{options:?}: {}", ran.said());
        assert!(ran.said().contains(words), "{options:?}: {}", ran.said());
    }
    assert!(import(&desk, &["words.csv", "--scale", "words"]).good().out().contains("1件を追加し"));
    let nowhere = desk.sonae(&["import", "台帳.csv", "--data", "elsewhere"]);
    assert_eq!(nowhere.code(), 1);
    assert!(nowhere.said().contains("まだデータがありません"), "{}", nowhere.said());
}
