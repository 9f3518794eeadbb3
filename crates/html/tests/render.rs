//! The page: complete, escaped, the same every time.

#![allow(clippy::unwrap_used, clippy::panic)]

mod page;

use document::{BlankMark, BlankState, Block, Cell, Column, Document, Inline, Table, Text, Tone};
use page::read;
use testkit::documents::{every_block, risk_report};

/// The sample with the same words in every place that takes words.
fn filled_with(words: &str) -> Document {
    let mut document = every_block();
    let front = &mut document.front;
    for place in [&mut front.organization, &mut front.number, &mut front.category, &mut front.title] {
        *place = words.into();
    }
    (front.scope, front.state) = (words.into(), words.into());
    fill(&mut document.blocks, words);
    document
}

fn fill(blocks: &mut [Block], words: &str) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => *text = words.into(),
            Block::Paragraph(text) => fill_text(text, words),
            Block::Article(article) => {
                (article.id, article.title) = (words.into(), words.into());
                fill(&mut article.body, words);
                article.notes.iter_mut().for_each(|note| fill_text(&mut note.text, words));
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| fill_text(item, words)),
            Block::Table(table) => fill_table(table, words),
            Block::Figure(figure) => {
                (figure.caption, figure.alternative) = (words.into(), words.into());
                fill_table(&mut figure.table, words);
            }
            Block::Callout { title, body, .. } => {
                *title = words.into();
                body.iter_mut().for_each(|text| fill_text(text, words));
            }
            Block::PageBreak => {}
        }
    }
}

fn fill_text(text: &mut Text, words: &str) {
    for inline in &mut text.0 {
        match inline {
            Inline::Plain(place) | Inline::Strong(place) => *place = words.into(),
            Inline::Blank(mark) => mark.text = words.into(),
        }
    }
}

fn fill_table(table: &mut Table, words: &str) {
    table.caption = words.into();
    table.columns.iter_mut().for_each(|column| column.title = words.into());
    table.rows.iter_mut().flatten().for_each(|cell| fill_text(&mut cell.text, words));
}

#[test]
fn every_text_is_on_the_page() {
    for document in [every_block(), risk_report(40)] {
        let page = read(&html::render(&document));
        for (place, words) in document.texts() {
            assert!(page.words.contains(&words), "{place}: 「{words}」");
        }
        assert!(page.words.contains(&document.front.state));
    }
}

#[test]
fn what_looks_like_markup_stays_words() {
    let tame = read(&html::render(&filled_with("ただの言葉だけを並べた見本")));
    for hostile in [
        "</style><script>alert(1)</script>",
        "\" onmouseover=\"alert(1)\" x=\"",
        "<img src=x onerror=alert(1)>' autofocus",
        "</title></head><body><h1>乗っ取り</h1>",
        "--><!-- ]]> &lt;b&gt; &#60;script&#62;",
        "</svg></div></main></html>",
    ] {
        let html = html::render(&filled_with(hostile));
        let page = read(&html);
        assert_eq!(page.shape, tame.shape, "{hostile}");
        assert!(page.words.contains(hostile));
        assert!(!html.contains("<script") && !html.contains("<img"));
    }
}

#[test]
fn contents_lead_to_every_heading_and_article() {
    let mut document = every_block();
    let page = read(&html::render(&document));
    assert_eq!(page.links.iter().filter(|link| *link != "#main").count(), 6);
    for link in &page.links {
        assert!(page.anchors.contains(&link[1..].to_owned()), "{link}");
    }
    assert!(page.anchors.contains(&"every-block.purpose".to_owned()));
    document.front.contents = false;
    assert_eq!(read(&html::render(&document)).links, Vec::<String>::new());
}

#[test]
fn anchors_are_never_given_twice() {
    let page = read(&html::render(&filled_with("main")));
    let mut anchors = page.anchors.clone();
    anchors.sort();
    anchors.dedup();
    assert_eq!(anchors.len(), page.anchors.len());
}

#[test]
fn blanks_say_their_state_in_words() {
    let html = html::render(&every_block());
    assert!(html.contains(r#"title="未確認">12文字<span class="unseen">（未確認）</span>"#));
    assert!(html.contains("〔代理の担当者〕"));
    assert!(html.contains("システム管理者または"), "a confirmed blank looks like its sentence");
}

#[test]
fn a_missing_date_is_a_blank() {
    let mut document = every_block();
    document.front.revised_on = None;
    assert!(read(&html::render(&document)).words.contains("改訂日〔改訂日〕"));
}

#[test]
fn colours_of_bare_numbers_have_words() {
    let row = |cells: [Cell; 2]| Table {
        caption: String::new(),
        columns: vec![Column::left("レベル", 1), Column::left("評価", 1)],
        rows: vec![cells.into()],
    };
    let page = |table| html::render(&Document { front: every_block().front, blocks: vec![Block::Table(table)] });
    let alone = page(row([Cell::number(6).toned(Tone::High), Cell::plain("")]));
    assert!(alone.contains(r#"6 <small class="tone-word">高</small>"#));
    let said = page(row([Cell::number(6).toned(Tone::High), Cell::plain("高").toned(Tone::High)]));
    assert!(!said.contains("<small"));
    let open = page(row([Cell::plain("未記入").toned(Tone::High), Cell::plain("")]));
    assert!(!open.contains("<small"), "the words themselves say why they are coloured");
}

#[test]
fn nothing_is_fetched_or_run() {
    let html = html::render(&every_block());
    for word in ["<script", "<link", "<img", "<iframe", "url(", "@import", "src=", "style-src *"] {
        assert!(!html.contains(word), "{word}");
    }
    let addresses: Vec<_> = html.match_indices("http").map(|(place, _)| &html[place..place + 10]).collect();
    assert!(
        addresses.iter().all(|one| one.starts_with("http-equiv") || one.starts_with("http://www")),
        "{addresses:?}"
    );
}

#[test]
fn same_document_same_bytes() {
    assert_eq!(html::render(&every_block()), html::render(&every_block()));
}

#[test]
fn rows_shorter_than_the_head_do_not_break_the_page() {
    let mark = BlankMark { text: "台数".into(), state: BlankState::Missing };
    let table = Table {
        caption: String::new(),
        columns: vec![Column::left("機器", 0), Column::left("台数", 0)],
        rows: vec![vec![Cell::from(Text(vec![Inline::Blank(mark)]))], vec![]],
    };
    let html = html::render(&Document { front: every_block().front, blocks: vec![Block::Table(table)] });
    assert!(read(&html).words.contains("〔台数〕"));
}
