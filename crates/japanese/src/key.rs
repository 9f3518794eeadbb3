//! Keys for matching: what a person would call the same word.

use unicode_normalization::UnicodeNormalization;

/// NFKC, lower case, without white space: for comparing only, never for showing.
///
/// `ﾌｧｲﾙ ｻｰﾊﾞｰ`, `ファイルサーバー` and `ファイル　サーバー` have one key, and so do `ＰＣ` and `pc`.
pub fn matching_key(text: &str) -> String {
    if text.is_ascii() {
        let visible = text.bytes().filter(|byte| !char::from(*byte).is_whitespace());
        return visible.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    }
    text.nfkc().filter(|character| !character.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// ０-９ to 0-9, everything else as it is.
pub fn to_half_width_digits(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '０'..='９' => char::from(b'0' + (character as u32 - '０' as u32) as u8),
            other => other,
        })
        .collect()
}
