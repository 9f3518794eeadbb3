//! Which of the six media words mean: exact names, words inside, and what has to be asked.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::*;
use method::Medium::{self, *};
use proptest::prelude::*;
use sheet::{MediumNames, MediumProblem};

#[test]
fn the_six_titles_always_match() {
    for medium in Medium::ALL {
        assert_eq!(MediumNames::default().resolve(medium.title()), Ok(medium));
        let contrary = MediumNames::new(Medium::ALL.map(|other| (other.title().to_owned(), Paper)), []);
        assert_eq!(contrary.resolve(medium.title()), Ok(medium));
    }
}

#[test]
fn words_are_found_inside_and_in_any_writing() {
    for (cell, medium) in [
        ("人事担当者のPC", OfficePc),
        ("人事担当者のＰＣ", OfficePc),
        ("営業部 パソコン", OfficePc),
        ("USBメモリ", RemovableMedia),
        ("ｕｓｂメモリー", RemovableMedia),
        ("社内サーバ", InternalServer),
        ("社内サーバーの共有", InternalServer),
        ("ファイルサーバ", InternalServer),
        ("ﾌｧｲﾙｻｰﾊﾞｰ", InternalServer),
        ("社外サーバー（クラウド）", ExternalServer),
        ("onedrive 営業", ExternalServer),
        ("紙・キャビネット", Paper),
        ("スマホ2台", MobileDevice),
    ] {
        assert_eq!(media().resolve(cell), Ok(medium), "{cell}");
    }
}

#[test]
fn what_may_mean_several_or_nothing_is_asked() {
    let ambiguous = |candidates: &[Medium]| Err(MediumProblem::Ambiguous(candidates.to_vec()));
    assert_eq!(media().resolve("ノートPC"), ambiguous(&[OfficePc]));
    assert_eq!(media().resolve("営業のノートＰＣ"), ambiguous(&[OfficePc]));
    assert_eq!(media().resolve("サーバー"), ambiguous(&[]));
    assert_eq!(media().resolve("PCと紙"), ambiguous(&[Paper, OfficePc]));
    assert_eq!(media().resolve("紙のファイル"), ambiguous(&[Paper]));
    assert_eq!(media().resolve("NPC"), ambiguous(&[OfficePc]));
    assert_eq!(media().resolve("倉庫"), Err(MediumProblem::Unknown));
    assert_eq!(media().resolve(""), Err(MediumProblem::Unknown));
}

#[test]
fn the_companys_own_names_come_last_and_win() {
    let catalog = [("PC", OfficePc), ("タブレット", MobileDevice)];
    let own = [("タブレット", OfficePc), ("ノートPC", MobileDevice), ("赤い箱", Paper)];
    let names = catalog.into_iter().chain(own).map(|(name, medium)| (name.to_owned(), medium));
    let names = MediumNames::new(names, ["ノートPC".to_owned()]);
    assert_eq!(names.resolve("タブレット"), Ok(OfficePc));
    assert_eq!(names.resolve("ノートPC"), Ok(MobileDevice));
    assert_eq!(names.resolve("営業のノートPC"), Ok(MobileDevice));
    assert_eq!(names.resolve("赤い箱"), Ok(Paper));
}

#[test]
fn the_register_asks_with_the_six_names() {
    let register = read_csv("資産名,保管場所,資産価値\n名簿,ノートPC,3\n案内,倉庫,1\n図面,PC・紙,2\n").unwrap();
    let messages: Vec<_> = register.problems.iter().map(|problem| problem.message.as_str()).collect();
    let six = "書類、可搬電子媒体、事務所PC、モバイル機器、社内サーバー、社外サーバーのどれかを書いてください。";
    assert_eq!(messages[0], format!("2行目『保管場所』（B2）の値『ノートPC』はどの媒体か決められません。{six}"));
    assert_eq!(messages[1], format!("3行目『保管場所』（B3）の値『倉庫』はどの媒体か分かりません。{six}"));
    assert_eq!(
        messages[2],
        format!(
            "4行目『保管場所』（B4）の値『PC・紙』はどの媒体か決められません（書類と事務所PCが考えられます）。{six}"
        )
    );
}

#[test]
fn paper_and_something_electronic_is_asked_about() {
    let asked = Err(MediumProblem::Ambiguous(vec![Paper]));
    for cell in ["紙・電子", "書類（電子）", "電子／紙", "紙とデジタル"] {
        assert_eq!(media().resolve(cell), asked, "{cell}");
    }
    assert_eq!(media().resolve("可搬電子媒体（営業）"), Ok(RemovableMedia));
    assert_eq!(media().resolve("クラウド（電子）"), Ok(ExternalServer), "what holds only data is none but that");
    let own = MediumNames::new([("紙・電子".to_owned(), Paper)], []);
    assert_eq!(own.resolve("紙・電子"), Ok(Paper), "the company's own name wins");
}

#[test]
fn marks_for_the_line_above_are_not_asked_about() {
    let register = read_csv("資産名,保管場所,資産価値\n名簿,紙,3\n案内,〃,1\n図面,（同上）,2\n").unwrap();
    let told = messages(&register, sheet::Severity::Error);
    let copy = "なので、読めません。上の行の値をそのまま書いてください。";
    let expected = [
        format!("3行目『保管場所』（B3）の値『〃』は上の行と同じという意味の記号{copy}"),
        format!("4行目『保管場所』（B4）の値『（同上）』は上の行と同じという意味の言葉{copy}"),
    ];
    assert_eq!(told, expected);
    assert_eq!(register.unknown_media, []);
}

proptest! {
    /// A text is a medium only where every reading of it is that medium: adding an ambiguous word asks.
    #[test]
    fn an_ambiguous_word_always_asks(text in "[ぁ-ん]{0,6}", medium in 0usize..6) {
        let medium = Medium::ALL[medium];
        let names = MediumNames::new([], ["どれか".to_owned()]);
        prop_assume!(!text.contains("どれか"));
        prop_assert_eq!(names.resolve(&format!("{text}{}", medium.title())), Ok(medium));
        let asked = names.resolve(&format!("{text}{}どれか", medium.title()));
        prop_assert_eq!(asked, Err(MediumProblem::Ambiguous(vec![medium])));
    }
}
