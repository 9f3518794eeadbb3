//! The plan as a document: what is transferred, avoided or accepted, and how far the work is.

use app::treatment::{Acceptance, Filter, Input, TaskInput, TaskStatus, approve, progress, report};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::super::risk::catalog;
use super::{accept, because, decided, owned, reduce};
use crate::documents::column;

on_both_engines!(
    decisions_stand_with_how_why_and_until_when,
    work_stands_with_who_approved_what_is_late_and_what_is_done,
);

/// Columns of what was decided.
const HEADS: [&str; 7] = ["リスク所有者", "対応前", "対応", "方法と理由", "見直す日", "対応後", "承認"];
/// By whom, and on the day at which test clocks stand.
const APPROVED: &str = "承認済み\n見本花子\n2026/11/24";

async fn decisions_stand_with_how_why_and_until_when(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let written = async |filter: Filter| report(officer, catalog(), &filter, "docx").await.unwrap();
    // There is one risk: its decision stands below its work.
    let told = async || {
        let document = written(Filter::default()).await;
        HEADS.map(|head| column(&document, head).pop().unwrap_or_default())
    };
    let tasks = vec![TaskInput { what: "契約を見直す".into(), ..TaskInput::default() }];
    let means = "保険会社と、情報漏えいの保険で";
    let transfer = Input {
        treatment: "transfer".into(),
        means: means.into(),
        expected: Some(1),
        tasks: tasks.clone(),
        ..Input::default()
    };
    let risk = decided(officer, &owned(officer).await, transfer).await;
    assert_eq!(told().await, ["見本花子", "高 9", "移転", means, "", "中 3", "承認待ち"]);
    let yearly = Acceptance { review_on: "2027-02-28".into(), ..because(&risk, "掛け金が予算の範囲") };
    let risk = approve(officer, catalog(), risk.id, risk.version, yearly).await.unwrap();
    let what = format!("{means}\n掛け金が予算の範囲");
    assert_eq!(told().await, ["見本花子", "高 9", "移転", &what, "2027/2/28", "中 3", APPROVED]);

    let (means, reason) = ("車で運ぶのをやめる", "宅配便で足りる");
    let avoid =
        Input { treatment: "avoid".into(), means: means.into(), reason: reason.into(), tasks, ..Input::default() };
    let risk = decided(officer, &risk, avoid).await;
    let what = format!("{means}\n{reason}");
    assert_eq!(told().await, ["見本花子", "高 9", "回避", &what, "", "中 3", "承認待ち"]);

    let risk = decided(officer, &risk, accept()).await;
    let reason = accept().reason;
    assert_eq!(told().await, ["見本花子", "高 9", "受容", &reason, "2027/3/31", "高 9", "承認待ち"]);
    let same = because(&risk, &reason);
    let risk = approve(officer, catalog(), risk.id, risk.version, same).await.unwrap();
    let told_once = ["見本花子", "高 9", "受容", &reason, "2027/3/31", "高 9", APPROVED];
    assert_eq!(told().await, told_once, "the same words once");
    let narrowed = written(Filter { overdue: true, ..Filter::default() }).await;
    assert!(column(&narrowed, "方法と理由").is_empty(), "a filter looks for tasks");

    decided(officer, &risk, reduce()).await;
    let document = written(Filter::default()).await;
    assert_eq!((column(&document, "方法と理由").len(), column(&document, "すること").len()), (0, 2));
}

async fn work_stands_with_who_approved_what_is_late_and_what_is_done(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let risk = decided(officer, &owned(officer).await, reduce()).await;
    let risk = approve(officer, catalog(), risk.id, risk.version, because(&risk, "予算の範囲")).await.unwrap();
    let first = risk.content.decision.as_ref().unwrap().tasks[0].id;
    progress(officer, catalog(), risk.id, risk.version, first, TaskStatus::Done, false).await.unwrap();
    // By then the other task is late.
    company.clock.advance(std::time::Duration::from_secs(90 * 86_400));
    let document = report(officer, catalog(), &Filter::default(), "docx").await.unwrap();
    assert_eq!(column(&document, "状態"), ["未着手\n期限超過", "完了\n2026/11/24\n効果は未確認"]);
    assert_eq!(column(&document, "期限"), ["2027/1/31", "2026/12/31"]);
    assert_eq!(column(&document, "費用"), ["12,000円"; 2]);
    assert_eq!(column(&document, "費用の合計"), ["24,000円"]);
    assert_eq!(column(&document, "承認"), [APPROVED; 2]);
    let names = column(&document, "リスク");
    assert!(names.iter().all(|name| name.starts_with("顧客リスト（")), "{names:?}");
}
