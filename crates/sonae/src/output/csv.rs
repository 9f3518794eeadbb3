//! CSV for spreadsheets: UTF-8 with a BOM, so that Excel reads it as such. `docs/csv.md` describes it.

use std::io::Write;

use ::csv::{Terminator, Writer, WriterBuilder};
use assessment::{Assessor, LikelihoodSource};
use catalog::Catalog;
use method::{Asset, Medium};
use sheet::Register;

use super::risks::{Risks, assumed};

/// Between several things in one cell. No title of the catalog contains it.
const BETWEEN: &str = "；";

/// One line an asset, Japanese heads; its threats and vulnerabilities each in one cell.
///
/// # Errors
/// Whatever writing fails with.
pub fn write(
    out: &mut impl Write,
    catalog: &Catalog,
    register: &Register,
    assessor: &Assessor<'_>,
) -> anyhow::Result<()> {
    let mut csv = begin(out)?;
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
        "仮定",
        "脅威",
        "脆弱性",
    ])?;
    let risks = Risks::new(catalog, assessor);
    // Threats and vulnerabilities follow from the medium alone.
    let mut named: [Option<(String, String)>; Medium::ALL.len()] = Default::default();
    for asset in &register.assets {
        let Some(assessed) = assessor.assess(asset) else { continue };
        let (threats, vulnerabilities) =
            named[asset.medium as usize].get_or_insert_with(|| names(&risks, asset, assessed.importance.value));
        let decided_by_assumption = match assessed.likelihood_source {
            LikelihoodSource::Register => false,
            LikelihoodSource::Line(index) => assessor.lines(asset.medium)[index].is_assumed(),
        };
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
            if decided_by_assumption { "仮定" } else { "" },
            threats,
            vulnerabilities,
        ])?;
    }
    Ok(csv.flush()?)
}

/// One line a risk (an asset and a threat), worst first within the asset.
///
/// # Errors
/// Whatever writing fails with.
pub fn write_risks(
    out: &mut impl Write,
    catalog: &Catalog,
    register: &Register,
    assessor: &Assessor<'_>,
) -> anyhow::Result<()> {
    let mut csv = begin(out)?;
    csv.write_record([
        "行",
        "業務分類",
        "情報資産名称",
        "管理部署",
        "リスク所有者",
        "媒体・保存先",
        "重要度",
        "脅威",
        "脆弱性",
        "起こりやすさ",
        "つけ込みやすさ",
        "仮定",
        "被害発生可能性",
        "リスクレベル",
        "評価",
        "対応の案",
    ])?;
    let risks = Risks::new(catalog, assessor);
    for asset in &register.assets {
        let Some(assessed) = assessor.assess(asset) else { continue };
        let row = asset.row.to_string();
        let (business, name) = (safe(&asset.business), safe(&asset.name));
        let (department, owner) = (safe(&asset.department), safe(&asset.risk_owner));
        let importance = assessed.importance.value.to_string();
        for (risk, vulnerabilities) in risks.of(asset, assessed.importance.value) {
            csv.write_record([
                row.as_str(),
                &business,
                &name,
                &department,
                &owner,
                asset.medium.title(),
                &importance,
                &risk.line.line.title,
                &vulnerabilities.join(BETWEEN),
                &risk.line.threat.to_string(),
                &risk.line.vulnerability.to_string(),
                assumed(asset, &risk),
                &risk.likelihood.to_string(),
                &risk.level.to_string(),
                risk.band.title(),
                risk.treatment.title(),
            ])?;
        }
    }
    Ok(csv.flush()?)
}

fn begin<W: Write>(out: &mut W) -> anyhow::Result<Writer<&mut W>> {
    out.write_all("\u{feff}".as_bytes())?;
    Ok(WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out))
}

/// The threats of an asset, worst first, and all their vulnerabilities, each once.
fn names(risks: &Risks<'_>, asset: &Asset, importance: method::Rating) -> (String, String) {
    let (mut threats, mut vulnerabilities): (Vec<&str>, Vec<&str>) = Default::default();
    for (risk, used) in risks.of(asset, importance) {
        threats.push(&risk.line.line.title);
        vulnerabilities.extend(used);
    }
    let mut seen = std::collections::BTreeSet::new();
    vulnerabilities.retain(|title| seen.insert(*title));
    (threats.join(BETWEEN), vulnerabilities.join(BETWEEN))
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}
