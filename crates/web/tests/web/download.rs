//! Documents as files: from the lists of risks, plans and snapshots.

use app::Role;
use app::assessment::{Input, take};
use app::risk;
use axum::http::StatusCode;

use crate::browser::{Answer, Browser};
use crate::treatment::{catalog, owned, reduced};

fn assert_is_file(answer: &Answer, format: &str, name: &str) {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    let media_type = match format {
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => "application/pdf",
    };
    assert_eq!(answer.headers["content-type"], media_type);
    let disposition = answer.headers["content-disposition"].to_str().unwrap();
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let full = format!("filename*=UTF-8''{encoded}.{format}");
    assert!(disposition.starts_with("attachment; filename=\"") && disposition.ends_with(&full), "{disposition}");
    assert!(answer.body.starts_with(&format!("{format}\n")), "{}", answer.body);
}

#[tokio::test]
async fn everything_goes_out_in_three_formats() {
    let mut browser = Browser::signed_in().await;
    reduced(&browser.company.officer, "2026-12-31").await;
    let one =
        take(&browser.company.officer, &catalog(), Input { name: "定期".into(), department: None }).await.unwrap();
    for format in ["xlsx", "docx", "pdf"] {
        let risks = browser.get(&format!("/risks/export.{format}")).await;
        assert_is_file(&risks, format, "リスク一覧_2026-11-24");
        assert!(risks.body.contains("顧客リスト") && risks.body.contains("車に置いたまま盗まれる"), "{}", risks.body);
        let plan = browser.get(&format!("/treatments/export.{format}")).await;
        assert_is_file(&plan, format, "リスク対応計画_2026-11-24");
        assert!(plan.body.contains("鍵のかかる棚に入れる"), "{}", plan.body);
        let report = browser.get(&format!("/assessments/{}/report.{format}", one.id)).await;
        assert_is_file(&report, format, "リスクアセスメント結果_定期");
        assert!(report.body.contains("顧客リスト"), "{}", report.body);
    }
    for address in ["/risks/export.exe", "/treatments/export.html", &format!("/assessments/{}/report.x", one.id)] {
        assert_eq!(browser.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn the_lists_filter_narrows_the_file() {
    let mut browser = Browser::signed_in().await;
    owned(&browser.company.officer).await;
    let event = risk::EventInput {
        name: "受注が止まる".into(),
        confidentiality: Some(1),
        integrity: Some(1),
        availability: Some(1),
        ..risk::EventInput::default()
    };
    let event = risk::Input { event: Some(event), likelihood: Some(1), ..risk::Input::default() };
    risk::create(&browser.company.officer, &catalog(), event).await.unwrap();
    let all = browser.get("/risks/export.xlsx").await;
    assert!(all.body.contains("顧客リスト") && all.body.contains("受注が止まる"), "{}", all.body);
    let high = browser.get("/risks/export.xlsx?band=high").await;
    assert!(high.body.contains("顧客リスト") && !high.body.contains("受注が止まる"), "{}", high.body);
}

#[tokio::test]
async fn what_cannot_be_written_is_named() {
    let mut browser = Browser::signed_in().await;
    let risk = owned(&browser.company.officer).await;
    let odd = risk::Input { title: "🦄が来る".into(), ..risk::Input::from(&risk.content) };
    risk::edit(&browser.company.officer, &catalog(), risk.id, 1, odd).await.unwrap();
    let refused = browser.get("/risks/export.pdf").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("にある文字「🦄」はPDFの文字に含まれていません。"), "{}", refused.body);
    assert_eq!(browser.get("/risks/export.docx").await.status, StatusCode::OK);
}

#[tokio::test]
async fn files_hold_what_the_person_may_see() {
    let mut browser = Browser::signed_in().await;
    let elsewhere = browser.company.another("隣の会社").await;
    reduced(&elsewhere, "2026-12-31").await;
    for address in ["/risks/export.pdf", "/treatments/export.pdf"] {
        let answer = browser.get(address).await;
        assert!(answer.status == StatusCode::OK && !answer.body.contains("顧客リスト"), "{address} {}", answer.body);
    }
    browser.joined_by(Role::Employee, None).await;
    for address in ["/risks/export.pdf", "/treatments/export.pdf"] {
        assert_eq!(browser.get(address).await.status, StatusCode::FORBIDDEN, "{address}");
    }
}
