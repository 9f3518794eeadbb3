//! リスクアセスメント結果報告書 of a snapshot, and what changed since the one before.

use method::{Band, Rating, RiskCriteria, RiskLevel, Treatment};

use super::{ReportFront, ReportedRisk, front, level, risk_columns, risk_row};
use crate::heat_map::heat_map;
use crate::words::{heading, paragraph, table};
use crate::{Block, Cell, Column, Document};

/// Risks that the report puts first.
const WORST: usize = 10;

/// What the report is made from.
#[derive(Debug, Clone)]
pub struct AssessmentReport {
    /// Its head.
    pub front: ReportFront,
    /// The snapshot's name.
    pub name: String,
    /// By what the risks are banded.
    pub criteria: RiskCriteria,
    /// The risks, worst first.
    pub risks: Vec<ReportedRisk>,
    /// What changed since an earlier one, where it is compared.
    pub moves: Option<Moves>,
}

/// What became of the risks since an earlier snapshot.
#[derive(Debug, Clone)]
pub struct Moves {
    /// The earlier snapshot's name.
    pub since: String,
    /// By what the earlier snapshot was banded.
    pub criteria: RiskCriteria,
    /// Risks whose level rose, with the level before.
    pub risen: Vec<(RiskLevel, ReportedRisk)>,
    /// Risks whose level fell, with the level before.
    pub fallen: Vec<(RiskLevel, ReportedRisk)>,
    /// New risks.
    pub come: Vec<ReportedRisk>,
    /// Risks that are no more.
    pub gone: Vec<ReportedRisk>,
    /// Risks that exist today, but are missing in the later snapshot.
    pub outside: Vec<ReportedRisk>,
    /// How many stayed at their level.
    pub unchanged: usize,
    /// How many of these are in another band, because the criteria are others.
    pub banded: usize,
}

/// The report as a document.
///
/// Source: seminar chapter 9-2; `risk_report` of the seminar's text.
pub fn assessment_report(report: &AssessmentReport) -> Document {
    let AssessmentReport { criteria, risks, .. } = report;
    let mut blocks = overview(report);
    let count = |importance: Rating, likelihood: Rating| {
        let found = risks.iter().filter(|risk| (risk.importance, risk.likelihood) == (importance, likelihood)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    blocks.push(heat_map(criteria, "リスク", count));
    blocks.extend(treatments(risks));
    if let Some(moves) = &report.moves {
        blocks.extend(changes(moves, criteria));
    }
    let rows = |risks: &[ReportedRisk]| -> Vec<Vec<Cell>> {
        risks.iter().enumerate().map(|(place, risk)| risk_row(place, risk, criteria)).collect()
    };
    let worst = &risks[..risks.len().min(WORST)];
    blocks.push(heading(1, format!("リスクの高いもの（上位{}件）", worst.len())));
    blocks.push(table("", risk_columns(), rows(worst)));
    blocks.push(heading(1, "すべてのリスク"));
    blocks.push(paragraph(
        "リスクレベルは、重要度×被害発生可能性です。理由の欄は、2つの値がなぜそうなったかを示します。対応後は、決めた対応を終えたときの見込みです。",
    ));
    blocks.push(table("", risk_columns(), rows(risks)));
    let front = front(
        &report.front,
        "risk-assessment",
        "RPT-002",
        "リスクアセスメント",
        &format!("リスクアセスメント結果報告書（{}）", report.name),
    );
    Document { front, blocks }
}

fn overview(report: &AssessmentReport) -> Vec<Block> {
    let AssessmentReport { criteria, risks, .. } = report;
    let of = |band: Band| risks.iter().filter(|risk| criteria.band(risk.level()) == band).count();
    let rows = Band::WORST_FIRST.map(|band| {
        let levels: Vec<String> = criteria.levels(band).iter().map(ToString::to_string).collect();
        vec![
            Cell::plain(band.title()).toned(band.into()),
            Cell::plain(levels.join("、")),
            Cell::number(i64::try_from(of(band)).unwrap_or(i64::MAX)),
            Cell::plain(band.meaning()),
        ]
    });
    let columns = vec![
        Column::center("段階", 2),
        Column::center("リスクレベル", 3),
        Column::center("リスクの件数", 3),
        Column::left("意味", 8),
    ];
    vec![
        heading(1, "まとめ"),
        paragraph(format!(
            "{}のリスク{}件を、{}のリスク基準で評価しました。受容できない「高」は{}件です。",
            report.front.scope,
            risks.len(),
            criteria.name(),
            of(Band::High)
        )),
        table("段階ごとの件数", columns, rows.to_vec()),
    ]
}

fn treatments(risks: &[ReportedRisk]) -> Vec<Block> {
    let of = |treatment: Option<Treatment>| {
        let count = risks.iter().filter(|risk| risk.treatment == treatment).count();
        let title = treatment.map_or("まだ決めていない", Treatment::title);
        vec![Cell::plain(title), Cell::number(i64::try_from(count).unwrap_or(i64::MAX))]
    };
    let rows = Treatment::ALL.into_iter().map(Some).chain([None]).map(of);
    vec![
        heading(1, "決めた対応"),
        table("対応ごとの件数", vec![Column::left("対応", 4), Column::center("件数", 2)], rows.collect()),
    ]
}

fn changes(moves: &Moves, criteria: &RiskCriteria) -> Vec<Block> {
    let outside = match moves.outside.len() {
        0 => String::new(),
        count => format!("今回はなかったが今もあるもの{count}件、"),
    };
    let mut blocks = vec![
        heading(1, format!("「{}」からの変化", moves.since)),
        paragraph(format!(
            "上がったもの{}件、下がったもの{}件、新しいもの{}件、なくなったもの{}件、{outside}同じもの{}件です。",
            moves.risen.len(),
            moves.fallen.len(),
            moves.come.len(),
            moves.gone.len(),
            moves.unchanged
        )),
    ];
    let moved = |title: &str, found: &[(RiskLevel, ReportedRisk)]| {
        let rows = found.iter().map(|(before, risk)| {
            vec![Cell::plain(risk.in_words()), level(*before, &moves.criteria), level(risk.level(), criteria)]
        });
        let columns = vec![Column::left("リスク", 14), Column::center("前", 3), Column::center("今回", 3)];
        (!found.is_empty()).then(|| table(title, columns, rows.collect()))
    };
    if moves.banded > 0 {
        blocks.push(paragraph(format!(
            "同じもののうち{}件は、数字は同じまま、リスク基準が「{}」から「{}」に変わったために、段階（高・中・低）だけが変わりました。",
            moves.banded,
            moves.criteria.name(),
            criteria.name()
        )));
    }
    let plain = |title: &str, found: &[ReportedRisk], criteria: &RiskCriteria| {
        let rows = found.iter().map(|risk| vec![Cell::plain(risk.in_words()), level(risk.level(), criteria)]);
        let columns = vec![Column::left("リスク", 17), Column::center("リスクレベル", 3)];
        (!found.is_empty()).then(|| table(title, columns, rows.collect()))
    };
    blocks.extend(moved("上がったもの", &moves.risen));
    blocks.extend(moved("下がったもの", &moves.fallen));
    blocks.extend(plain("新しいもの", &moves.come, criteria));
    blocks.extend(plain("なくなったもの", &moves.gone, &moves.criteria));
    blocks.extend(plain("今回はなかったもの（今もあるもの）", &moves.outside, &moves.criteria));
    blocks
}
