//! Whatever words a document holds, the file stays sound and keeps them.

use crate::common::{paragraphs, parts};
use document::{
    Article, BlankMark, BlankState, Block, Cell, Column, Document, Figure, FrontMatter, Inline, Note, Table, Text, Tone,
};
use proptest::prelude::*;

/// A document with these words in every place that can hold words.
fn document(words: &[String]) -> Document {
    let mut words = words.iter().cycle().cloned();
    let mut next = || words.next().unwrap_or_default();
    let blank = |text: String, state| Text(vec![Inline::Blank(BlankMark { text, state })]);
    let mut table = |caption: String| Table {
        caption,
        columns: vec![Column::left(next(), 0), Column::center(next(), 3)],
        rows: vec![vec![Cell::plain(next()), Cell::plain(next()).toned(Tone::High)]],
    };
    let (first, second) = (table("表の題".into()), table(String::new()));
    Document {
        front: FrontMatter {
            id: "any".into(),
            organization: next(),
            number: next(),
            category: next(),
            title: next(),
            revised_on: None,
            scope: next(),
            state: next(),
            contents: true,
            landscape: false,
        },
        blocks: vec![
            Block::Heading { level: 0, text: next() },
            Block::Callout { title: next(), body: vec![next().into()], tone: Tone::Plain },
            Block::Article(Article {
                id: next(),
                number: u32::MAX,
                title: next(),
                body: vec![
                    Block::Paragraph(Text(vec![Inline::Strong(next())])),
                    Block::Paragraph(blank(next(), BlankState::Confirmed)),
                    Block::Paragraph(blank(next(), BlankState::Unconfirmed)),
                    Block::Paragraph(blank(next(), BlankState::Missing)),
                    Block::List { ordered: true, items: vec![next().into()] },
                    Block::Heading { level: 9, text: next() },
                ],
                notes: vec![Note { label: "理由", text: next().into() }],
            }),
            Block::Table(first),
            Block::Figure(Figure { caption: next(), svg: next(), alternative: next(), table: second }),
        ],
    }
}

/// What of a text can stand in a Word file.
fn kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n");
    let stays = |character: &char| !character.is_control() || matches!(character, '\n' | '\t');
    text.chars().filter(stays).filter(|character| !matches!(character, '\u{fffe}' | '\u{ffff}')).collect()
}

fn holds_everything(document: &Document) {
    let parts = parts(&docx::render(document).unwrap());
    let words: Vec<String> = parts.iter().flat_map(|(_, xml)| paragraphs(xml)).collect();
    for (place, text) in document.texts() {
        assert!(words.iter().any(|paragraph| paragraph.contains(&kept(&text))), "{place}: {text:?}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = [
        "]]>",
        "<w:p/>",
        "&#0;",
        "\u{0}\u{1}\u{1b}[31m",
        "\u{fffe}\u{ffff}",
        " 前後の空白 ",
        "a\r\nb\rc\u{b}d\te",
        "\"'",
        "𠮷\u{200d}\u{feff}",
    ];
    holds_everything(&document(&hostile.map(String::from)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_words_stay_whole_and_the_xml_well_formed(
        words in prop::collection::vec(prop::collection::vec(any::<char>(), 0..12).prop_map(String::from_iter), 1..30)
    ) {
        holds_everything(&document(&words));
    }
}
