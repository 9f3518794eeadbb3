//! What `sonae assess` shows: for eyes, for programs, for spreadsheets.

mod columns;
pub mod csv;
pub mod json;
mod risks;
pub mod table;
