//! Documents as their plain words: what a file says can be read in tests.

use document::Document;
use web::Renderers;

/// Every text of a document on a line of its own, below the name of the format.
pub struct PlainWords;

fn words(format: &str, document: &Document) -> Vec<u8> {
    let texts = document.texts();
    let lines: Vec<&str> = texts.iter().map(|(_, words)| words.as_str()).collect();
    format!("{format}\n{}", lines.join("\n")).into_bytes()
}

impl Renderers for PlainWords {
    fn xlsx(&self, document: &Document) -> Result<Vec<u8>, String> {
        Ok(words("xlsx", document))
    }

    fn docx(&self, document: &Document) -> Result<Vec<u8>, String> {
        Ok(words("docx", document))
    }

    /// Refuses one character, as our fonts do.
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, String> {
        match document.texts().iter().find(|(_, words)| words.contains('🦄')) {
            Some((place, _)) => Err(format!("{place}にある文字「🦄」はPDFの文字に含まれていません。")),
            None => Ok(words("pdf", document)),
        }
    }
}
