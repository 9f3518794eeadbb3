//! Document -> Word (.docx), with our own writer on zip and quick-xml.
//!
//! Words, order and colours come from the [`Document`]; everything about the look is in the styles of
//! `parts/styles.xml`, so that a company can restyle its documents in Word. The body streams through a
//! small buffer into the zip, so memory holds little more than the finished file.
//! Element names and their order follow ECMA-376 part 1 (WordprocessingML, transitional).

#![forbid(unsafe_code)]

mod body;
mod contents;
mod head;
mod numbering;
mod package;
mod page;
mod table;
mod text;
mod xml;

use document::Document;

/// Why no Word file came out. The words are for the person who asked for it.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    /// A row has more or fewer cells than the table has columns.
    #[error(
        "表「{caption}」の{row}行目にはセルが{cells}個ありますが、列は{columns}個です。セルの数を列の数に合わせてください。"
    )]
    RowLength {
        /// The table's caption.
        caption: String,
        /// The row, counted from 1 below the head.
        row: usize,
        /// Cells in that row.
        cells: usize,
        /// Columns of the table.
        columns: usize,
    },
    /// Word opens no table with more than 63 columns.
    #[error(
        "表「{caption}」には列が{columns}個あります。Wordの表は63列までです。列を減らすか、Excelで出力してください。"
    )]
    TooManyColumns {
        /// The table's caption.
        caption: String,
        /// Columns of the table.
        columns: usize,
    },
    /// The file could not be put together.
    #[error("Wordファイルを作れませんでした（{0}）。")]
    Write(#[from] std::io::Error),
    /// The parts could not be packed.
    #[error("Wordファイルの部品をまとめられませんでした（{0}）。")]
    Pack(#[from] zip::result::ZipError),
}

/// The Word file of that document, as bytes. The same document gives the same bytes.
///
/// Characters that XML cannot hold (control characters) are left out; line breaks and tabs stay.
///
/// # Errors
/// [`DocxError::RowLength`] and [`DocxError::TooManyColumns`] for tables that Word could not show.
pub fn render(document: &Document) -> Result<Vec<u8>, DocxError> {
    package::write(document)
}
