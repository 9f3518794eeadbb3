//! Characters that no font of ours has are named before anything is laid out.

use document::{Block, Document};
use japanese::first_uncovered;

use crate::error::PdfError;

/// Looks at every text of the document.
pub(crate) fn check(document: &Document) -> Result<(), PdfError> {
    let title = &document.front.title;
    let mut texts = document.texts();
    pictures(&document.blocks, title, &mut texts);
    for (place, words) in &texts {
        if let Some(found) = first_uncovered(words) {
            return Err(PdfError::Uncovered { character: found.character, place: in_words(title, place) });
        }
    }
    Ok(())
}

/// 『表題』の第3条（目的）の表の1行目, from the place that the tree gives: 表題 第3条（目的） 表の1行目.
fn in_words(title: &str, place: &str) -> String {
    match place.strip_prefix(title).map(|rest| (rest, rest.trim_start())) {
        Some((_, "")) => format!("『{title}』の本文"),
        Some((rest, part)) if rest != part || title.is_empty() => {
            format!("『{title}』の{}", part.replace(" 表の", "の表の").replace(" 図「", "の図「"))
        }
        _ => format!("『{title}』の{place}"),
    }
}

/// The words inside pictures, which the tree's own list of texts does not hold.
fn pictures(blocks: &[Block], place: &str, found: &mut Vec<(String, String)>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => {
                found.push((format!("{place} 図「{}」", figure.caption), svg_words(&figure.svg)));
            }
            Block::Article(article) => {
                let place = format!("{place} 第{}条（{}）", article.number, article.title);
                pictures(&article.body, &place, found);
            }
            _ => {}
        }
    }
}

/// The characters of an SVG element outside its tags; `&#x1F984;` as the character it stands for.
fn svg_words(svg: &str) -> String {
    let mut words = String::new();
    for piece in svg.split('<') {
        let text = piece.split_once('>').map_or(piece, |(_, text)| text);
        for (index, part) in text.split("&#").enumerate() {
            let reference = (index > 0).then(|| part.split_once(';')).flatten();
            match reference.and_then(|(number, rest)| Some((referred(number)?, rest))) {
                Some((character, rest)) => {
                    words.push(character);
                    words.push_str(rest);
                }
                None => words.push_str(part),
            }
        }
    }
    words
}

fn referred(number: &str) -> Option<char> {
    let code = match number.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}
