//! Writes sample PDFs into a directory: `cargo run -p pdf --example sample_pdf -- out/`.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let directory = PathBuf::from(std::env::args().nth(1).ok_or("どのフォルダーに書くかを指定してください")?);
    std::fs::create_dir_all(&directory)?;
    let samples = [
        testkit::documents::every_block(),
        testkit::documents::risk_report(30),
        testkit::documents::risk_report(2_000),
    ];
    for (index, document) in samples.iter().enumerate() {
        let start = Instant::now();
        let bytes = pdf::render(document)?;
        let file = directory.join(format!("{index}-{}.pdf", document.front.id));
        println!("{} {} kB, {:.3} s", file.display(), bytes.len() / 1000, start.elapsed().as_secs_f64());
        std::fs::write(file, bytes)?;
    }
    Ok(())
}
