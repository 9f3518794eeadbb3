//! Reading PDF files back, and small documents.

use std::io::Write;
use std::process::{Command, Stdio};

use document::{Block, Document, FrontMatter};

/// A document with nothing but a title and these blocks.
pub fn document(blocks: Vec<Block>) -> Document {
    let front = FrontMatter { id: "small".into(), title: "小さな規程".into(), ..FrontMatter::default() };
    Document { front, blocks }
}

/// The document as PDF.
pub fn render(document: &Document) -> Vec<u8> {
    pdf::render(document).unwrap_or_else(|error| panic!("{error} {error:?}"))
}

/// What a program of poppler says about a PDF file; `None`, loudly, where it is not installed.
fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let mut command = Command::new(program);
    let (before, after) = arguments.split_at(arguments.iter().position(|one| *one == "-").unwrap_or(arguments.len()));
    let run = command.args(before).arg(file.path()).args(after).stderr(Stdio::null()).output();
    match run {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(error) => {
            eprintln!("SKIPPED: {program} of poppler-utils is not there ({error})");
            None
        }
    }
}

/// The words of every page, without white space; `None`, loudly, without pdftotext.
pub fn pages(pdf: &[u8]) -> Option<Vec<String>> {
    let text = poppler("pdftotext", &["-layout", "-"], pdf)?;
    let mut pages: Vec<String> = text.split('\u{c}').map(squeezed).collect();
    pages.pop();
    Some(pages)
}

/// The words of all pages, without white space; `None`, loudly, without pdftotext.
pub fn words(pdf: &[u8]) -> Option<String> {
    Some(squeezed(&poppler("pdftotext", &["-raw", "-"], pdf)?))
}

/// What pdfinfo says; `None`, loudly, where it is not installed.
pub fn info(pdf: &[u8], arguments: &[&str]) -> Option<String> {
    poppler("pdfinfo", arguments, pdf)
}

/// Without white space: readers guess spaces from the gaps between letters, and lines end anywhere.
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// Whether the bytes hold the words.
pub fn holds(pdf: &[u8], words: &str) -> bool {
    pdf.windows(words.len()).any(|window| window == words.as_bytes())
}

/// Left and right edge of every word, in points; `None`, loudly, without pdftotext.
pub fn boxes(pdf: &[u8]) -> Option<Vec<(f64, f64)>> {
    let text = poppler("pdftotext", &["-bbox", "-"], pdf)?;
    let edge = |line: &str, name: &str| line.split_once(name)?.1.split('"').nth(1)?.parse().ok();
    let words = text.lines().filter(|line| line.contains("<word"));
    Some(words.filter_map(|line| Some((edge(line, "xMin")?, edge(line, "xMax")?))).collect())
}
