//! The written Word file, looked at from four sides.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, missing_docs)]

mod any_words;
mod common;
mod libreoffice;
mod render;
mod schema;
