//! The words of a document come out of its PDF as they went in.

use document::{Align, BlankMark, BlankState, Block, Cell, Column, Document, Figure, Inline, Table, Text};
use pdf::PdfError;
use testkit::documents::{every_block, heading, risk_report};

use crate::common::{document, pages, render, squeezed, words};

/// All texts that a reader of the PDF sees: those of the tree but for the words that stand for pictures.
fn visible(document: &Document) -> Vec<String> {
    let mut seen = document.clone();
    seen.blocks.retain(|block| !matches!(block, Block::Figure(_)));
    seen.texts().into_iter().map(|(_, text)| squeezed(&text)).collect()
}

#[test]
fn every_text_is_there() {
    for document in [every_block(), risk_report(60)] {
        let Some(found) = words(&render(&document)) else { return };
        for text in visible(&document) {
            assert!(found.contains(&text), "{text}\n{found}");
        }
    }
}

#[test]
fn head_and_foot_stand_on_every_page() {
    let Some(pages) = pages(&render(&every_block())) else { return };
    assert!(pages.len() > 2);
    for (index, page) in pages.iter().enumerate() {
        assert!(page.starts_with("見本工業株式会社すべての部品を含む見本規程文書番号STD-999"), "{page}");
        assert!(page.ends_with(&format!("{}/{}", index + 1, pages.len())), "{page}");
    }
    let first = &pages[0];
    for words in ["番号STD-999", "区分組織的対策", "改訂日2026年4月1日", "適用範囲全社・全従業員", "草案（未承認）"]
    {
        assert!(first.contains(words), "{words} {first}");
    }
}

#[test]
fn head_of_a_table_is_repeated_on_every_page() {
    let Some(pages) = pages(&render(&risk_report(100))) else { return };
    assert!(pages.len() > 5);
    for page in &pages {
        assert!(page.contains("情報資産脅威重要度可能性"), "{page}");
    }
}

#[test]
fn contents_name_the_page() {
    let mut document =
        document(vec![heading(1, "総則"), Block::PageBreak, heading(1, "付則"), "終わり。".into_paragraph()]);
    document.front.contents = true;
    let Some(pages) = pages(&render(&document)) else { return };
    assert!(pages[0].contains("目次"));
    let line = |title: &str| {
        let (_, rest) = pages[0].split_once(title).unwrap();
        rest.trim_start_matches(['.', '\u{2060}']).chars().next().unwrap()
    };
    assert_eq!((line("総則"), line("付則")), ('1', '2'));
}

#[test]
fn ends_as_documents_in_japan_do() {
    let Some(pages) = pages(&render(&every_block())) else { return };
    assert!(pages.last().unwrap().ends_with("以上3/3"), "{pages:?}");
}

#[test]
fn no_text_becomes_markup() {
    let marks = [
        r##"#panic("x")"##,
        "#let x = 1",
        "*a* _b_ `c` $d$ @e <f> = g",
        r"\u{41} \ \n //h /* i */",
        "\"); image(\"/etc/passwd\") (\"",
        "{\"kind\":\"break\"}",
        "</text><script>alert(1)</script>",
        "https://example.com/?a=b&c=d~e--f---g...",
    ];
    for mark in marks {
        let mut document = every_block();
        document.front.title = mark.into();
        document.front.scope = mark.into();
        document.blocks = vec![
            heading(1, mark),
            mark.into_paragraph(),
            Block::List { ordered: false, items: vec![Text::plain(mark)] },
            Block::Table(Table {
                caption: mark.into(),
                columns: vec![Column::left(mark, 1)],
                rows: vec![vec![Cell::plain(mark)]],
            }),
        ];
        let Some(found) = words(&render(&document)) else { return };
        let times = found.matches(&squeezed(mark)).count();
        assert!(times >= 8, "{mark} {times}: {found}");
    }
}

#[test]
fn blanks_look_like_what_they_are() {
    let text = |state| {
        let mark = BlankMark { text: "12文字".into(), state };
        render(&document(vec![Block::Paragraph(Text(vec![Inline::Blank(mark)]))]))
    };
    let (confirmed, unconfirmed, missing) =
        (text(BlankState::Confirmed), text(BlankState::Unconfirmed), text(BlankState::Missing));
    assert!(confirmed != unconfirmed);
    let (Some(confirmed), Some(unconfirmed), Some(missing)) = (words(&confirmed), words(&unconfirmed), words(&missing))
    else {
        return;
    };
    assert!(confirmed.contains("12文字以上") && unconfirmed.contains("12文字以上"));
    assert!(missing.contains("〔12文字〕以上"));
}

#[test]
fn lines_end_where_the_text_says() {
    let Some(found) = words(&render(&document(vec!["一行目\n二行目\r\n三行目\tつづき".into_paragraph()])))
    else {
        return;
    };
    assert!(found.contains("一行目二行目三行目つづき"));
}

#[test]
fn pictures_are_drawn_with_their_words() {
    let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 200" font-family="BIZ UDGothic, sans-serif">
        <text x="10" y="50" font-size="20">図の中の言葉</text></svg>"##;
    let Some(found) = words(&render(&document(vec![figure(svg)]))) else { return };
    assert!(found.contains("図の中の言葉") && found.contains("図1説明"), "{found}");
}

#[test]
fn picture_that_is_none_is_refused_in_words() {
    for svg in ["", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"/etc/passwd\"/></svg>"] {
        let Err(error) = pdf::render(&document(vec![figure(svg)])) else { panic!("{svg}") };
        assert!(error.to_string().starts_with("『小さな規程』をPDFに組めませんでした。"), "{error}");
        let PdfError::Layout { diagnostics, .. } = error else { panic!("{error:?}") };
        assert!(diagnostics.contains("SVG"), "{diagnostics}");
    }
}

fn figure(svg: &str) -> Block {
    let table = Table { caption: String::new(), columns: vec![], rows: vec![] };
    Block::Figure(Figure { caption: "説明".into(), svg: svg.into(), alternative: "何が見えるか".into(), table })
}

#[test]
fn columns_keep_their_alignment() {
    let columns =
        [Align::Left, Align::Center, Align::Right].map(|align| Column { title: "列".into(), width: 1, align }).to_vec();
    let rows = vec![vec![Cell::plain("左"), Cell::number(2), Cell::number(1_000)]];
    render(&document(vec![Block::Table(Table { caption: String::new(), columns, rows })]));
}

trait IntoParagraph {
    fn into_paragraph(self) -> Block;
}

impl IntoParagraph for &str {
    fn into_paragraph(self) -> Block {
        Block::Paragraph(Text::plain(self))
    }
}
