//! CSV for spreadsheets: UTF-8 with a BOM, so that Excel reads it as such.

use std::io::Write;

use assessment::Assessor;
use sheet::Register;

/// One line an asset, Japanese heads.
///
/// # Errors
/// Whatever writing fails with.
pub fn write(out: &mut impl Write, register: &Register, assessor: &Assessor<'_>) -> anyhow::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record([
        "行",
        "業務分類",
        "情報資産名称",
        "管理部署",
        "リスク所有者",
        "媒体・保存先",
        "重要度",
        "重要度の理由",
        "被害発生可能性",
        "リスクレベル",
        "評価",
        "対応の案",
        "説明",
    ])?;
    for asset in &register.assets {
        let Some(assessed) = assessor.assess(asset) else { continue };
        csv.write_record([
            asset.row.to_string().as_str(),
            &safe(&asset.business),
            &safe(&asset.name),
            &safe(&asset.department),
            &safe(&asset.risk_owner),
            asset.medium.title(),
            &assessed.importance.value.to_string(),
            &assessed.importance.explanation(),
            &assessed.likelihood.to_string(),
            &assessed.level.to_string(),
            assessed.band.title(),
            assessed.treatment.title(),
            &assessed.explanation(assessor, asset.medium),
        ])?;
    }
    csv.flush()?;
    Ok(())
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
