//! Our reader against calamine: the same cells in, the same texts out.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use calamine::{Data, DataType, Reader, Xlsx};
use common::*;
use sheet::ReadOptions;
use testkit::registers::{self, Texts};

/// What calamine reads from a sheet: the cell's text, or an empty one.
fn expected(bytes: &[u8], sheet: &str) -> impl Fn(u32, u32) -> String {
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let range = workbook.worksheet_range(sheet).unwrap();
    move |row, column| match range.get_value((row - 1, column)) {
        Some(Data::DateTime(day)) => day.as_f64().to_string(),
        Some(value) => value.as_string().unwrap_or_default(),
        None => String::new(),
    }
}

fn compare(bytes: &[u8]) {
    let register = read_bytes(bytes, "a.xlsx", &ReadOptions::default()).unwrap();
    let cell = expected(bytes, &register.sheet);
    assert!(!register.assets.is_empty());
    for asset in &register.assets {
        let texts = [&asset.business, &asset.name, &asset.remarks, &asset.users, &asset.risk_owner, &asset.department];
        for (column, text) in (0..).zip(texts) {
            assert_eq!(*text, cell(asset.row, column));
        }
        assert_eq!(asset.medium_as_written, cell(asset.row, 6));
        assert_eq!(asset.personal_data.personal, cell(asset.row, 7) == "有");
        let importance = method::importance(asset).value.value().to_string();
        assert!([importance, String::new()].contains(&cell(asset.row, 13)), "row {}", asset.row);
        assert_eq!(asset.retention, cell(asset.row, 14));
        let days = asset.registered_on.unwrap().since(jiff::civil::date(1899, 12, 30)).unwrap().get_days();
        assert_eq!(days.to_string(), cell(asset.row, 15));
    }
}

#[test]
fn generated_registers_are_read_alike() {
    for texts in [Texts::Shared, Texts::Inline] {
        let mut bytes = std::io::Cursor::new(Vec::new());
        registers::write_register(&mut bytes, 700, texts).unwrap();
        compare(bytes.get_ref());
    }
}

#[test]
fn the_shared_sample_is_read_alike() {
    let Some(path) = sample("register.xlsx") else { return };
    compare(&std::fs::read(path).unwrap());
}
