//! Writing workbooks: registers in the guideline's layout, and documents' tables.

mod document_workbook;
mod register_workbook;

pub use document_workbook::document_workbook;
pub use register_workbook::{register_csv, register_workbook};

/// Why a workbook cannot be written. `Display` is for people; `source()` is for logs.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A text is longer than a cell may be.
    #[error("{row}行目の『{column}』は32,767文字を超えていて Excel のセルに入らないので、文を短くしてください。")]
    LongText {
        /// Line of the asset in the register that was read.
        row: u32,
        /// Heading of the column.
        column: String,
    },
    /// There are more lines than a sheet has.
    #[error("情報資産が{0}件あり、Excel のシートに入らないので、台帳を分けてください。")]
    TooManyLines(usize),
    /// The writer refused; nothing that a person can mend.
    #[error("Excel ファイルを作れなかったので、入力した文字を確かめて、もう一度試してください。")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// When a workbook says that it was made: fixed, so that the same input gives the same bytes.
fn properties(title: &str) -> Result<rust_xlsxwriter::DocProperties, rust_xlsxwriter::XlsxError> {
    let created = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 4, 1)?;
    Ok(rust_xlsxwriter::DocProperties::new().set_title(title).set_creation_datetime(&created))
}
