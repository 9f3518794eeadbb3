//! The table of `japanese` and the fonts say the same, and a character in neither is named.

use std::collections::BTreeSet;

use document::{Article, Block, Cell, Column, Figure, Note, Table, Text};
use japanese::first_uncovered;
use pdf::{PdfError, embedded_fonts};
use testkit::documents::heading;
use typst::foundations::Bytes;
use typst::text::Font;

use crate::common::{document, render, words};

fn fonts() -> Vec<Font> {
    embedded_fonts().iter().flat_map(|font| Font::iter(Bytes::new(font.bytes))).collect()
}

#[test]
fn table_equals_the_fonts() {
    let fonts = fonts();
    assert_eq!(fonts.len(), embedded_fonts().len());
    let drawn: BTreeSet<u32> = fonts.iter().flat_map(|font| font.info().coverage.iter()).collect();
    assert!(drawn.len() > 20_000, "{}", drawn.len());
    let pasted = ['\n', '\r', '\t', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2028}', '\u{2029}', '\u{2060}'];
    for character in '\0'..=char::MAX {
        let said = first_uncovered(character.encode_utf8(&mut [0; 4])).is_none();
        let expected = drawn.contains(&character.into()) || pasted.contains(&character);
        assert_eq!(said, expected, "U+{:04X}", u32::from(character));
    }
}

#[test]
fn every_covered_character_can_be_set() {
    let covered: Vec<char> =
        ('\0'..=char::MAX).filter(|one| first_uncovered(one.encode_utf8(&mut [0; 4])).is_none()).collect();
    let paragraphs = covered.chunks(500).map(|some| Block::Paragraph(Text::plain(some.iter().collect::<String>())));
    let strong = covered.chunks(500).map(|some| heading(1, &some.iter().collect::<String>()));
    render(&document(paragraphs.chain(strong).collect()));
}

#[test]
fn variants_of_kanji_can_be_set() {
    let text = "葛\u{E0100}城、辻\u{E0101}、邉\u{E010F}、☑\u{FE0F}、神\u{FE00}";
    assert_eq!(first_uncovered(text), None);
    let Some(found) = words(&render(&document(vec![Block::Paragraph(text.into())]))) else { return };
    let plain: String = found.chars().filter(|one| !('\u{E0100}'..='\u{E01EF}').contains(one)).collect();
    assert!(plain.contains("葛城、辻、邉、☑"), "{found}");
}

#[test]
fn uncovered_character_is_named_with_its_place() {
    let article = Article {
        id: "a".into(),
        number: 3,
        title: "体制".into(),
        body: vec![Block::List { ordered: true, items: vec!["よい".into(), "わるい🦄".into()] }],
        notes: vec![],
    };
    let error = pdf::render(&document(vec![Block::Article(article)])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "『小さな規程』の第3条（体制）にある文字「🦄」（U+1F984）はPDFの文字に含まれていません。ほかの書き方に替えてください。"
    );
    let PdfError::Uncovered { character, place } = error else { panic!() };
    assert_eq!((character, place.as_str()), ('🦄', "『小さな規程』の第3条（体制）"));
}

#[test]
fn every_place_is_looked_at() {
    let bad = "🦄";
    let table = |words: &str| Table {
        caption: String::new(),
        columns: vec![Column::left("資産", 1)],
        rows: vec![vec![Cell::plain("よい")], vec![Cell::plain(words)]],
    };
    let svg = |words: &str| {
        Block::Figure(Figure {
            caption: "分布".into(),
            svg: format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>{words}</text></svg>"),
            alternative: "図".into(),
            table: table("よい"),
        })
    };
    let note = Article {
        id: "a".into(),
        number: 1,
        title: String::new(),
        body: vec![svg("&#x1F984;")],
        notes: vec![Note { label: "記録", text: "よい".into() }],
    };
    for (block, place) in [
        (heading(1, bad), "『小さな規程』の本文"),
        (Block::Table(table(bad)), "『小さな規程』の表の2行目「資産」"),
        (svg(bad), "『小さな規程』の図「分布」"),
        (svg("&#129412;"), "『小さな規程』の図「分布」"),
        (Block::Article(note), "『小さな規程』の第1条（）の図「分布」"),
    ] {
        let found = pdf::render(&document(vec![block]));
        assert_eq!(found, Err(PdfError::Uncovered { character: '🦄', place: place.into() }));
    }
    let mut front = document(vec![]);
    front.front.organization = bad.into();
    front.front.title = "組織".into();
    let error = pdf::render(&front).unwrap_err().to_string();
    assert!(error.starts_with("『組織』の組織名にある文字「🦄」（U+1F984）は"), "{error}");
}

#[test]
fn character_that_cannot_be_seen_is_named_by_its_number() {
    let error = pdf::render(&document(vec![Block::Paragraph("a\u{7}".into())])).unwrap_err().to_string();
    assert!(error.contains("にある文字（U+0007、目に見えない文字か外字）は"), "{error}");
}
