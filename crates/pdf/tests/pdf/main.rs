//! What a PDF of ours holds, read back from its bytes.

#![allow(clippy::unwrap_used, clippy::panic)]

mod common;
mod coverage;
mod extremes;
mod standards;
mod words;
