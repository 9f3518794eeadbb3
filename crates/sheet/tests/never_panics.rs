//! Whatever bytes come: a register or a sentence, never a panic.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::{io::Read as _, sync::LazyLock};

use common::*;
use proptest::{collection::vec, prelude::*};
use testkit::{hostile, registers};
use zip::CompressionMethod;

/// Name and content of a part.
type Part = (String, Vec<u8>);

/// A small register as a file, and its parts.
static REGISTER: LazyLock<(Vec<u8>, Vec<Part>)> = LazyLock::new(|| {
    let mut bytes = std::io::Cursor::new(Vec::new());
    registers::write_register(&mut bytes, 12, registers::Texts::Shared).unwrap();
    let mut archive = zip::ZipArchive::new(&mut bytes).unwrap();
    let parts = (0..archive.len()).map(|index| {
        let mut part = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        (part.name().unwrap().into_owned(), content)
    });
    let parts = parts.collect();
    (bytes.into_inner(), parts)
});

/// A change: at a place (as a share of the length), so many bytes become those.
type Change = (f64, usize, Vec<u8>);

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let snippet = prop_oneof![
        vec(any::<u8>(), 0..6),
        proptest::sample::select(vec![
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "&",
            "&#x110000;",
            "&amp;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "?>",
            "<!DOCTYPE a>",
            "_x",
            "_xD800_",
            "_x000D_",
            "<c r=\"A1\">",
            "<c>",
            "</c>",
            "<v>",
            "<f/>",
            "<is><t>",
            "<row r=\"0\">",
            "<row>",
            "</row>",
            "r=\"ZZZ9999999\"",
            "t=\"s\"",
            "t=\"e\"",
            "s=\"99999999999\"",
            "-1",
            "1e999",
            "NaN",
            "\u{FEFF}",
            "\0",
            "𠮷",
            "あ",
            "<mergeCell ref=\"A5:B99\"/>",
            "</sheetData>",
            "<sheetData/>",
            "uniqueCount=\"99999999999999999999\"",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ];
    vec((0.0..1.0f64, 0usize..20, snippet), 1..6)
}

fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (share, length, snippet) in changes {
        let at = (bytes.len() as f64 * share) as usize;
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, snippet.iter().copied());
    }
    bytes
}

/// Reads and, where that works, writes back.
fn survives(bytes: &[u8], name: &str) {
    match read_bytes(bytes, name, &options()) {
        Ok(register) => {
            let _ = sheet::register_workbook(&register, &method::RiskCriteria::ipa());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..400), archive in any::<bool>()) {
        let head: &[u8] = if archive { b"PK\x03\x04" } else { b"" };
        survives(&[head, &bytes].concat(), "a.xlsx");
        survives(&bytes, "a.csv");
    }

    #[test]
    fn any_csv(text in r#"(情報資産名称|媒体・保存先|機密性|完全性|可用性|資産価値|登録日|書類|名簿|[0-9R./年月日,;\t"\n\r]|\PC){0,120}"#) {
        survives(text.as_bytes(), "a.csv");
        survives(format!("資産名,保管場所,資産価値,登録日,個人情報\n{text}").as_bytes(), "a.csv");
    }

    #[test]
    fn changed_archives(changes in changes()) {
        survives(&changed(&REGISTER.0, &changes), "a.xlsx");
    }

    #[test]
    fn changed_parts(part in 0usize..10, changes in changes()) {
        let mut parts = REGISTER.1.clone();
        let part = part % parts.len();
        parts[part].1 = changed(&parts[part].1, &changes);
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        survives(&hostile::package(&parts, CompressionMethod::Stored).unwrap(), "a.xlsx");
    }

    #[test]
    fn changed_cells(changes in changes()) {
        let sheet = format!("<sheetData>{}</sheetData>", hostile::small_register());
        let sheet = String::from_utf8_lossy(&changed(sheet.as_bytes(), &changes)).into_owned();
        survives(&hostile::workbook(&sheet, &[]).unwrap(), "a.xlsx");
    }
}
