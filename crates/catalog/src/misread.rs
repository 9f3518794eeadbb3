//! What the TOML reader says of a file that a person wrote, in words that tell this person what to do.

use std::ops::Range;

/// Why a TOML file cannot be read: where, and what to write instead. Never repeats a value, which may be a
/// password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}行目: {message}")]
pub struct Misread {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and how to mend it, as sentences.
    pub message: String,
}

impl Misread {
    /// Of the `text` that gave this `error`.
    pub fn of(text: &str, error: &toml::de::Error) -> Self {
        let Range { start, end } = error.span().unwrap_or(0..0);
        let faulty = text.get(start..end).unwrap_or_default();
        Self { line: line_at(text, start), message: in_words(error.message(), faulty) }
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The reader names fields in backticks, the faulty one first.
pub(crate) fn names(message: &str) -> impl Iterator<Item = &str> {
    message.split('`').skip(1).step_by(2)
}

fn in_words(message: &str, faulty: &str) -> String {
    let first = names(message).next().unwrap_or_default();
    let others = || names(message).skip(1).collect::<Vec<_>>().join("、");
    if message.starts_with("missing field") {
        return format!("「{first}」がありません。書き足してください。");
    }
    if message.starts_with("unknown field") {
        return format!("「{first}」という項目はありません。つづりを確かめてください。使える項目：{}", others());
    }
    if message.starts_with("unknown variant") {
        return format!("使えない値です。使える値：{}", others());
    }
    if let Some((_, expected)) = message.split_once("invalid type").and_then(|(_, rest)| rest.split_once("expected ")) {
        return format!("値の形が違います。{}", form(expected));
    }
    // Our own types answer in Japanese already.
    if message.starts_with(|first: char| !first.is_ascii()) {
        return message.to_owned();
    }
    syntax(message, faulty).to_owned()
}

/// How a value of the kind that `expected` names is written.
fn form(expected: &str) -> &'static str {
    if expected.contains("string") {
        "文字は半角の \" で囲んでください。"
    } else if expected.contains("boolean") {
        "はい・いいえは true・false と書いてください。"
    } else if expected.contains("sequence") || expected.contains("array") {
        "並びは [\"…\", \"…\"] の形で書いてください。"
    } else if expected.contains("map") || expected.contains("struct") || expected.contains("table") {
        "ここには値ではなく、[名前] の見出しと、その下の「項目 = 値」の行を書いてください。"
    } else if ["integer", "u8", "u16", "u32", "u64", "usize", "i64", "i128"].iter().any(|kind| expected.contains(kind))
    {
        "数字は半角で、囲まずにそのまま書いてください。"
    } else {
        VALUE
    }
}

const VALUE: &str =
    "文字は半角の \" で囲み、はい・いいえは true・false、日付は 2026-04-01、数字は半角でそのまま書いてください。";
const KEY: &str = "項目の名前は、半角の英数字と - _ で書くか、半角の \" で囲んでください。行の先頭に全角の空白があれば消してください。";
const LIST: &str = "並びは [\"…\", \"…\"] の形で、半角の , で区切り、最後に ] を書いてください。";
const INLINE: &str = "{ } の中は「項目 = 値」を半角の , で区切り、最後に } を書いてください。";
const HEADING: &str = "見出しは [名前] か [[名前]] の形で、半角の括弧を閉じてください。";
const NUMBER: &str = "数字は半角で、区切りや先頭の0を付けずに書いてください。";
const STRING: &str = "文字を囲む半角の \" が閉じていません。値の最後に \" を書いてください。";
const ESCAPE: &str = "文字の中の \\ は、\\\\ と2つ続けて書いてください。";

/// What breaks the form of the file, by how the reader's message starts, and what to write.
///
/// The messages are those of `toml` 1.2 and `toml_parser` 1.1; one that is new falls to the general words.
const SYNTAX: &[(&str, &str)] = &[
    ("duplicate key", "同じ名前の項目か見出しが、前にもあります。一つにまとめてください。"),
    ("duplicate field", "同じ名前の項目が、前にもあります。一つにまとめてください。"),
    ("cannot extend", "同じ名前の項目が、前にもあります。一つにまとめてください。"),
    ("unclosed table", HEADING),
    ("unclosed array table", HEADING),
    ("missing table open", HEADING),
    ("invalid table", HEADING),
    (
        "key with no value",
        "項目の名前のあとに、半角の = がありません。「項目 = 値」の形で書いてください。メモの行は半角の # で始めてください。",
    ),
    ("extra `=`", "半角の = が余分です。「項目 = 値」の形で書いてください。"),
    ("missing value", "= のあとに値がありません。値を書くか、行の先頭に # を付けてください。"),
    (
        "unexpected key or value",
        "値のあとに余分な文字があります。「項目 = 値」は1行に一つだけ書いてください。文字の中の \" は \\\" と、値のあとのメモは半角の # に続けて書いてください。",
    ),
    ("string values must be quoted", VALUE),
    ("invalid boolean", "はい・いいえは、小文字の true・false で書いてください。"),
    ("missing opening quote", VALUE),
    ("invalid basic string, expected `\"`", STRING),
    (
        "invalid multi-line basic string, expected `\"`",
        "\"\"\" で始めた文字が閉じていません。文の最後に \"\"\" を書いてください。",
    ),
    ("invalid literal string, expected `'`", "文字を囲む半角の ' が閉じていません。値の最後に ' を書いてください。"),
    (
        "invalid multi-line literal string, expected `'`",
        "''' で始めた文字が閉じていません。文の最後に ''' を書いてください。",
    ),
    ("invalid basic string", "文字の中に、使えない文字（制御文字）があります。消してください。"),
    ("invalid multi-line", "文字の中に、使えない文字（制御文字）があります。消してください。"),
    ("invalid literal string", "文字の中に、使えない文字（制御文字）があります。消してください。"),
    ("invalid comment", "メモの中に、使えない文字（制御文字）があります。消してください。"),
    ("unexpected content between comment", "メモの中に、使えない文字（制御文字）があります。消してください。"),
    ("too few unicode value digits", ESCAPE),
    ("missing escaped value", ESCAPE),
    ("invalid escape", ESCAPE),
    ("invalid unquoted key", KEY),
    ("unquoted keys cannot be empty", "項目か見出しの名前がありません。名前を書いてください。"),
    ("keys cannot be multi-line", KEY),
    ("invalid key", KEY),
    ("missing comma between array elements", LIST),
    ("extra comma in array", LIST),
    ("unexpected `=` in array", LIST),
    ("unclosed array", LIST),
    ("missing array opening", LIST),
    ("missing comma between key-value pairs", INLINE),
    ("extra comma in inline table", INLINE),
    ("extra assignment", INLINE),
    ("missing key for inline table", INLINE),
    ("missing assignment", INLINE),
    ("invalid inline table", INLINE),
    ("unclosed inline table", INLINE),
    ("missing inline table opening", INLINE),
    ("invalid date", "日付は 2026-04-01 の形で、暦にある日を書いてください。"),
    ("invalid time", "時刻は 09:30:00 の形で書いてください。"),
    ("unexpected leading zero", NUMBER),
    ("`_` may only go between digits", NUMBER),
    ("invalid integer", NUMBER),
    ("invalid float", NUMBER),
    ("invalid mantissa", NUMBER),
    ("invalid fraction", NUMBER),
    ("invalid exponent", NUMBER),
    ("redundant", NUMBER),
    ("integer number overflowed", "数字が大きすぎます。桁を確かめてください。"),
    ("invalid value", "値が、使える範囲にありません。"),
    ("carriage return must be followed", "改行の形が崩れています。メモ帳などで開き、保存し直してください。"),
];

/// What to do where the file breaks the form of TOML.
fn syntax(message: &str, faulty: &str) -> &'static str {
    if message.starts_with("string values must be quoted") && faulty.is_empty() {
        return "= のあとに値がありません。値を書くか、行の先頭に # を付けてください。";
    }
    let known = SYNTAX.iter().find(|(start, _)| message.starts_with(start));
    known.map_or("書き方が正しくありません。「項目 = 値」の行か [名前] の見出しを書いてください。", |(_, words)| words)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::collections::BTreeMap;

    use super::*;

    fn misread(text: &str) -> Misread {
        Misread::of(text, &toml::from_str::<BTreeMap<String, toml::Value>>(text).unwrap_err())
    }

    #[test]
    fn what_people_write_wrong_is_told_with_line_and_mend() {
        for (text, line, mend) in [
            ("[organization\nname = \"a\"\n", 1, "括弧を閉じて"),
            ("[[clause]\nid = \"a\"\n", 1, "括弧を閉じて"),
            ("[a]]\n", 1, "余分な文字"),
            ("[]\n", 1, "名前がありません"),
            ("[a]\nname = \"株式会社\nemployees = 3\n", 2, "\" が閉じていません"),
            ("[a]\nname = 株式会社\n", 2, "\" で囲み"),
            ("[a]\nname = “見本”\n", 2, "半角の \""),
            ("[a]\ntelework = yes\n", 2, "true・false"),
            ("[a]\ntelework = True\n", 2, "小文字の true"),
            ("[a]\nemployees = 12人\n", 2, "数字は半角でそのまま"),
            ("[a]\nemployees = １２\n", 2, "数字は半角でそのまま"),
            ("[a]\nemployees = 1,000\n", 2, "余分な文字"),
            ("[a]\nemployees = 012\n", 2, "先頭の0を付けず"),
            ("[a]\nday = 2026/4/1\n", 2, "2026-04-01"),
            ("[a]\nday = 2026-13-01\n", 2, "暦にある日"),
            ("[a]\nemployees =\nname = \"a\"\n", 2, "値がありません"),
            ("[a]\nname ＝ \"a\"\n", 2, "半角の = がありません"),
            ("[a]\nname: \"a\"\n", 2, "半角の = がありません"),
            ("＃ メモ\n[a]\n", 1, "半角の # で始めて"),
            ("[a]\n　name = \"a\"\n", 2, "先頭に全角の空白"),
            ("[a]\n会社 = \"a\"\n", 2, "半角の英数字"),
            ("[a]\nname = \"C:\\Users\"\n", 2, "2つ続けて"),
            ("[a]\nname = \"彼は\"これ\"と言う\"\n", 2, "\\\" と"),
            ("[a]\nname = \"a\" メモ\n", 2, "# に続けて"),
            ("[a]\nname = \"a\"\n\nname = \"b\"\n", 4, "一つにまとめて"),
            ("[a]\nlist = [\"x\" \"y\"]\n", 2, "半角の , で区切り"),
            ("[a]\nlist = [\"x\", \"y\"\nname = \"b\"\n", 3, "最後に ] を"),
            ("[a]\nname = \"\"\"x\ny\n", 4, "\"\"\" を書いて"),
        ] {
            let told = misread(text);
            assert_eq!(told.line, line, "{text}: {told}");
            assert!(told.message.contains(mend), "{text}: {told}");
            let quoted = told.message.replace("true・false", "").replace("true", "");
            assert!(!quoted.contains(|letter: char| letter.is_ascii_lowercase()), "no English left: {told}");
        }
    }

    #[test]
    fn a_message_of_the_reader_that_we_do_not_know_gets_the_general_words() {
        assert!(syntax("something new", "").starts_with("書き方が正しくありません"));
    }
}
