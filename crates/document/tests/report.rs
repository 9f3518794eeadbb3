//! Reports of what stands in the database: every level in the bands that hold for it, every decision told whole.

#![allow(clippy::unwrap_used)]

use document::{
    AssessmentReport, Block, Document, Moves, ReportFront, ReportedDecision, ReportedRisk, Tone, TreatmentPlan,
    assessment_report, treatment_plan,
};
use jiff::civil::{Date, date};
use method::{Medium, Rating, RiskCriteria, RiskLevel, Treatment};

/// A risk of importance 3.
fn risk(likelihood: Rating) -> ReportedRisk {
    ReportedRisk {
        name: "顧客リスト".into(),
        title: "車に置いたまま盗まれる".into(),
        medium: Some(Medium::OfficePc),
        importance: Rating::HIGH,
        likelihood,
        residual_level: None,
        treatment: None,
        owner: "営業部長".into(),
        explanation: String::new(),
    }
}

fn level(likelihood: Rating) -> RiskLevel {
    RiskLevel::new(Rating::HIGH, likelihood)
}

/// The cells below that head of a column, in words and with their tone.
fn column(document: &Document, head: &str) -> Vec<(String, Tone)> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables
        .filter_map(|table| Some((table, table.columns.iter().position(|column| column.title == head)?)))
        .flat_map(|(table, place)| table.rows.iter().map(move |row| &row[place]))
        .map(|cell| (cell.text.to_plain(), cell.tone))
        .collect()
}

#[test]
fn levels_of_an_earlier_report_keep_the_bands_of_that_time() {
    let moves = Moves {
        since: "前回".into(),
        criteria: RiskCriteria::tokyo(),
        risen: vec![(level(Rating::LOW), risk(Rating::MEDIUM))],
        fallen: vec![(level(Rating::MEDIUM), risk(Rating::LOW))],
        come: Vec::new(),
        gone: Vec::new(),
        unchanged: 0,
    };
    let document = assessment_report(&AssessmentReport {
        front: ReportFront::default(),
        name: "今回".into(),
        criteria: RiskCriteria::own("自社", 9, 6).unwrap(),
        risks: Vec::new(),
        moves: Some(moves),
    });
    let cell = |words: &str, tone: Tone| (words.to_owned(), tone);
    assert_eq!(column(&document, "前"), [cell("3 中", Tone::Medium), cell("6 高", Tone::High)]);
    assert_eq!(column(&document, "今回"), [cell("6 中", Tone::Medium), cell("3 低", Tone::Low)]);
}

/// A plan without tasks, with those decisions.
fn plan(decided: Vec<ReportedDecision>) -> Document {
    treatment_plan(&TreatmentPlan {
        front: ReportFront::default(),
        criteria: RiskCriteria::tokyo(),
        tasks: Vec::new(),
        decided,
        undecided: Vec::new(),
    })
}

#[test]
fn a_plan_tells_every_decision_under_a_heading_of_its_own() {
    let decided = |treatment: Treatment, what: &str, then: Rating, review_on: Option<Date>| ReportedDecision {
        risk: ReportedRisk { treatment: Some(treatment), residual_level: Some(level(then)), ..risk(Rating::HIGH) },
        what: what.into(),
        review_on,
        approval: "承認待ち".into(),
    };
    let document = plan(vec![
        decided(Treatment::Transfer, "保険会社と、情報漏えいの保険で", Rating::MEDIUM, None),
        decided(Treatment::Avoid, "車で運ぶのをやめる", Rating::LOW, None),
        decided(Treatment::Accept, "代わりがない", Rating::HIGH, Some(date(2027, 3, 31))),
    ]);
    for (head, cells) in [
        ("リスク", ["顧客リスト（事務所PC）\n車に置いたまま盗まれる"; 3]),
        ("リスク所有者", ["営業部長"; 3]),
        ("今", ["9 高"; 3]),
        ("対応", ["移転", "回避", "受容"]),
        ("方法と理由", ["保険会社と、情報漏えいの保険で", "車で運ぶのをやめる", "代わりがない"]),
        ("見直す日", ["", "", "2027-03-31"]),
        ("対応後", ["6 高", "3 中", "9 高"]),
        ("承認", ["承認待ち"; 3]),
    ] {
        let words: Vec<String> = column(&document, head).into_iter().map(|(words, _)| words).collect();
        assert_eq!(words, cells, "{head}");
    }
    let heading = Block::Heading { level: 1, text: "移転・回避・受容を決めたリスク".into() };
    assert!(document.blocks.contains(&heading));
    assert!(!plan(Vec::new()).blocks.contains(&heading), "no heading over nothing");
}
