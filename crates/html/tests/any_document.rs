//! Whatever the document, the page is well-formed and complete.

#![allow(clippy::unwrap_used, clippy::panic)]

mod page;

use document::{
    Align, Article, BlankMark, BlankState, Block, Cell, Column, Document, Figure, Inline, Note, Table, Text, Tone,
};
use page::read;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use testkit::documents::every_block;

/// Words with everything that markup is made of; no line ends, which readers of XML are free to change.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[<>&\"'/=;#a-z! -]{0,12}", "\\PC{0,12}", "[ぁ-んァ-ヶ一-龠。、「」]{0,20}"]
}

fn text() -> impl Strategy<Value = Text> {
    let states = select(vec![BlankState::Confirmed, BlankState::Unconfirmed, BlankState::Missing]);
    let inline = prop_oneof![
        words().prop_map(Inline::Plain),
        words().prop_map(Inline::Strong),
        (words(), states).prop_map(|(text, state)| Inline::Blank(BlankMark { text, state })),
    ];
    vec(inline, 0..4).prop_map(Text)
}

fn tone() -> impl Strategy<Value = Tone> {
    select(vec![Tone::Plain, Tone::High, Tone::Medium, Tone::Low, Tone::Attention, Tone::Muted])
}

fn table() -> impl Strategy<Value = Table> {
    let column = (words(), any::<u16>(), select(vec![Align::Left, Align::Center, Align::Right]))
        .prop_map(|(title, width, align)| Column { title, width, align });
    let cell =
        (text(), tone(), any::<Option<i64>>()).prop_map(|(text, tone, number)| Cell { text, tone, number, day: None });
    (words(), vec(column, 0..6), vec(vec(cell, 6), 0..4)).prop_map(|(caption, columns, rows)| Table {
        caption,
        columns,
        rows,
    })
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        (any::<u8>(), words()).prop_map(|(level, text)| Block::Heading { level, text }),
        text().prop_map(Block::Paragraph),
        (any::<bool>(), vec(text(), 0..3)).prop_map(|(ordered, items)| Block::List { ordered, items }),
        table().prop_map(Block::Table),
        (words(), words(), table()).prop_map(|(caption, alternative, table)| {
            Block::Figure(Figure { caption, svg: "<svg></svg>".into(), alternative, table })
        }),
        (words(), vec(text(), 0..3), tone()).prop_map(|(title, body, tone)| Block::Callout { title, body, tone }),
        Just(Block::PageBreak),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let note = text().prop_map(|text| Note { label: "記録", text });
        (words(), any::<u32>(), words(), vec(inner, 0..4), vec(note, 0..3))
            .prop_map(|(id, number, title, body, notes)| Block::Article(Article { id, number, title, body, notes }))
    })
}

proptest! {
    #[test]
    fn is_well_formed_and_complete(blocks in vec(block(), 0..8), title in words(), contents: bool) {
        let mut document = Document { front: every_block().front, blocks };
        document.front.title = title;
        document.front.contents = contents;
        let html = html::render(&document);
        let page = read(&html);
        for (place, words) in document.texts() {
            prop_assert!(page.words.contains(&words), "{place}: {words:?}");
        }
        for link in &page.links {
            prop_assert!(page.anchors.contains(&link[1..].to_owned()));
        }
        prop_assert_eq!(html, html::render(&document));
    }
}
