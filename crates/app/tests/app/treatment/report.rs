//! The plan as a document: what is transferred, avoided or accepted.

use app::treatment::{Acceptance, Filter, Input, approve, report};
use testkit::company::company;
use testkit::database::TemporaryDatabase;
use testkit::on_both_engines;

use super::super::risk::catalog;
use super::{accept, because, decided, owned, reduce};
use crate::documents::column;

on_both_engines!(decisions_stand_with_how_why_and_until_when);

/// Columns of what was decided.
const HEADS: [&str; 7] = ["リスク所有者", "今", "対応", "方法と理由", "見直す日", "対応後", "承認"];

async fn decisions_stand_with_how_why_and_until_when(database: TemporaryDatabase) {
    let company = company(&database.store).await;
    let officer = &company.officer;
    let written = async |filter: Filter| report(officer, catalog(), &filter, "docx").await.unwrap();
    // There is one risk, so that each column has one cell.
    let told = async || {
        let document = written(Filter::default()).await;
        HEADS.map(|head| column(&document, head).concat())
    };
    let means = "保険会社と、情報漏えいの保険で";
    let transfer = Input { treatment: "transfer".into(), means: means.into(), expected: Some(1), ..Input::default() };
    let risk = decided(officer, &owned(officer).await, transfer).await;
    assert_eq!(told().await, ["見本花子", "9 高", "移転", means, "", "3 中", "承認待ち"]);
    let yearly = Acceptance { review_on: "2027-02-28".into(), ..because(&risk, "掛け金が予算の範囲") };
    let risk = approve(officer, catalog(), risk.id, risk.version, yearly).await.unwrap();
    let what = format!("{means}\n掛け金が予算の範囲");
    assert_eq!(told().await, ["見本花子", "9 高", "移転", &what, "2027-02-28", "3 中", "承認済み"]);

    let (means, reason) = ("車で運ぶのをやめる", "宅配便で足りる");
    let avoid = Input { treatment: "avoid".into(), means: means.into(), reason: reason.into(), ..Input::default() };
    let risk = decided(officer, &risk, avoid).await;
    let what = format!("{means}\n{reason}");
    assert_eq!(told().await, ["見本花子", "9 高", "回避", &what, "", "3 中", "承認待ち"]);

    let risk = decided(officer, &risk, accept()).await;
    let reason = accept().reason;
    assert_eq!(told().await, ["見本花子", "9 高", "受容", &reason, "2027-03-31", "9 高", "承認待ち"]);
    let same = because(&risk, &reason);
    let risk = approve(officer, catalog(), risk.id, risk.version, same).await.unwrap();
    let told_once = ["見本花子", "9 高", "受容", &reason, "2027-03-31", "9 高", "承認済み"];
    assert_eq!(told().await, told_once, "the same words once");
    let narrowed = written(Filter { overdue: true, ..Filter::default() }).await;
    assert!(column(&narrowed, "方法と理由").is_empty(), "a filter looks for tasks");

    decided(officer, &risk, reduce()).await;
    let document = written(Filter::default()).await;
    assert_eq!((column(&document, "方法と理由").len(), column(&document, "すること").len()), (0, 2));
}
