//! Why a file cannot be read, in one Japanese sentence: what is wrong, and what to do.

use super::scale::Scale;

/// Why a register cannot be read. `Display` is for people; `context` fields and `source()` are for logs.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // each variant says in its message what it is; fields are what the message names
pub enum ReadError {
    // The file.
    #[error("ファイル「{path}」が見つからないので、場所と名前を確かめてください。")]
    NotFound { path: String },
    #[error("「{path}」はフォルダーなので、台帳のファイル（.xlsx か .csv）を指定してください。")]
    Folder { path: String },
    #[error("ファイル「{path}」を開けないので、ほかのソフトで開いていれば閉じ、読む権限があるか確かめてください。")]
    Open { path: String, source: std::io::Error },
    #[error("ファイルを読む途中で機器のエラーが起きたので、ファイルをこのPCにコピーしてから、もう一度試してください。")]
    Device { source: std::io::Error },
    #[error("ファイルが空なので、台帳を保存し直してから指定してください。")]
    Empty,
    #[error(
        "ファイルが大きすぎる（{megabytes}MB）ので、{limit}MBまでになるように、台帳のシートだけを新しいファイルに保存し直してください。"
    )]
    TooLarge { megabytes: u64, limit: u64 },

    // Its format.
    #[error(
        "このファイルはパスワードで保護されているので、Excel で開いてパスワードを外し、保存し直してから指定してください。"
    )]
    Password,
    #[error(
        "このファイルは古い形式（.xls）なので、Excel で開き、「Excel ブック（.xlsx）」の形式で保存し直してから指定してください。"
    )]
    OldFormat,
    #[error(
        "このファイルは{kind}で、台帳として読めないので、「Excel ブック（.xlsx）」の形式で保存した台帳を指定してください。"
    )]
    OtherFormat { kind: &'static str },
    #[error(
        "このファイルは Excel ブック（.xlsx）でも CSV でもないので、台帳のファイルを確かめて指定し直してください。"
    )]
    NotWorkbook,
    #[error(
        "ファイルが壊れているか、途中で切れているので、元のファイルを Excel で開いて保存し直すか、もう一度コピーしてください。"
    )]
    Broken { context: String },

    // Its size inside.
    #[error(
        "ファイルの中身が異常に大きく膨らむため安全のために読むのをやめたので、台帳のシートだけを新しいファイルに保存し直してください。"
    )]
    Bomb { context: String },
    #[error(
        "ファイルの中の部品が多すぎる（{parts}個）ため安全のために読むのをやめたので、台帳のシートだけを新しいファイルに保存し直してください。"
    )]
    TooManyParts { parts: usize },
    #[error(
        "表計算ソフトが書かない危険な記述（DOCTYPE）があるため読むのをやめたので、Excel で開いて新しいファイルに保存し直してください。"
    )]
    Doctype { context: String },
    #[error(
        "1つのセルに{limit}文字を超える長すぎる文字があるため読むのをやめたので、文を短くするか別の資料に移して保存し直してください。"
    )]
    LongText { limit: usize, context: String },
    #[error(
        "台帳の文字が全部で{limit}MBを超えるため読むのをやめたので、台帳をいくつかのファイルに分けて保存し直してください。"
    )]
    TooManyTexts { limit: usize },
    #[error(
        "台帳の行が{limit}行を超えるため読むのをやめたので、台帳をいくつかのファイルに分けて保存し直してください。"
    )]
    TooManyLines { limit: u64 },
    #[error(
        "{place}のセル{cell}に値があるため読むのをやめたので、台帳を左から{limit}列以内に収めて保存し直してください。"
    )]
    TooWide { place: String, cell: String, limit: u32 },

    // CSV.
    #[error(
        "CSV の{line}行目に読めない文字があるので、文字コードを UTF-8 か Shift_JIS（CP932）にして保存し直してください。"
    )]
    Encoding { line: u64 },
    #[error("CSV の{line}行目で始まる引用符（\"）が閉じていないので、その行の引用符を直してください。")]
    UnclosedQuote { line: u64 },

    // What it holds.
    #[error("{0}")]
    NoRegister(String),
    #[error("シート「{sheet}」がないので、次の中から選んで指定してください：{sheets}。")]
    NoSuchSheet { sheet: String, sheets: String },
    #[error(
        "{place}{row}行目の見出しに{missing}の列がないので、列を加えて保存し直してください（読めた見出し：{found}）。"
    )]
    MissingColumns { place: String, row: u32, missing: String, found: String },
    #[error(
        "{place}{row}行目の見出しに『{column}』を表す列が{count}つあり（{found}）、どれを使うか決められないので、機密性・完全性・可用性の3列であれば見出しをその言葉に直し、そうでなければ『{column}』の列を1つだけにして、保存し直してください。"
    )]
    AmbiguousColumns { place: String, row: u32, column: &'static str, count: usize, found: String },
    #[error("{place}{row}行目の見出しの下に情報資産が1件もないので、台帳に記入してから指定してください。")]
    NoAssets { place: String, row: u32 },
    #[error("{place}の評価値は{}ようなので、そのとおりなら {} を付けて実行し、違うなら1〜3の数字に直してください（例：{example}）。", .scale.looks_like(), .scale.option())]
    OtherScale { place: String, scale: Scale, example: String },
    #[error("{place}の評価値は1〜3の数字で書かれているようなので、{} を付けずに実行してください（例：{example}）。", .scale.option())]
    PlainScale { place: String, scale: Scale, example: String },
    #[error(
        "{place}で使えないセルが{limit}件を超えたため読むのをやめたので、列の並びと見出しが合っているか確かめてください（最初の例：{example}）。"
    )]
    TooManyProblems { place: String, limit: usize, example: String },
}

impl ReadError {
    /// A broken part of a workbook; `context` is for logs.
    pub(super) fn broken(context: impl std::fmt::Display) -> Self {
        Self::Broken { context: context.to_string() }
    }
}
