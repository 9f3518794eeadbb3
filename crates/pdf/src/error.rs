//! What can go wrong, in words for people.

/// Why a document could not become a PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// A character that no font of ours has.
    #[error("{place}にある文字{}はPDFの文字に含まれていません。ほかの書き方に替えてください。", shown(*character))]
    Uncovered {
        /// The character.
        character: char,
        /// Where it stands, in words: 『表題』の第3条（目的）.
        place: String,
    },
    /// A row of a table has more or fewer cells than the table has columns.
    #[error(
        "『{title}』の表「{caption}」の{row}行目のセルは{cells}個ですが、列は{columns}個です。行のセルの数を列の数にそろえてください。"
    )]
    Row {
        /// 表題 of the document.
        title: String,
        /// Caption of the table.
        caption: String,
        /// Which row, counted from 1.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many columns the table has.
        columns: usize,
    },
    /// typst refused the document.
    #[error(
        "『{title}』をPDFに組めませんでした。WordかExcelの形式で保存し、記録（ログ）を添えて開発元に知らせてください。"
    )]
    Layout {
        /// 表題 of the document.
        title: String,
        /// What typst said; for the log, not for people.
        diagnostics: String,
    },
}

/// 「🦄」（U+1F984）; characters that cannot be seen only by their number.
fn shown(character: char) -> String {
    let number = character as u32;
    if character.is_control() || character.is_whitespace() || matches!(number, 0x200B..=0x200F | 0xE000..=0xF8FF) {
        format!("（U+{number:04X}、目に見えない文字か外字）")
    } else {
        format!("「{character}」（U+{number:04X}）")
    }
}
