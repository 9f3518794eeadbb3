//! `sonae catalog …`: knowledge to check, to read and to find.

#![allow(clippy::unwrap_used)]

mod common;

use common::{Desk, repository};

#[test]
fn the_catalog_is_whole() {
    let desk = Desk::new();
    let checked = desk.sonae(&["catalog", "check"]).good().out();
    for line in ["脅威：43", "脆弱性：85", "管理策：93", "Sonae で作成：", "第2回 セミナースライド"]
    {
        assert!(checked.contains(line), "{line}: {checked}");
    }
    assert!(checked.contains("■ 直すところ：0件") && checked.contains("■ まだないもの：0件"), "{checked}");
    assert!(desk.sonae(&["catalog", "cases"]).good().out().contains("ransomware"));
    assert!(desk.sonae(&["catalog", "examples"]).good().out().contains("ケース3"));
}

/// Whoever mends a chapter checks the folder, without building the program.
#[test]
fn a_folder_is_checked_as_it_is_written() {
    let desk = Desk::new();
    copy(&repository("catalog"), &desk.path("catalog"));
    let checked = |desk: &Desk| desk.sonae(&["catalog", "check", "--folder", "catalog"]);
    assert_eq!(checked(&desk).out(), desk.sonae(&["catalog", "check"]).out());
    let role = desk.path("catalog/roles.toml");
    let text = std::fs::read_to_string(&role).unwrap();
    std::fs::write(&role, text.replace("condition = \"my-number\"", "condition = \"my-nunber\"")).unwrap();
    let wrong = checked(&desk);
    assert_eq!(wrong.code(), 1);
    assert!(wrong.out().contains("catalog/roles.toml の") && wrong.out().contains("my-nunber"), "{}", wrong.out());
    std::fs::write(&role, "[[role]\n").unwrap();
    let broken = checked(&desk);
    assert_eq!(broken.code(), 1);
    assert!(
        broken.said().contains("catalog/roles.toml の1行目: 見出しは [名前] か [[名前]] の形で"),
        "{}",
        broken.said()
    );
    let missing = desk.sonae(&["catalog", "check", "--folder", "nowhere"]);
    assert_eq!(missing.code(), 1);
    assert!(missing.said().contains("「nowhere」を読めません"), "{}", missing.said());
    let empty = desk.sonae(&["catalog", "check", "--folder", "."]);
    assert_eq!(empty.code(), 1);
    assert!(empty.said().contains("catalog のファイル（threats.toml など）が1つもありません"), "{}", empty.said());
}

/// A file in another encoding is named, and hides no mistake of the others.
#[test]
fn a_file_that_is_no_utf_8_is_named() {
    let desk = Desk::new();
    copy(&repository("catalog"), &desk.path("catalog"));
    let checked = || desk.sonae(&["catalog", "check", "--folder", "catalog"]);
    let role = desk.path("catalog/roles.toml");
    let text = std::fs::read_to_string(&role).unwrap();
    std::fs::write(&role, text.replace("condition = \"my-number\"", "condition = \"my-nunber\"")).unwrap();
    std::fs::write(desk.path("catalog/topics/ransomware.toml"), b"title = \"\x94\xf5\"\n").unwrap();
    let chapter = checked();
    assert_eq!(chapter.code(), 1);
    let told = "catalog/topics/ransomware.toml: 文字として読めません。UTF-8 で保存し直してください。";
    for words in ["■ 読めないファイル：1件", told, "my-nunber", "■ まだないもの：読めない"] {
        assert!(chapter.out().contains(words), "{words}: {}", chapter.out());
    }
    std::fs::write(desk.path("catalog/threats.toml"), b"title = \"\x94\xf5\"\n").unwrap();
    std::fs::write(desk.path("catalog/media.toml"), "[[medium]\n").unwrap();
    let top = checked();
    assert_eq!((top.code(), top.out().as_str()), (1, ""));
    for words in ["読めないファイルが3件", told, "catalog/threats.toml: 文字として", "catalog/media.toml の1行目: "]
    {
        assert!(top.said().contains(words), "{words}: {}", top.said());
    }
}

#[test]
fn an_entry_is_shown_with_what_stands_with_it() {
    let desk = Desk::new();
    let clause = desk.sonae(&["catalog", "show", "ransomware.backup-taking"]).good().out();
    for words in ["■ 条項：", "実施手順", "なぜ必要か：", "◇ この条項が答える脆弱性", "SW-21", "もとの資料："]
    {
        assert!(clause.contains(words), "{words}: {clause}");
    }
    let weakness = desk.sonae(&["catalog", "show", "SW-21"]).good().out();
    assert!(
        weakness.contains("◇ この脆弱性に答える条項") && weakness.contains("◇ この脆弱性につけ込む脅威"),
        "{weakness}"
    );
    let both = desk.sonae(&["catalog", "show", "ransomware"]).good().out();
    assert!(both.contains("■ 脅威の話題：") && both.contains("■ 事例："), "{both}");
    let unknown = desk.sonae(&["catalog", "show", "バックアップ"]);
    assert_eq!(unknown.code(), 1);
    assert!(unknown.said().contains("という id の項目はありません。近いもの: "), "{}", unknown.said());
}

#[test]
fn words_find_entries_however_they_are_spelt() {
    let desk = Desk::new();
    let found = |words: &[&str]| desk.sonae(&[&["catalog", "search"][..], words].concat()).good().out();
    let katakana = found(&["バックアップ"]);
    assert_eq!(found(&["ばっくあっぷ"]), katakana);
    assert_eq!(found(&["ﾊﾞｯｸｱｯﾌﾟ"]), katakana);
    assert_eq!(katakana.lines().count(), 20);
    assert_eq!(found(&["バックアップ", "--limit", "3"]).lines().count(), 3);
    assert_ne!(found(&["バックアップ", "クラウド"]), katakana);
    for limit in ["0", "-1", "abc", "１"] {
        let refused = desk.sonae(&["catalog", "search", "バックアップ", "--limit", limit]);
        assert_eq!((refused.code(), refused.out().as_str()), (2, ""), "{limit}");
        let sentence = format!("の値「{limit}」は使えません。1以上の整数を半角で書いてください");
        assert!(refused.said().contains(&sentence), "{limit}: {}", refused.said());
    }
    let nothing = desk.sonae(&["catalog", "search", "存在しない言葉です"]);
    assert_eq!(nothing.code(), 1);
    assert!(nothing.said().contains("を含む項目はありません"), "{}", nothing.said());
}

fn copy(from: &str, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(entry.path().to_str().unwrap(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
