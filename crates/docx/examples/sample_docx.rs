//! Writes the two sample documents into a directory, to be looked at:
//! `cargo run -p docx --example sample_docx -- /tmp/samples`

use std::path::Path;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = std::env::args().nth(1).ok_or("どのフォルダーに書くかを指定してください。")?;
    let rows = std::env::args().nth(2).map_or(Ok(60), |rows| rows.parse())?;
    std::fs::create_dir_all(&directory)?;
    for document in [testkit::documents::every_block(), testkit::documents::risk_report(rows)] {
        let begun = Instant::now();
        let bytes = docx::render(&document)?;
        let path = Path::new(&directory).join(&document.front.id).with_extension("docx");
        println!("{}: {} bytes, {:?}", path.display(), bytes.len(), begun.elapsed());
        std::fs::write(path, bytes)?;
    }
    Ok(())
}
