//! Documents as workbooks, read back with another library: complete, countable, harmless, the same every time.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use document::{Article, Block, Cell, Column, Document, Figure, Table, Text, Tone};
use proptest::prelude::*;
use sheet::document_workbook;
use testkit::documents::{every_block, risk_report, risk_table};

type Workbook = Xlsx<Cursor<Vec<u8>>>;

fn open(document: &Document) -> Workbook {
    Xlsx::new(Cursor::new(document_workbook(document).unwrap())).unwrap()
}

/// One file inside the workbook.
fn part(document: &Document, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(document_workbook(document).unwrap())).unwrap();
    let mut words = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut words).unwrap();
    words
}

/// What stands in all cells of all sheets; numbers as digits.
fn cells(workbook: &mut Workbook) -> BTreeSet<String> {
    let sheets = workbook.worksheets();
    let all = sheets.iter().flat_map(|(_, range)| range.used_cells());
    all.map(|(_, _, cell)| cell.to_string()).collect()
}

fn assert_complete(document: &Document) {
    let cells = cells(&mut open(document));
    for (place, words) in document.texts() {
        let found = cells.contains(&words) || cells.iter().any(|cell| cell.contains(&words));
        assert!(found, "{place}: 「{words}」");
    }
}

fn with_blocks(blocks: Vec<Block>) -> Document {
    Document { front: every_block().front, blocks }
}

fn table(caption: &str, rows: usize) -> Table {
    let row = |number: usize| vec![Cell::plain(format!("機器{number}")), Cell::number(number as i64)];
    Table {
        caption: caption.into(),
        columns: vec![Column::left("機器", 3), Column::center("台数", 1)],
        rows: (1..=rows).map(row).collect(),
    }
}

#[test]
fn every_text_is_in_a_cell() {
    assert_complete(&every_block());
    assert_complete(&risk_report(40));
    let mut words = cells(&mut open(&every_block()));
    assert!(words.remove("草案（未承認）") && words.remove("2026年4月1日"));
}

#[test]
fn two_thousand_rows_stand_on_their_own_sheet_with_numbers_as_numbers() {
    let document = risk_report(2000);
    let mut workbook = open(&document);
    assert_eq!(workbook.sheet_names(), ["文書", "リスクの一覧"]);
    let range = workbook.worksheet_range("リスクの一覧").unwrap();
    assert_eq!(range.get_size(), (2001, 8));
    for (row, cells) in range.rows().enumerate().skip(1) {
        assert_eq!(cells[0], Data::Float(row as f64));
        assert_eq!(cells[1], Data::String(format!("顧客リスト その{row}")));
        assert_eq!(cells[5], Data::Float(((1 + row % 3) * (1 + row / 3 % 3)) as f64));
    }
    let sheet = part(&document, "xl/worksheets/sheet2.xml");
    for wanted in [
        r#"<autoFilter ref="A1:H2001"/>"#,
        r#"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
    ] {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    assert!(part(&document, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
}

#[test]
fn short_tables_and_figures_stand_where_they_belong() {
    let figure = Figure {
        caption: "台数の分布".into(),
        svg: "<svg></svg>".into(),
        alternative: "機器1が1台です。".into(),
        table: table("", 1),
    };
    let mut workbook = open(&with_blocks(vec![Block::Table(table("短い表", 8)), Block::Figure(figure)]));
    assert_eq!(workbook.sheet_names(), ["文書"]);
    let range = workbook.worksheet_range("文書").unwrap();
    let numbers: Vec<f64> = range.used_cells().filter_map(|(_, _, cell)| cell.get_float()).collect();
    assert_eq!(numbers, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 1.0]);
    let words = cells(&mut workbook);
    assert!(words.contains("台数の分布") && words.contains("機器1が1台です。"));
}

#[test]
fn a_few_lines_more_than_a_page_are_printed_on_it() {
    for (lines, is_shrunk) in [(18, false), (21, true), (60, false)] {
        let document = with_blocks((0..lines).map(|_| Block::Paragraph("情報資産を守る。".into())).collect());
        let sheet = part(&document, "xl/worksheets/sheet1.xml");
        assert_eq!(!sheet.contains("fitToHeight=\"0\""), is_shrunk, "{lines} lines");
    }
}

#[test]
fn sheets_are_named_after_caption_or_heading() {
    let long = "とても長い名前の表".repeat(12);
    let heading = |text: &str| Block::Heading { level: 1, text: text.into() };
    let workbook = open(&with_blocks(vec![
        Block::Table(table(&long, 9)),
        Block::Table(table(&long, 9)),
        heading("3/4 機器: [一覧]"),
        Block::Table(table("", 9)),
        Block::Table(table("文書", 9)),
    ]));
    let first: String = long.chars().take(31).collect();
    let second: String = long.chars().take(28).chain("（2）".chars()).collect();
    assert_eq!(workbook.sheet_names(), ["文書", &first, &second, "3／4 機器： ［一覧］", "文書（2）"]);
}

#[test]
fn words_are_never_formulas() {
    let hostile = ["=1+1", "+81-3", "-cmd|' /C calc'!A0", "@SUM(A1)", "=HYPERLINK(\"http://example.com\")"];
    let rows = hostile.iter().map(|words| vec![Cell::plain(*words)]);
    let table = Table {
        caption: "=表".into(),
        columns: vec![Column::left("=列", 1)],
        rows: rows.clone().chain(rows).collect(),
    };
    let paragraphs = hostile.iter().map(|words| Block::Paragraph((*words).into()));
    let document = with_blocks(paragraphs.chain([Block::Table(table)]).collect());
    let mut workbook = open(&document);
    for name in workbook.sheet_names() {
        assert!(workbook.worksheet_formula(&name).unwrap().is_empty());
    }
    let cells = cells(&mut workbook);
    assert!(hostile.iter().all(|words| cells.contains(*words)));
    assert!(part(&document, "xl/styles.xml").contains(r#"quotePrefix="1""#));
}

#[test]
fn open_blanks_are_red() {
    let strings = part(&every_block(), "xl/sharedStrings.xml");
    let run = |words: &str| {
        let end = strings.find(words).unwrap();
        let start = strings[..end].rfind("<r>").unwrap();
        strings[start..end].to_owned()
    };
    let (unconfirmed, missing) = (run("12文字"), run("〔代理の担当者〕"));
    assert!(unconfirmed.contains(r#"<color rgb="FFCE0000"/>"#) && unconfirmed.contains("<u/>"));
    assert!(missing.contains(r#"<color rgb="FFCE0000"/>"#) && !missing.contains("<u/>"));
    assert!(!run("システム管理者").contains("CE0000"));
}

#[test]
fn colours_of_bare_numbers_have_words() {
    let rows = vec![
        vec![Cell::number(6).toned(Tone::High)],
        vec![Cell::plain("2").toned(Tone::Low)],
        vec![Cell::plain("未記入").toned(Tone::Medium)],
    ];
    let table = Table { caption: String::new(), columns: vec![Column::left("レベル", 1)], rows };
    let document = with_blocks(vec![Block::Table(table)]);
    let styles = part(&document, "xl/styles.xml");
    assert!(styles.contains("0&quot; 高&quot;") && styles.contains("@&quot; 低&quot;"));
    assert!(!styles.contains("中"), "「未記入」 says itself why it is coloured");
    let cells = cells(&mut open(&document));
    assert!(["6", "2", "未記入"].iter().all(|words| cells.contains(*words)));
}

#[test]
fn long_articles_go_over_several_rows() {
    let paragraph: String = "情報資産を守る。".repeat(900);
    let article = Article {
        id: "long".into(),
        number: 1,
        title: "長い条".into(),
        body: (0..6).map(|_| Block::Paragraph(Text::plain(&paragraph))).collect(),
        notes: Vec::new(),
    };
    let document = with_blocks(vec![Block::Article(article)]);
    assert_complete(&document);
    let sheet = part(&document, "xl/worksheets/sheet1.xml");
    let heights = sheet.split(" ht=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse::<f64>().unwrap());
    assert!(heights.clone().count() > 10);
    assert!(heights.fold(0.0, f64::max) <= 409.0);
}

#[test]
fn what_no_cell_can_hold_is_an_error() {
    let document = with_blocks(vec![Block::Paragraph("あ".repeat(32_768).into())]);
    assert!(document_workbook(&document).is_err());
}

#[test]
fn same_document_same_bytes() {
    let document = every_block();
    assert_eq!(document_workbook(&document).unwrap(), document_workbook(&document).unwrap());
    let core = part(&document, "docProps/core.xml");
    assert!(core.contains(">2026-04-01T00:00:00Z<") && core.contains("見本工業株式会社"));
    let mut undated = document;
    undated.front.revised_on = None;
    assert!(part(&undated, "docProps/core.xml").contains(">1980-01-01T00:00:00Z<"));
    assert!(cells(&mut open(&undated)).contains("〔改訂日〕"));
}

#[test]
fn tables_inside_articles_follow_their_rule() {
    let mut document = every_block();
    let Some(Block::Article(article)) = document.blocks.get_mut(2) else { unreachable!() };
    article.body.insert(1, Block::Table(risk_table(2)));
    article.body.push(Block::Table(risk_table(20)));
    assert_complete(&document);
    assert_eq!(open(&document).sheet_names(), ["文書", "リスクの一覧"]);
}

/// Words that spreadsheets and XML stumble over.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[=+@'\"<>&;#\n a-z-]{0,12}", "\\PC{0,40}", "[ぁ-んァ-ヶ一-龠。、「」]{0,60}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_words_come_back(
        caption in words(),
        heads in proptest::collection::vec((words(), any::<u16>()), 0..14),
        body in proptest::collection::vec(words(), 0..12),
        heading in words(),
    ) {
        let columns: Vec<_> = heads.iter().map(|(title, width)| Column::left(title, *width)).collect();
        let row = |one: &String| heads.iter().map(|_| Cell::plain(one)).collect();
        let rows = body.iter().map(row).collect();
        let mut blocks: Vec<_> = body.iter().map(|one| Block::Paragraph(one.into())).collect();
        blocks.push(Block::Heading { level: 1, text: heading });
        blocks.push(Block::Table(Table { caption, columns, rows }));
        let document = with_blocks(blocks);
        assert_complete(&document);
    }
}
