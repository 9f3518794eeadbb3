//! What `sonae assess` shows: for eyes, for programs, for spreadsheets.

pub mod csv;
pub mod json;
pub mod table;
