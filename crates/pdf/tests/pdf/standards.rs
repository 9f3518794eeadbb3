//! Archival, accessible, the same every time.

use std::process::Command;

use testkit::documents::{every_block, heading, risk_report};

use crate::common::{document, holds, info, render};

#[test]
fn says_which_standards_it_keeps() {
    let pdf = render(&every_block());
    for mark in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "すべての部品を含む見本規程",
        "見本工業株式会社",
        "<rdf:li>ja</rdf:li>",
    ] {
        assert!(holds(&pdf, mark), "{mark}");
    }
    assert!(!holds(&pdf, "Typst"), "the file names the program that people know");
}

#[test]
fn is_tagged() {
    let Some(told) = info(&render(&every_block()), &[]) else { return };
    for line in ["Tagged: yes", "PDF version: 1.7", "Page size: 595.276 x 841.89 pts (A4)"] {
        let told: Vec<String> =
            told.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert!(told.iter().any(|one| one == line), "{line} {told:?}");
    }
}

#[test]
fn heads_of_tables_headings_and_pictures_are_tagged_as_such() {
    let Some(tree) = info(&render(&every_block()), &["-struct"]) else { return };
    for tag in ["Table", "Caption", "THead", "TH <", "/Scope /Column", "Figure", "H1", "H2", "H3", "LBody", "TOC"] {
        assert!(tree.contains(tag), "{tag}");
    }
}

#[test]
fn levels_of_headings_have_no_gap() {
    let blocks = vec![heading(3, "はじめ"), heading(1, "章"), heading(3, "節"), heading(0, "零"), heading(9, "九")];
    let Some(tree) = info(&render(&document(blocks)), &["-struct"]) else { return };
    let levels: Vec<&str> =
        tree.lines().filter_map(|line| line.trim().get(..2)).filter(|tag| tag.starts_with('H')).collect();
    assert_eq!(levels, ["H1", "H1", "H2", "H1", "H2"]);
}

#[test]
fn same_document_same_bytes() {
    let first = render(&every_block());
    render(&risk_report(40));
    assert!(first == render(&every_block()));
    let parallel = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| render(&every_block()))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(parallel.iter().all(|pdf| *pdf == first));
}

#[test]
fn date_is_the_revision_date_never_today() {
    let mut dated = every_block();
    assert!(holds(&render(&dated), "2026-04-01T00:00:00"));
    dated.front.revised_on = None;
    assert!(holds(&render(&dated), "1980-01-01T00:00:00"));
    dated.front.revised_on = Some(jiff::civil::date(-1, 2, 3));
    render(&dated);
}

#[test]
fn has_no_syntax_errors() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("every-block.pdf");
    std::fs::write(&file, render(&every_block())).unwrap();
    match Command::new("qpdf").arg("--check").arg(&file).output() {
        Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout)),
        Err(error) => eprintln!("SKIPPED: qpdf is not there ({error})"),
    }
}
