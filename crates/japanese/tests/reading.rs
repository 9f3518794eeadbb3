//! Order by reading.

use japanese::{reading_sort_key, to_hiragana};
use proptest::prelude::*;

#[test]
fn readings_stand_as_in_a_dictionary() {
    let ordered = [
        "ABC",
        "2026年度計画",
        "かいしゃ",
        "ガイチュウ",
        "かいとう",
        "サーバー",
        "さあばあの鍵",
        "さい",
        "しょうか",
        "しょうが",
        "じょうき",
        "会社",
        "顧客リスト",
    ];
    let mut sorted = ordered;
    sorted.sort_by_key(|text| reading_sort_key(text));
    let expected = [
        "2026年度計画",
        "ABC",
        "かいしゃ",
        "ガイチュウ",
        "かいとう",
        "サーバー",
        "さあばあの鍵",
        "さい",
        "しょうか",
        "しょうが",
        "じょうき",
        "会社",
        "顧客リスト",
    ];
    assert_eq!(sorted, expected);
}

#[test]
fn katakana_and_hiragana_are_one() {
    assert_eq!(to_hiragana("コキャク・リストヶ原ー"), "こきゃく・りすとゖ原ー");
    assert_eq!(reading_sort_key("ｺｷｬｸ ﾘｽﾄ"), reading_sort_key("こきゃくりすと"));
    assert_ne!(reading_sort_key("かき"), reading_sort_key("かぎ"));
}

proptest! {
    /// Marks decide only where the letters are equal.
    #[test]
    fn letters_come_before_marks(head in "[か-も]{0,5}", tail in "[か-も]{1,5}") {
        let (plain, voiced) = (format!("{head}か"), format!("{head}が{tail}"));
        prop_assert!(reading_sort_key(&plain) < reading_sort_key(&voiced));
    }

    #[test]
    fn a_key_is_never_long(text in ".{0,500}") {
        prop_assert!(reading_sort_key(&text).chars().count() <= 1_000);
    }
}
