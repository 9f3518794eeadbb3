//! Files that want to hurt whoever opens them, and files that are merely broken.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// A file, and words of the sentence that it should be refused with.
#[derive(Debug, Clone)]
pub struct Hostile {
    /// What it is.
    pub name: &'static str,
    /// Name of the file, whose ending may lie.
    pub file: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Words of the sentence; empty where the file only looks hostile, and is a register of one asset.
    pub refused_with: &'static str,
}

const ROOT: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATED: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="http://x/relationships/styles" Target="styles.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="台帳" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";

/// An archive of those parts.
///
/// # Errors
/// What the writer of archives says.
pub fn package(parts: &[(&str, &[u8])], method: CompressionMethod) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in parts {
        archive.start_file(*name, options)?;
        archive.write_all(content)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// A workbook of one sheet 台帳 whose parts are given as they are. `sheet` is the content of `<worksheet>`.
///
/// # Errors
/// What the writer of archives says.
pub fn workbook(sheet: &str, further: &[(&str, &[u8])]) -> ZipResult<Vec<u8>> {
    package_of(sheet, further, CompressionMethod::Deflated)
}

fn package_of(sheet: &str, further: &[(&str, &[u8])], method: CompressionMethod) -> ZipResult<Vec<u8>> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let usual: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATED.as_bytes()),
        (SHEET, sheet.as_bytes()),
    ];
    let replaced = |name: &str| further.iter().any(|(other, _)| *other == name);
    let mut parts: Vec<(&str, &[u8])> = usual.into_iter().filter(|(name, _)| !replaced(name)).collect();
    parts.extend_from_slice(further);
    package(&parts, method)
}

/// A cell with its own text.
pub fn cell(name: &str, text: &str) -> String {
    format!(r#"<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A line of cells with their own texts, from column A.
pub fn line(row: u32, texts: &[&str]) -> String {
    let cells: String =
        (b'A'..).zip(texts).map(|(letter, text)| cell(&format!("{}{row}", char::from(letter)), text)).collect();
    format!(r#"<row r="{row}">{cells}</row>"#)
}

/// A register of one line in as few cells as possible.
pub fn small_register() -> String {
    let header = line(1, &["情報資産名称", "媒体・保存先", "機密性", "完全性", "可用性"]);
    header + &line(2, &["顧客リスト", "書類", "3", "2", "1"])
}

/// Every hostile file that we know.
///
/// # Errors
/// What the writer of archives says.
pub fn all() -> ZipResult<Vec<Hostile>> {
    let mut files = workbooks()?;
    files.extend(foreign_files());
    files.extend(csv_files());
    Ok(files)
}

fn workbooks() -> ZipResult<Vec<Hostile>> {
    let small = small_register();
    let data = |inner: &str| format!("<sheetData>{inner}</sheetData>");
    let bomb = vec![b' '; 24 << 20];
    let lying = lie_about_size(package_of("", &[(SHEET, &bomb)], CompressionMethod::Deflated)?);
    let long = "長".repeat(700_000);
    let many_columns: String = (0..100_000).map(|_| r#"<c t="inlineStr"><is><t>列</t></is></c>"#).collect();
    let laughs = r#"<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>"#;
    let unique = r#"<sst count="1" uniqueCount="10000000000"><si><t>x</t></si></sst>"#;
    let styles: String = (0..200_000).map(|number| format!(r#"<xf numFmtId="{number}"/>"#)).collect();
    let styles = format!("<styleSheet><cellXfs>{styles}</cellXfs></styleSheet>");
    let merges: String = (1..400_000u32).map(|row| format!(r#"<mergeCell ref="A{row}:A{}"/>"#, row + 1)).collect();
    let corner = format!("<row r=\"1048576\">{}</row>", cell("XFD1048576", "b"));
    let nested = format!("{}{}", "<x>".repeat(2_000), data(&small));
    let parts: Vec<String> = (0..6_000).map(|number| format!("xl/media/{number}.png")).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let register = workbook(&data(&small), &[])?;
    let of = |inner: &str| workbook(&data(inner), &[]);
    let with = |name: &str, content: &[u8]| package_of(&data(&small), &[(name, content)], CompressionMethod::Deflated);
    let stored =
        |name: &str, content: &str| package_of(&data(&small), &[(name, content.as_bytes())], CompressionMethod::Stored);
    let files = [
        ("zip bomb", package_of("", &[(SHEET, &bomb)], CompressionMethod::Deflated)?, "異常に大きく膨らむ"),
        ("zip bomb that lies about its size", lying, "壊れている"),
        ("bomb among the pictures", with("xl/media/a.png", &bomb)?, "異常に大きく膨らむ"),
        (
            "huge shared string",
            with(STRINGS, format!("<sst><si><t>{long}</t></si></sst>").as_bytes())?,
            "異常に大きく膨らむ",
        ),
        ("huge shared string, stored", stored(STRINGS, &format!("<sst><si><t>{long}</t></si></sst>"))?, "長すぎる文字"),
        ("huge comment", stored(STRINGS, &format!("<sst><!--{long}--></sst>"))?, "長すぎる文字"),
        ("huge attribute", stored(STRINGS, &format!(r#"<sst a="{long}"></sst>"#))?, "長すぎる文字"),
        ("claims of many strings", with(STRINGS, unique.as_bytes())?, ""),
        ("far corner", of(&format!("<row r=\"1\">{}</row>{corner}", cell("A1", "a")))?, "XFD1048576"),
        ("register with a far corner", of(&format!("{small}{corner}"))?, "XFD1048576"),
        ("huge dimension", workbook(&format!(r#"<dimension ref="A1:XFD1048576"/>{}"#, data(&small)), &[])?, ""),
        ("reversed dimension", workbook(&format!(r#"<dimension ref="B9:A1"/>{}"#, data(&small)), &[])?, ""),
        ("line beyond the last", of(&line(4_000_000_000, &["a"]))?, "壊れている"),
        ("cell that wraps round", of(&cell("A4294967297", "a"))?, "壊れている"),
        ("cell with many digits", of(&cell("A99999999999", "a"))?, "壊れている"),
        ("cell with many letters", of(&cell("AAAAAAAAAAAA1", "a"))?, "壊れている"),
        ("number with a plus", of(r#"<row r="1"><c t="n"><v>+1</v></c></row>"#)?, "台帳の見出し"),
        ("100,000 columns", of(&format!(r#"<row r="1">{many_columns}</row>"#))?, "200列"),
        ("no such shared string", of(r#"<row r="1"><c t="s"><v>7</v></c></row>"#)?, "壊れている"),
        ("DOCTYPE in the strings", with(STRINGS, laughs.as_bytes())?, "DOCTYPE"),
        (
            "DOCTYPE in a part nobody reads",
            with("docProps/app.xml", b"<?xml version=\"1.0\"?><!DOCTYPE a><a/>")?,
            "DOCTYPE",
        ),
        ("DOCTYPE in the sheet", workbook(&format!("<!DOCTYPE a>{}", data(&small)), &[])?, "DOCTYPE"),
        ("too many styles", with(STYLES, styles.as_bytes())?, "異常に大きく膨らむ"),
        (
            "too many merged areas",
            workbook(&format!("{}<mergeCells>{merges}</mergeCells>", data(&small)), &[])?,
            "異常に大きく膨らむ",
        ),
        ("too deep", workbook(&nested, &[])?, "壊れている"),
        ("too many parts", package(&parts, CompressionMethod::Stored)?, "部品が多すぎる"),
        ("truncated", register[..register.len() * 6 / 10].to_vec(), "途中で切れている"),
        ("beginning only", register[..20].to_vec(), "途中で切れている"),
        ("tag that never ends", workbook("<sheetData><row r=\"1\"><c", &[])?, "壊れている"),
        ("sheet that never ends", workbook(&format!("<sheetData>{small}"), &[])?, "壊れている"),
        ("no Japanese at all", with(SHEET, b"\xFF\xFE<\0w\0")?, "壊れている"),
        ("no sheet", with("xl/workbook.xml", b"<workbook/>")?, "壊れている"),
    ];
    let file = |(name, bytes, refused_with)| Hostile { name, file: "register.xlsx", bytes, refused_with };
    Ok(files.map(file).into())
}

fn foreign_files() -> Vec<Hostile> {
    let archive = |parts: &[(&str, &[u8])]| package(parts, CompressionMethod::Stored).unwrap_or_default();
    [
        (
            "password",
            "register.xlsx",
            compound_file(&["EncryptionInfo", "EncryptedPackage"]),
            "パスワードで保護されている",
        ),
        (".xls", "register.xls", compound_file(&["Workbook"]), "古い形式（.xls）"),
        (".xls under another name", "register.xlsx", compound_file(&["Workbook"]), "古い形式（.xls）"),
        (".xlsb", "register.xlsb", archive(&[("xl/workbook.bin", b"")]), "xlsb"),
        (".ods", "register.ods", archive(&[("mimetype", b""), ("content.xml", b"<a/>")]), "OpenDocument"),
        (".docx", "register.xlsx", archive(&[("word/document.xml", b"<a/>")]), "Word"),
        ("archive of pictures", "register.xlsx", archive(&[("a.png", b"")]), "でも CSV でもない"),
        ("empty archive", "register.xlsx", archive(&[]), "でも CSV でもない"),
        ("PDF", "register.pdf", b"%PDF-1.7".to_vec(), "PDF"),
        ("web page", "register.xls", b"<html><table><tr><td>a</td></tr></table></html>".to_vec(), "Web ページ"),
        ("text as xlsx", "register.xlsx", "情報資産名称".into(), "でも CSV でもない"),
        ("program", "register.csv", b"\x7FELF\x02\x01\x01\0\0\0\0\0".to_vec(), "でも CSV でもない"),
        ("empty", "register.xlsx", Vec::new(), "空"),
        ("blank lines", "register.csv", b"\n\n\n".to_vec(), "台帳の見出し"),
    ]
    .map(|(name, file, bytes, refused_with)| Hostile { name, file, bytes, refused_with })
    .into()
}

fn csv_files() -> Vec<Hostile> {
    let header = "情報資産名称,媒体・保存先,機密性,完全性,可用性\n";
    let line = "顧客リスト,書類,3,2,1\n";
    let wide = format!("{header}{}\n", vec!["列"; 100_000].join(","));
    let open = format!("{header}{line}\"閉じない引用符,書類,3,2,1\n{}", line.repeat(50_000));
    let mut undecodable = format!("{header}{line}").into_bytes();
    undecodable.extend(b"\xFF\xFF\xFE,a\n");
    let long = format!("{header}{},書類,3,2,1\n", "長".repeat(200_000));
    [
        ("CSV with 100,000 columns", wide.into_bytes(), "200列"),
        ("CSV with an open quote", open.into_bytes(), "3行目で始まる引用符"),
        ("CSV with bytes of no encoding", undecodable, "3行目に読めない文字"),
        ("CSV with a long cell", long.into_bytes(), "長すぎる文字"),
        ("CSV without a header", "a,b,c\n1,2,3\n".into(), "台帳の見出し"),
        ("CSV with a header alone", header.into(), "1件もない"),
    ]
    .map(|(name, bytes, refused_with)| Hostile { name, file: "register.csv", bytes, refused_with })
    .into()
}

/// Writes a small uncompressed size over the large one, in the list of parts and at the part itself.
fn lie_about_size(mut bytes: Vec<u8>) -> Vec<u8> {
    let large = (24u32 << 20).to_le_bytes();
    let places: Vec<usize> = (0..bytes.len().saturating_sub(4)).filter(|at| bytes[*at..*at + 4] == large).collect();
    for at in places {
        bytes[at..at + 4].copy_from_slice(&100u32.to_le_bytes());
    }
    bytes
}

/// A compound file (as .xls files and encrypted workbooks are) with streams of those names.
fn compound_file(streams: &[&str]) -> Vec<u8> {
    let mut bytes = vec![0; 512 * 3];
    bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let names = std::iter::once(&"Root Entry").chain(streams);
    for (entry, name) in bytes[1024..].chunks_mut(128).zip(names) {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..name.len()].copy_from_slice(&name);
    }
    bytes
}
