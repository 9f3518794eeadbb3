//! What commands show: lines; of `sonae assess`, for eyes, for programs, for spreadsheets.

mod columns;
pub mod csv;
pub mod json;
mod risks;
pub mod say;
pub mod table;
