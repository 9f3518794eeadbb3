//! What a PDF of ours holds, read back from its bytes.

mod common;
mod coverage;
mod extremes;
mod standards;
mod words;
