//! Writes a sample page to standard output, to be looked at: `every-block`, or `risks` with the number of rows.

use testkit::documents::{every_block, risk_report};

fn main() {
    let mut words = std::env::args().skip(1);
    let document = match words.next().as_deref() {
        Some("risks") => risk_report(words.next().and_then(|rows| rows.parse().ok()).unwrap_or(60)),
        _ => every_block(),
    };
    println!("{}", html::render(&document));
}
