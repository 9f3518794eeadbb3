//! Documents that nobody should write still become PDF files.

use document::{Align, Article, Block, Cell, Column, Document, FrontMatter, Note, Table, Text, Tone};
use pdf::PdfError;
use testkit::documents::{heading, risk_report, risk_table};

use crate::common::{document, pages, render, words};

#[test]
fn nothing_at_all() {
    let nothing = Document { front: FrontMatter::default(), blocks: vec![] };
    let Some(found) = words(&render(&nothing)) else { return };
    assert!(found.contains("〔改訂日〕") && !found.contains("以上"), "{found}");
}

#[test]
fn empty_blocks() {
    let table = |columns| Table { caption: "空の表".into(), columns, rows: vec![] };
    let article =
        |number, body, notes| Block::Article(Article { id: String::new(), number, title: String::new(), body, notes });
    let mut all = document(vec![
        Block::PageBreak,
        heading(1, ""),
        heading(1, " \n"),
        Block::Paragraph(Text(vec![])),
        Block::Paragraph("".into()),
        Block::List { ordered: true, items: vec![] },
        Block::List { ordered: false, items: vec![Text(vec![])] },
        Block::Table(table(vec![])),
        Block::Table(table(vec![Column::left("", 0)])),
        Block::Callout { title: String::new(), body: vec![], tone: Tone::Plain },
        article(0, vec![], vec![]),
        article(
            u32::MAX,
            vec![article(1, vec![heading(2, "中")], vec![])],
            vec![Note { label: "", text: Text(vec![]) }],
        ),
        Block::PageBreak,
        Block::PageBreak,
    ]);
    all.front.contents = true;
    let Some(found) = words(&render(&all)) else { return };
    assert!(found.contains("表2空の表") && found.contains("第4294967295条"), "{found}");
}

#[test]
fn words_without_a_break_stay_on_the_page() {
    let long =
        ["W".repeat(300), "ー".repeat(300), "あ".repeat(300), "https://example.com/".repeat(15), "…".repeat(300)];
    for word in long {
        let mut all = document(vec![
            heading(1, &word),
            Block::Paragraph(word.as_str().into()),
            Block::List { ordered: true, items: vec![word.as_str().into()] },
            Block::Callout { title: word.clone(), body: vec![word.as_str().into()], tone: Tone::High },
            Block::Table(Table {
                caption: word.clone(),
                columns: (0..4).map(|_| Column::left(word.as_str(), 1)).collect(),
                rows: vec![(0..4).map(|_| Cell::plain(word.as_str())).collect()],
            }),
        ]);
        all.front.organization.clone_from(&word);
        all.front.number.clone_from(&word);
        all.front.scope.clone_from(&word);
        let pdf = render(&all);
        let Some(found) = words(&pdf) else { return };
        assert!(!found.contains('\u{200B}'));
        assert!(found.matches(&word).count() >= 10, "{found}");
        stays_within(&pdf);
    }
}

/// No letter stands outside the paper.
fn stays_within(pdf: &[u8]) {
    let Some(boxes) = crate::common::boxes(pdf) else { return };
    assert!(boxes.len() > 100);
    for (left, right) in boxes {
        assert!(left > 30.0 && right < 595.3 - 30.0, "{left} {right}");
    }
}

#[test]
fn long_cells_go_on_over_pages() {
    let words = "とても長い説明。".repeat(600);
    let row = vec![Cell::plain("短い"), Cell::plain(words.as_str()).toned(Tone::Medium)];
    let table = Table {
        caption: "長い".into(),
        columns: vec![Column::left("資産", 1), Column { title: "説明".into(), width: 3, align: Align::Right }],
        rows: vec![row.clone(), row],
    };
    let Some(pages) = pages(&render(&document(vec![heading(1, "長い表"), Block::Table(table)]))) else { return };
    assert!((4..12).contains(&pages.len()), "{}", pages.len());
    let shown: usize = pages.iter().map(|page| page.matches("とても").count()).sum();
    assert!(shown > 1_100, "{shown}");
}

#[test]
fn rows_of_a_few_lines_stay_together() {
    let row = |number: u32| vec![Cell::number(number), Cell::plain("四行に渡る説明。".repeat(20) + "終")];
    let table = Table {
        caption: "行".into(),
        columns: vec![Column::left("番号", 1), Column::left("説明", 5)],
        rows: (0..40).map(row).collect(),
    };
    let Some(pages) = pages(&render(&document(vec![Block::Table(table)]))) else { return };
    for page in pages {
        assert_eq!(page.matches("四行に渡る").count() % 20, 0, "{page}");
    }
}

#[test]
fn heading_never_stands_alone_at_the_end_of_a_page() {
    for filler in 20..45 {
        let mut blocks = vec![Block::Paragraph("一行。".into()); filler];
        blocks.extend([heading(1, "見出しA"), heading(2, "見出しB"), Block::Table(risk_table(2))]);
        let Some(pages) = pages(&render(&document(blocks))) else { return };
        let page = pages.iter().find(|page| page.contains("見出しA")).unwrap();
        // The first asset's words come in pieces, since its cells have several lines.
        for words in ["見出しB", "表1リスクの一覧", "No.情報資産", "顧客リスト"] {
            assert!(page.contains(words), "{filler} {words} {page}");
        }
    }
}

#[test]
fn table_of_two_thousand_rows() {
    let Some(pages) = pages(&render(&risk_report(2_000))) else { return };
    assert!(pages.len() > 100);
    assert!(pages.last().unwrap().contains("顧客リストその2000"));
}

#[test]
fn row_that_does_not_fit_is_refused_in_words() {
    let mut table = risk_table(3);
    table.rows[1].pop();
    let error = pdf::render(&document(vec![Block::Table(table)])).unwrap_err();
    assert!(matches!(error, PdfError::Row { row: 2, cells: 7, columns: 8, .. }));
    let words = "『小さな規程』の表「リスクの一覧」の2行目のセルは7個ですが、列は8個です。行のセルの数を列の数にそろえてください。";
    assert_eq!(error.to_string(), words);
}

#[test]
fn last_words_never_have_a_page_to_themselves() {
    for filler in 20..45 {
        let mut blocks = vec![Block::Paragraph("一行。".into()); filler];
        blocks.push(Block::Paragraph("最後の行。".into()));
        let Some(pages) = pages(&render(&document(blocks))) else { return };
        assert!(pages.last().unwrap().contains("最後の行。以上"), "{filler} {pages:?}");
    }
}
