//! What stands in the written file.

use crate::common::{paragraphs, part, parts};
use document::{Article, BlankMark, BlankState, Block, Cell, Column, Document, Inline, Table, Text};
use docx::DocxError;
use testkit::documents::{every_block, risk_report, risk_table};

fn with_blocks(blocks: Vec<Block>) -> Document {
    Document { blocks, ..every_block() }
}

fn article(number: u32) -> Block {
    Block::Article(Article {
        id: format!("a{number}"),
        number,
        title: format!("題{number}"),
        body: Vec::new(),
        notes: Vec::new(),
    })
}

fn body(document: &Document) -> String {
    part(&docx::render(document).unwrap(), "word/document.xml")
}

/// The value of the first `attribute` after the first `marker`.
fn value<'x>(xml: &'x str, marker: &str, attribute: &str) -> Option<&'x str> {
    let rest = &xml[xml.find(marker)?..];
    let rest = rest[..rest.find('>')?].split_once(&format!("{attribute}=\""))?.1;
    Some(rest.split_once('"')?.0)
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for document in [every_block(), risk_report(5)] {
        assert_eq!(docx::render(&document).unwrap(), docx::render(&document).unwrap());
    }
}

#[test]
fn nothing_in_the_file_tells_the_time() {
    let bytes = docx::render(&every_block()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for index in 0..archive.len() {
        let part = archive.by_index(index).unwrap();
        assert_eq!(part.last_modified(), Some(zip::DateTime::default()), "{:?}", part.name());
    }
    let core = part(&bytes, "docProps/core.xml");
    assert_eq!(core.matches("2026-04-01T00:00:00Z").count(), 2, "{core}");
    assert!(core.contains("<dc:title>すべての部品を含む見本規程</dc:title>"));
    assert!(core.contains("<dc:creator>見本工業株式会社</dc:creator>"));
    assert!(core.contains("<dc:language>ja-JP</dc:language>"));
}

#[test]
fn every_text_of_the_document_is_in_the_file() {
    for document in [every_block(), risk_report(12)] {
        let parts = parts(&docx::render(&document).unwrap());
        let words: Vec<String> = parts.iter().flat_map(|(_, xml)| paragraphs(xml)).collect();
        for (place, text) in document.texts() {
            assert!(words.iter().any(|paragraph| paragraph.contains(&text)), "{place}: {text}");
        }
        assert!(words.iter().any(|paragraph| paragraph == &document.front.state), "the state is visible");
    }
}

#[test]
fn word_counts_the_articles_to_the_numbers_of_the_tree() {
    let numbers = [3, 4, 10, 11, 2];
    let document = with_blocks(numbers.into_iter().map(article).collect());
    let bytes = docx::render(&document).unwrap();
    let (document, numbering) = (part(&bytes, "word/document.xml"), part(&bytes, "word/numbering.xml"));
    let levels = numbering.split_once("w:val=\"Article\"").unwrap().0;
    let mut next: u32 = value(levels, "<w:start", "w:val").unwrap().parse().unwrap();
    let mut instance = "1";
    let mut counted = Vec::new();
    let headings = document.split("<w:p>").filter(|paragraph| paragraph.contains("<w:pStyle w:val=\"Article\"/>"));
    for heading in headings {
        let found = value(heading, "<w:numId", "w:val").unwrap_or("1");
        if found != instance {
            let override_ = numbering.split_once(&format!("<w:num w:numId=\"{found}\">")).unwrap().1;
            next = value(override_, "<w:startOverride", "w:val").unwrap().parse().unwrap();
            instance = found;
        }
        counted.push(next);
        next += 1;
        assert!(!heading.contains("第"), "the number comes from the numbering alone");
    }
    assert_eq!(counted, numbers);
    assert!(numbering.contains("<w:lvlText w:val=\"第%1条\"/>"));
}

#[test]
fn consecutive_articles_share_one_counter() {
    let bytes = docx::render(&with_blocks((1..=40).map(article).collect())).unwrap();
    assert!(!part(&bytes, "word/document.xml").contains("<w:numPr>"), "the style alone counts");
    assert!(!part(&bytes, "word/numbering.xml").contains("startOverride"));
}

#[test]
fn every_ordered_list_begins_at_one() {
    let list = || Block::List { ordered: true, items: vec!["一".into(), "二".into()] };
    let bytes = docx::render(&with_blocks(vec![list(), list()])).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let instances: Vec<&str> =
        xml.split("ListNumber").skip(1).filter_map(|rest| value(rest, "<w:numId", "w:val")).collect();
    assert_eq!(instances, ["4", "4", "5", "5"]);
    assert_eq!(part(&bytes, "word/numbering.xml").matches("<w:startOverride w:val=\"1\"/>").count(), 2);
}

#[test]
fn the_contents_lead_to_every_heading_and_article() {
    let xml = body(&every_block());
    let targets: Vec<&str> = xml.split("<w:hyperlink").skip(1).filter_map(|rest| value(rest, "", "w:anchor")).collect();
    assert_eq!(targets.len(), 6);
    for target in targets {
        assert_eq!(xml.matches(&format!("w:name=\"{target}\"")).count(), 1, "{target}");
    }
    let entries: Vec<String> = paragraphs(&xml).into_iter().skip_while(|words| words != "目次").take(5).collect();
    assert_eq!(entries, ["目次", "第1章 総則", "第1条（目的）", "パスワード", "第2条（パスワードの設定）"]);
    assert!(!part(&docx::render(&every_block()).unwrap(), "word/settings.xml").contains("updateFields"));
    let mut without = every_block();
    without.front.contents = false;
    assert!(!body(&without).contains("_Toc"));
}

#[test]
fn every_table_repeats_its_head_and_no_row_is_cut() {
    let xml = body(&every_block());
    let tables: Vec<&str> =
        xml.split("<w:tbl>").skip(1).filter(|table| table.contains("w:val=\"DataTable\"")).collect();
    assert_eq!(tables.len(), 2);
    for table in tables {
        let table = table.split_once("</w:tbl>").unwrap().0;
        let rows: Vec<&str> = table.split("<w:tr>").skip(1).collect();
        assert!(rows[0].contains("<w:tblHeader/>"));
        assert!(rows[1..].iter().all(|row| !row.contains("<w:tblHeader/>")));
        assert!(rows.iter().all(|row| row.contains("<w:cantSplit/>")));
    }
    assert!(xml.contains("<w:tblDescription w:val=\"重要度3・被害発生可能性3"), "a figure says what it shows");
}

#[test]
fn a_table_too_long_for_word_goes_on_in_a_further_one() {
    let table = Table {
        caption: "長い表".into(),
        columns: vec![Column::left("値", 1)],
        rows: (0..33_000).map(|number| vec![Cell::plain(number.to_string())]).collect(),
    };
    let xml = body(&with_blocks(vec![Block::Table(table)]));
    let rows: Vec<usize> = xml.split("DataTable").skip(1).map(|table| table.matches("<w:tr>").count()).collect();
    assert_eq!(rows, [32_001, 1_001]);
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 2);
}

#[test]
fn tones_are_ground_ink_and_words() {
    let xml = body(&with_blocks(vec![Block::Table(risk_table(5))]));
    let high = xml.split("<w:tc>").find(|cell| cell.contains(">高<")).unwrap();
    assert!(high.contains("w:fill=\"FDE3E1\"") && high.contains("<w:color w:val=\"A80000\"/>"), "{high}");
    assert!(high.contains("<w:jc w:val=\"center\"/>"));
}

#[test]
fn open_blanks_are_controls_and_confirmed_ones_are_words() {
    let blank = |text: &str, state| Inline::Blank(BlankMark { text: text.into(), state });
    let text = Text(vec![
        blank("決まった値", BlankState::Confirmed),
        blank("12文字", BlankState::Unconfirmed),
        blank("担当者", BlankState::Missing),
    ]);
    let mut document = with_blocks(vec![Block::Paragraph(text)]);
    document.front.contents = false;
    let xml = body(&document);
    let controls: Vec<&str> = xml
        .split("<w:sdt>")
        .skip(1)
        .filter_map(|rest| rest.split_once("</w:sdt>"))
        .map(|(control, _)| control)
        .collect();
    assert_eq!(controls.len(), 2);
    assert!(controls[0].contains("BlankUnconfirmed") && controls[0].contains(">12文字<"));
    assert!(!controls[0].contains("showingPlcHdr"), "a value is no placeholder");
    assert!(controls[1].contains("<w:alias w:val=\"担当者\"/>") && controls[1].contains(">〔担当者〕<"));
    assert!(controls[1].contains("<w:showingPlcHdr/>"));
}

#[test]
fn a_revision_date_that_nobody_has_said_is_an_open_blank() {
    let mut document = every_block();
    document.front.revised_on = None;
    let bytes = docx::render(&document).unwrap();
    assert!(part(&bytes, "word/document.xml").contains(">〔改訂日〕<"));
    assert!(part(&bytes, "docProps/core.xml").contains("1980-01-01T00:00:00Z"));
}

#[test]
fn pages_turn_where_the_document_says() {
    let wide = body(&risk_report(1));
    assert!(wide.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    assert!(body(&every_block()).contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    let table = Block::Table(Table { caption: String::new(), ..risk_table(1) });
    let xml = body(&with_blocks(vec![Block::PageBreak, table, Block::PageBreak, article(1)]));
    let breaks: Vec<&str> = xml.split("<w:p>").filter(|paragraph| paragraph.contains("<w:pageBreakBefore/>")).collect();
    assert_eq!(breaks.len(), 2);
    assert!(breaks[0].contains("\"Gap\"") && breaks[1].contains("\"Article\""));
}

#[test]
fn tables_that_word_cannot_show_are_refused_with_their_place() {
    let mut ragged = risk_table(3);
    ragged.rows[1].pop();
    let error = docx::render(&with_blocks(vec![Block::Table(ragged)])).unwrap_err();
    assert!(matches!(error, DocxError::RowLength { row: 2, cells: 7, columns: 8, .. }));
    assert!(error.to_string().contains("表「リスクの一覧」の2行目"), "{error}");
    let wide =
        Table {
            caption: "広い表".into(), columns: (0..64).map(|_| Column::left("列", 1)).collect(), rows: Vec::new()
        };
    let error = docx::render(&with_blocks(vec![Block::Table(wide)])).unwrap_err();
    assert!(matches!(error, DocxError::TooManyColumns { columns: 64, .. }));
}
