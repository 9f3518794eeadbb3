//! JSON for programs: stable English keys, described in `docs/json.md`, written as it is computed.
//!
//! What follows from medium, importance and likelihood alone (the risks and most words of an asset)
//! is written once and copied, so that 100,000 assets cost little more than 100.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Write;

use assessment::{Assessor, LikelihoodSource, Summary};
use method::{Asset, Band, ImportanceReason, Medium, Rating, RelationCase, RiskLevel};
use serde::Serialize;
use sheet::{Problem, Register, Severity};

/// What decides the second half of an asset's JSON.
type Key = (Medium, u8, u64, Option<Rating>);

#[derive(Serialize)]
struct AssetHead<'a> {
    name: &'a str,
    business: &'a str,
    row: u32,
    department: &'a str,
    risk_owner: &'a str,
    medium: &'static str,
    medium_as_written: &'a str,
    personal_data: bool,
}

#[derive(Serialize)]
struct AssetTail<'a> {
    importance: Rating,
    importance_reason: String,
    likelihood: Rating,
    likelihood_source: &'static str,
    risk_level: RiskLevel,
    band: Band,
    treatment_suggestion: &'static str,
    explanation: String,
    risks: Vec<RiskJson<'a>>,
}

#[derive(Serialize)]
struct RiskJson<'a> {
    threat_line: &'a str,
    title: &'a str,
    threats: &'a [String],
    vulnerabilities: &'a [String],
    threat_rating: Rating,
    threat_rating_source: &'static str,
    vulnerability_rating: Rating,
    vulnerability_rating_source: &'static str,
    assumed: bool,
    likelihood: Rating,
    risk_level: RiskLevel,
    band: Band,
    treatment_suggestion: &'static str,
    relation: RelationCase,
}

#[derive(Serialize)]
struct SummaryJson {
    assets: u32,
    bands: BTreeMap<&'static str, u32>,
    heat_map: Vec<HeatMapCell>,
    worst: Vec<u32>,
}

#[derive(Serialize)]
struct HeatMapCell {
    importance: Rating,
    likelihood: Rating,
    risk_level: RiskLevel,
    band: Band,
    assets: u32,
}

/// A cell or a line about which something must be said.
#[derive(Serialize)]
pub struct ProblemJson<'a> {
    severity: &'static str,
    sheet: &'a str,
    row: u32,
    column: &'a str,
    cell: &'a str,
    value: &'a str,
    expected: &'a str,
    message: &'a str,
}

/// Writes the whole result.
///
/// # Errors
/// Whatever writing fails with.
pub fn write(out: &mut impl Write, register: &Register, assessor: &Assessor<'_>) -> anyhow::Result<()> {
    write!(out, "{{\"source\":{},", serde_json::to_string(&register.source)?)?;
    write!(out, "\"sheet\":{},", serde_json::to_string(&register.sheet)?)?;
    write!(out, "\"criteria\":{},\"assets\":[", serde_json::to_string(assessor.criteria().name())?)?;
    let mut summary = Summary::default();
    let mut tails: BTreeMap<Key, Vec<u8>> = BTreeMap::new();
    for (index, asset) in register.assets.iter().enumerate() {
        let Some(assessed) = assessor.assess(asset) else { continue };
        summary.add(index, &assessed);
        if index > 0 {
            out.write_all(b",")?;
        }
        write_head(out, asset)?;
        let importance = assessed.importance;
        let key = (asset.medium, importance.value.value(), reason_key(importance.reason), asset.likelihood);
        let tail = match tails.entry(key) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(tail(asset, &assessed, assessor)?),
        };
        out.write_all(tail)?;
    }
    out.write_all(b"],\"summary\":")?;
    serde_json::to_writer(&mut *out, &summary_json(&summary, register, assessor))?;
    out.write_all(b",\"problems\":")?;
    serde_json::to_writer(&mut *out, &register.problems.iter().map(problem_json).collect::<Vec<_>>())?;
    out.write_all(b"}\n")?;
    Ok(())
}

/// `{"name":…,` up to and with the comma before the second half.
fn write_head(out: &mut impl Write, asset: &Asset) -> anyhow::Result<()> {
    let head = serde_json::to_vec(&AssetHead {
        name: &asset.name,
        business: &asset.business,
        row: asset.row,
        department: &asset.department,
        risk_owner: &asset.risk_owner,
        medium: asset.medium.id(),
        medium_as_written: &asset.medium_as_written,
        personal_data: asset.personal_data.any(),
    })?;
    out.write_all(&head[..head.len() - 1])?;
    out.write_all(b",")?;
    Ok(())
}

/// The second half, without the opening brace.
fn tail(asset: &Asset, assessed: &assessment::AssessedAsset, assessor: &Assessor<'_>) -> anyhow::Result<Vec<u8>> {
    let risks = assessor.risks(asset, assessed.importance.value).map(|risk| RiskJson {
        threat_line: &risk.line.line.id,
        title: &risk.line.line.title,
        threats: &risk.line.line.threats,
        vulnerabilities: &risk.line.line.vulnerabilities,
        threat_rating: risk.line.threat,
        threat_rating_source: risk.line.threat_by.id(),
        vulnerability_rating: risk.line.vulnerability,
        vulnerability_rating_source: risk.line.vulnerability_by.id(),
        assumed: risk.line.is_assumed(),
        likelihood: risk.likelihood,
        risk_level: risk.level,
        band: risk.band,
        treatment_suggestion: risk.treatment.id(),
        relation: risk.relation,
    });
    let bytes = serde_json::to_vec(&AssetTail {
        importance: assessed.importance.value,
        importance_reason: assessed.importance.explanation(),
        likelihood: assessed.likelihood,
        likelihood_source: match assessed.likelihood_source {
            LikelihoodSource::Register => "register",
            LikelihoodSource::Line(_) => "threat-line",
        },
        risk_level: assessed.level,
        band: assessed.band,
        treatment_suggestion: assessed.treatment.id(),
        explanation: assessed.explanation(assessor, asset.medium),
        risks: risks.collect(),
    })?;
    Ok(bytes[1..].to_vec())
}

fn reason_key(reason: ImportanceReason) -> u64 {
    match reason {
        ImportanceReason::PersonalData => 100,
        ImportanceReason::Survival => 101,
        ImportanceReason::AssetValue => 102,
        ImportanceReason::Highest(properties) => properties.iter().map(|property| 1 << property as u64).sum(),
    }
}

fn summary_json(summary: &Summary, register: &Register, assessor: &Assessor<'_>) -> SummaryJson {
    let criteria = assessor.criteria();
    let cells = Rating::ALL.into_iter().flat_map(|importance| {
        Rating::ALL.map(|likelihood| {
            let risk_level = RiskLevel::new(importance, likelihood);
            let assets = summary.heat_map.count(importance, likelihood);
            HeatMapCell { importance, likelihood, risk_level, band: criteria.band(risk_level), assets }
        })
    });
    let bands = [("high", Band::High), ("medium", Band::Medium), ("low", Band::Low)];
    SummaryJson {
        assets: summary.total(),
        bands: bands.into_iter().map(|(name, band)| (name, summary.band(band))).collect(),
        heat_map: cells.collect(),
        worst: summary.worst().map(|index| register.assets[index].row).collect(),
    }
}

/// A problem as programs read it.
pub fn problem_json(problem: &Problem) -> ProblemJson<'_> {
    ProblemJson {
        severity: match problem.severity {
            Severity::Error => "error",
            Severity::Note => "note",
        },
        sheet: &problem.sheet,
        row: problem.row,
        column: &problem.column,
        cell: &problem.cell,
        value: &problem.value,
        expected: &problem.expected,
        message: &problem.message,
    }
}
