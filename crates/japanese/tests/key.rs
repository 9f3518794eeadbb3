//! Keys for matching.

use japanese::{matching_key, to_half_width_digits};
use proptest::prelude::*;

#[test]
fn the_same_word_has_one_key() {
    for (a, b) in [
        ("ﾌｧｲﾙ ｻｰﾊﾞｰ", "ファイルサーバー"),
        ("ファイル　サーバー", "ファイル\nサーバー"),
        ("ＰＣ", "pc"),
        ("①", "1"),
        ("㈱", "(株)"),
        ("特定個人情報（マイナンバー）", "特定個人情報(ﾏｲﾅﾝﾊﾞｰ)"),
    ] {
        assert_eq!(matching_key(a), matching_key(b), "{a} {b}");
    }
    assert_ne!(matching_key("書類"), matching_key("書庫"));
}

#[test]
fn digits_become_half_width() {
    assert_eq!(to_half_width_digits("２０２５年4月"), "2025年4月");
}

proptest! {
    #[test]
    fn a_key_is_its_own_key_for_ascii_and_digits(text in "[ -~０-９ァ-ヶー]{0,20}") {
        let key = matching_key(&text);
        prop_assert_eq!(matching_key(&key), key);
    }
}
