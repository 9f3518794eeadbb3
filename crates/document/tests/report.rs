//! Reports of what stands in the database: every level in the bands that hold for it, every decision told whole.

#![allow(clippy::unwrap_used)]

use document::{
    Align, AssessmentReport, Block, Document, ListedRisk, Moves, ReportFront, ReportedApproval, ReportedDecision,
    ReportedRisk, ReportedStatus, ReportedTask, RiskList, Table, Tone, TreatmentPlan, assessment_report, risk_list,
    treatment_plan,
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

fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

/// The cells below that head of a column, in words and with their tone.
fn column(document: &Document, head: &str) -> Vec<(String, Tone)> {
    tables(document)
        .filter_map(|table| Some((table, table.columns.iter().position(|column| column.title == head)?)))
        .flat_map(|(table, place)| table.rows.iter().map(move |row| &row[place]))
        .map(|cell| (cell.text.to_plain(), cell.tone))
        .collect()
}

fn words(document: &Document, head: &str) -> Vec<String> {
    column(document, head).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn a_list_tells_approvals_and_when_risks_are_looked_at_again() {
    let listed = |approval: &str, review_on: Option<Date>| ListedRisk {
        risk: risk(Rating::HIGH),
        approval: approval.into(),
        review_on,
    };
    let document = risk_list(&RiskList {
        front: ReportFront::default(),
        criteria: RiskCriteria::tokyo(),
        risks: vec![listed("承認済み", Some(date(2027, 3, 31))), listed("", None)],
    });
    assert_eq!(words(&document, "承認"), ["承認済み", ""]);
    assert_eq!(words(&document, "見直し予定日"), ["2027/3/31", ""]);
    assert_eq!(words(&document, "リスクレベル"), ["高 9"; 2]);
    assert_eq!(words(&document, "理由"), [""; 2]);
}

#[test]
fn levels_of_an_earlier_report_keep_the_bands_of_that_time() {
    let moves = Moves {
        since: "前回".into(),
        criteria: RiskCriteria::tokyo(),
        risen: vec![(level(Rating::LOW), risk(Rating::MEDIUM))],
        fallen: vec![(level(Rating::MEDIUM), risk(Rating::LOW))],
        come: Vec::new(),
        gone: vec![risk(Rating::MEDIUM)],
        outside: vec![risk(Rating::LOW)],
        unchanged: 2,
        banded: 1,
    };
    let document = assessment_report(&AssessmentReport {
        front: ReportFront::default(),
        name: "今回".into(),
        criteria: RiskCriteria::own("自社", 9, 6).unwrap(),
        risks: Vec::new(),
        moves: Some(moves),
    });
    let cell = |words: &str, tone: Tone| (words.to_owned(), tone);
    assert_eq!(column(&document, "前"), [cell("中 3", Tone::Medium), cell("高 6", Tone::High)]);
    assert_eq!(column(&document, "今回"), [cell("中 6", Tone::Medium), cell("低 3", Tone::Low)]);
    let mut levels = column(&document, "リスクレベル");
    assert_eq!(levels.pop(), Some(cell("中 3", Tone::Medium)), "outside");
    assert_eq!(levels.pop(), Some(cell("高 6", Tone::High)), "what is gone was only ever of that time");
    let told = document.blocks.iter().filter_map(|block| match block {
        Block::Paragraph(text) => Some(text.to_plain()),
        _ => None,
    });
    assert!(told.into_iter().any(|told| told.starts_with("同じもののうち1件は、数字は同じまま")));
}

/// A plan of 2026-11-24 with those tasks and decisions.
fn plan(tasks: Vec<ReportedTask>, decided: Vec<ReportedDecision>, undecided: Vec<ReportedRisk>) -> Document {
    treatment_plan(&TreatmentPlan {
        front: ReportFront { date: Some(date(2026, 11, 24)), ..ReportFront::default() },
        criteria: RiskCriteria::tokyo(),
        tasks,
        decided,
        undecided,
    })
}

fn waiting() -> ReportedApproval {
    ReportedApproval { state: "承認待ち".into(), given: None }
}

fn approved() -> ReportedApproval {
    ReportedApproval { state: "承認済み".into(), given: Some(("見本社長".into(), date(2026, 11, 1))) }
}

/// A task that reduces a risk, due on that day.
fn task(status: ReportedStatus, due_on: Option<Date>) -> ReportedTask {
    ReportedTask {
        risk: ReportedRisk { treatment: Some(Treatment::Reduce), ..risk(Rating::LOW) },
        before: level(Rating::LOW),
        what: "持ち出しを許可制にする".into(),
        responsible: "総務".into(),
        due_on,
        cost: None,
        status,
        approval: waiting(),
    }
}

/// What the plan says before its first table.
fn opening(document: &Document) -> String {
    let Some(Block::Paragraph(text)) = document.blocks.first() else { return String::new() };
    text.to_plain()
}

#[test]
fn a_plan_tells_every_decision_under_a_heading_of_its_own() {
    let decided = |treatment: Treatment, what: &str, then: Rating, review_on: Option<Date>| ReportedDecision {
        risk: ReportedRisk { treatment: Some(treatment), residual_level: Some(level(then)), ..risk(Rating::HIGH) },
        before: level(Rating::HIGH),
        what: what.into(),
        review_on,
        approval: waiting(),
    };
    let decided = vec![
        decided(Treatment::Transfer, "保険会社と、情報漏えいの保険で", Rating::MEDIUM, None),
        decided(Treatment::Avoid, "車で運ぶのをやめる", Rating::LOW, None),
        decided(Treatment::Accept, "代わりがない", Rating::HIGH, Some(date(2027, 3, 31))),
    ];
    let document = plan(Vec::new(), decided, Vec::new());
    for (head, cells) in [
        ("リスク", ["顧客リスト（事務所PC）\n車に置いたまま盗まれる"; 3]),
        ("リスク所有者", ["営業部長"; 3]),
        ("対応前", ["高 9"; 3]),
        ("対応", ["移転", "回避", "受容"]),
        ("方法と理由", ["保険会社と、情報漏えいの保険で", "車で運ぶのをやめる", "代わりがない"]),
        ("見直す日", ["", "", "2027/3/31"]),
        ("対応後", ["高 6", "中 3", "高 9"]),
        ("承認", ["承認待ち"; 3]),
    ] {
        assert_eq!(words(&document, head), cells, "{head}");
    }
    let heading = Block::Heading { level: 1, text: "移転・回避・受容を決めたリスク".into() };
    assert!(document.blocks.contains(&heading));
    let nothing = plan(Vec::new(), Vec::new(), Vec::new());
    assert!(!nothing.blocks.contains(&heading), "no heading over nothing");
}

#[test]
fn a_plan_says_what_it_holds() {
    let planned = task(ReportedStatus::Planned, None);
    let accepted = ReportedDecision {
        risk: ReportedRisk { treatment: Some(Treatment::Accept), ..risk(Rating::MEDIUM) },
        before: level(Rating::MEDIUM),
        what: "代わりがない".into(),
        review_on: None,
        approval: waiting(),
    };
    let whole = opening(&plan(vec![planned.clone(), planned.clone()], vec![accepted], vec![risk(Rating::HIGH)]));
    let held =
        "載せているのは、作業2件、移転・回避・受容を決めたリスク1件、まだ対応を決めていない高・中のリスク1件です。";
    assert!(whole.contains(held), "{whole}");
    let work = opening(&plan(vec![planned], Vec::new(), Vec::new()));
    assert!(work.contains("載せているのは、作業1件です。") && !work.contains("受容できない"), "{work}");
    let nothing = opening(&plan(Vec::new(), Vec::new(), Vec::new()));
    assert!(nothing.contains("載せるものはありません。"), "{nothing}");
}

#[test]
fn costs_are_yen_whose_digits_stand_below_one_another() {
    let costing = |cost: Option<i64>| ReportedTask { cost, ..task(ReportedStatus::Planned, None) };
    let document = plan([Some(480_000), Some(0), None].map(costing).to_vec(), Vec::new(), Vec::new());
    assert_eq!(words(&document, "費用"), ["480,000円", "0円", ""]);
    assert_eq!(words(&document, "費用の合計"), ["480,000円"]);
    for (place, table) in [5, 6].into_iter().zip(tables(&document)) {
        assert_eq!(table.columns[place].align, Align::Right);
        assert_eq!(table.rows[0][place].number, Some(480_000), "countable in a spreadsheet");
    }
    let unknown = plan(vec![costing(None)], Vec::new(), Vec::new());
    assert_eq!(words(&unknown, "費用の合計"), ["未記入"], "nobody has said that it costs nothing");
}

#[test]
fn work_says_whether_it_is_late_or_when_it_was_done() {
    let day = |day: i8| Some(date(2026, 11, day));
    let document = plan(
        vec![
            task(ReportedStatus::Planned, day(23)),
            task(ReportedStatus::Doing, day(24)),
            task(ReportedStatus::Planned, None),
            task(ReportedStatus::Done { on: day(22), is_confirmed: true }, day(20)),
            task(ReportedStatus::Done { on: None, is_confirmed: true }, None),
        ],
        Vec::new(),
        Vec::new(),
    );
    let cell = |words: &str, tone: Tone| (words.to_owned(), tone);
    let states = [
        cell("未着手\n期限超過", Tone::Attention),
        cell("実施中", Tone::Plain),
        cell("未着手", Tone::Plain),
        cell("完了\n2026/11/22", Tone::Plain),
        cell("完了", Tone::Plain),
    ];
    assert_eq!(column(&document, "状態"), states);
    assert_eq!(words(&document, "期限"), ["2026/11/23", "2026/11/24", "", "2026/11/20", ""]);
    let heads = ["作業", "未着手", "実施中", "完了", "期限を過ぎているもの"];
    assert_eq!(heads.map(|head| words(&document, head).concat()), ["5件", "2件", "1件", "2件", "1件"]);
}

#[test]
fn who_approved_stands_with_the_day_and_a_risk_has_one_name() {
    let transfer = ReportedRisk { treatment: Some(Treatment::Transfer), ..risk(Rating::HIGH) };
    let work = ReportedTask { risk: transfer.clone(), approval: approved(), ..task(ReportedStatus::Planned, None) };
    let decision = ReportedDecision {
        before: transfer.level(),
        risk: transfer,
        what: "保険で".into(),
        review_on: None,
        approval: approved(),
    };
    let document = plan(vec![work], vec![decision], Vec::new());
    assert_eq!(words(&document, "承認"), ["承認済み\n見本社長\n2026/11/1"; 2]);
    assert_eq!(words(&document, "リスク"), ["顧客リスト（事務所PC）\n車に置いたまま盗まれる"; 2]);
}
