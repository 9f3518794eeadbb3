//! Every part against the published schemas (ECMA-376, transitional), where they and xmllint are there.

use std::path::PathBuf;
use std::process::Command;

use crate::common::parts;
use document::{Block, Cell, Column, Document, Table};
use testkit::documents::{every_block, risk_report};

/// The folder of schemas: `SONAE_SCHEMAS`, else `../shared/schemas` beside the workspace.
fn schemas() -> Option<PathBuf> {
    let beside = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/schemas"));
    let folder = std::env::var_os("SONAE_SCHEMAS").map_or(beside, PathBuf::from).join("ooxml");
    folder.join("wml2.xsd").is_file().then_some(folder)
}

fn samples() -> Vec<Document> {
    let mut bare = every_block();
    bare.front = document::FrontMatter::default();
    bare.blocks = vec![
        Block::PageBreak,
        Block::Table(Table { caption: String::new(), columns: Vec::new(), rows: Vec::new() }),
        Block::List { ordered: true, items: Vec::new() },
    ];
    let mut odd = every_block();
    odd.front.title = "\u{0}<>&\"'\n題".into();
    odd.blocks.push(Block::PageBreak);
    odd.blocks.push(Block::Table(Table {
        caption: "改行\nのある題".into(),
        columns: vec![Column::left("\u{7}", 0)],
        rows: vec![vec![Cell::plain("一\n二\t三")]],
    }));
    vec![every_block(), risk_report(40), bare, odd]
}

#[test]
fn every_part_is_valid() {
    let Some(schemas) = schemas() else {
        println!("SKIPPED: no schemas in SONAE_SCHEMAS or ../shared/schemas");
        return;
    };
    if Command::new("xmllint").arg("--version").output().is_err() {
        println!("SKIPPED: xmllint is not installed (Debian: libxml2-utils)");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut checked = 0;
    for document in samples() {
        for (name, xml) in parts(&docx::render(&document).unwrap()) {
            let schema = match name.as_str() {
                "docProps/app.xml" => "shared-documentPropertiesExtended.xsd",
                // The packaging schemas are not part of ECMA-376 part 4.
                "[Content_Types].xml" | "docProps/core.xml" => continue,
                _ if name.ends_with(".rels") => continue,
                _ => "wml2.xsd",
            };
            let path = folder.path().join("part.xml");
            std::fs::write(&path, xml).unwrap();
            let run = Command::new("xmllint")
                .args(["--noout", "--nonet", "--schema"])
                .arg(schemas.join(schema))
                .arg(&path)
                .output()
                .unwrap();
            assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
            checked += 1;
        }
    }
    assert_eq!(checked, 4 * 8, "document, styles, numbering, settings, fontTable, header, footer, app");
}
