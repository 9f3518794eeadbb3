//! What a library says of a value that it cannot read, in Japanese.

/// The key that the message names, where the problem is the key, and the sentence for people.
pub(super) fn explain(message: &str) -> (Option<String>, String) {
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    if let Some(rest) = message.strip_prefix("missing field ") {
        let key = first_quoted(rest);
        return (Some(key.clone()), format!("『{key}』がありません。"));
    }
    if let Some(rest) = message.strip_prefix("duplicate field ") {
        let key = first_quoted(rest);
        return (Some(key.clone()), format!("『{key}』が2回あります。1つにしてください。"));
    }
    if let Some(rest) = message.strip_prefix("unknown field ") {
        let key = first_quoted(rest);
        let known = expected_words(rest);
        let help = if known.is_empty() { String::new() } else { format!("使えるのは {known} です。") };
        return (Some(key.clone()), format!("『{key}』という項目はありません。{help}"));
    }
    if let Some(rest) = message.strip_prefix("unknown variant ") {
        let sentence = format!("「{}」は使えません。{} のどれかにしてください。", first_quoted(rest), expected_words(rest));
        return (None, sentence);
    }
    let typed = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    if let Some((given, expected)) = typed.and_then(|rest| rest.split_once(", expected ")) {
        return (None, format!("{}は使えません。{}を入れてください。", given_words(given), wanted_words(expected)));
    }
    // Our own types speak Japanese already.
    let ours = !message.is_ascii();
    (None, if ours { message.to_owned() } else { "値の形が違います。説明書にある形で入れてください。".to_owned() })
}

/// The word between the first two backticks.
fn first_quoted(text: &str) -> String {
    text.split('`').nth(1).unwrap_or_default().to_owned()
}

/// The words between backticks after `expected`.
fn expected_words(text: &str) -> String {
    let expected = text.split_once(", expected ").map_or("", |(_, expected)| expected);
    expected.split('`').skip(1).step_by(2).collect::<Vec<_>>().join("、")
}

fn given_words(given: &str) -> String {
    if let Some(text) = given.strip_prefix("string ") {
        let short: String = text.trim_matches('"').chars().take(60).collect();
        return format!("文字「{short}」");
    }
    let quoted = first_quoted(given);
    match given.split(['`', ' ']).next().unwrap_or_default() {
        "integer" | "floating" => format!("数「{quoted}」"),
        "boolean" => format!("真偽値「{quoted}」"),
        "null" | "unit" | "Option" => "空の値（null）".to_owned(),
        "map" => "{ } でまとめた値".to_owned(),
        "sequence" => "[ ] で並べた値".to_owned(),
        _ => "この値".to_owned(),
    }
}

fn wanted_words(expected: &str) -> &'static str {
    match expected {
        "a string" | "a borrowed string" | "string" => "\" \" で囲んだ文字",
        "u8" | "u16" | "u32" | "u64" | "usize" => "0以上の整数",
        "i8" | "i16" | "i32" | "i64" | "isize" => "整数",
        "a boolean" => "true か false",
        "a sequence" => "[ ] で並べた値",
        _ if expected.starts_with("struct ") || expected.contains("map") => "{ } でまとめた値",
        _ if expected.contains("UUID") || expected.contains("uuid") => "一覧で得た id",
        _ => "説明書にある形の値",
    }
}
