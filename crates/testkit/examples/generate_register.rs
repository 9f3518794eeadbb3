//! Writes a register of any length: `cargo run -p testkit --example generate_register -- N FILE [inline]`.
//!
//! `inline` keeps the texts in the cells, as streaming writers do, instead of in the table of shared
//! strings, as Excel does.

use std::{error::Error, fs::File};

use testkit::registers::{Texts, write_register};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (lines, path, texts) = match arguments.as_slice() {
        [lines, path] => (lines, path, Texts::Shared),
        [lines, path, inline] if inline == "inline" => (lines, path, Texts::Inline),
        _ => return Err("usage: generate_register LINES FILE.xlsx [inline]".into()),
    };
    write_register(File::create(path)?, lines.parse()?, texts)?;
    Ok(())
}
