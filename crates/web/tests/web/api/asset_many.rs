//! Many assets at once, and files of them.

use axum::http::{StatusCode, header};
use serde_json::json;

use super::program::Program;

#[tokio::test]
async fn many_change_and_go_at_once() {
    let program = Program::new().await;
    let one = program.asset("資産1").await;
    program.asset("資産2").await;
    let wanted = json!({ "ids": [one], "changes": { "risk_owner": "営業部長", "department": null } });
    let edited = program.post("/assets/edit", wanted.clone()).await;
    assert_eq!(edited.json(), json!({ "changed": 1, "unchanged": 0 }), "{}", edited.text());
    assert_eq!(program.post("/assets/edit", wanted).await.json(), json!({ "changed": 0, "unchanged": 1 }));
    let asset = program.get(&format!("/assets/{one}")).await.json();
    assert_eq!((&asset["risk_owner"], &asset["department"]), (&json!("営業部長"), &json!("")));
    let all = json!({ "filter": { "importance": 2 }, "changes": { "availability": 3 } });
    assert_eq!(program.post("/assets/edit", all).await.json()["changed"], 2);

    assert_eq!(program.post("/assets/remove", json!({ "ids": [one] })).await.json(), json!({ "removed": 1 }));
    assert_eq!(program.post("/assets/remove", json!({ "filter": {} })).await.json(), json!({ "removed": 1 }));
    assert_eq!(program.get("/assets").await.json()["items"], json!([]));
}

#[tokio::test]
async fn what_cannot_be_done_with_many_says_where() {
    let program = Program::new().await;
    program.asset("資産1").await;
    for (body, fields) in [
        (json!({ "filter": {}, "changes": { "confidentiality": 4 } }), vec!["changes.confidentiality"]),
        (json!({ "filter": {}, "changes": { "medium": null } }), vec!["changes.medium"]),
        (json!({ "filter": {}, "changes": {} }), vec!["changes"]),
        (json!({ "filter": {}, "changes": { "name": "x" } }), vec!["changes.name"]),
        // Nothing in brackets is not everything.
        (json!({ "filter": [], "changes": { "users": "全員" } }), vec!["filter"]),
        (json!({ "filter": {}, "changes": [] }), vec!["changes"]),
        (json!({ "changes": { "users": "全員" } }), vec!["ids"]),
        (json!({ "ids": [], "filter": {}, "changes": { "users": "全員" } }), vec!["ids"]),
        (json!({ "ids": ["x"], "changes": { "users": "全員" } }), vec!["ids[0]"]),
        (json!({ "filter": { "importance": 9 }, "changes": { "users": "全員" } }), vec!["filter.importance"]),
        (json!({ "filter": { "medium": "stone" }, "changes": { "users": "全員" } }), vec!["filter.medium"]),
    ] {
        let answer = program.post("/assets/edit", body.clone()).await;
        answer.is_problem(422, "invalid");
        assert_eq!(answer.fields(), fields, "{body}");
    }
    assert_eq!(program.post("/assets/remove", json!({})).await.fields(), ["ids"]);
    assert_eq!(program.post("/assets/remove", json!({ "filter": [] })).await.fields(), ["filter"]);
    assert_eq!(program.get("/assets").await.json()["total"]["count"], 1);
}

#[tokio::test]
async fn the_register_is_a_file() {
    let program = Program::new().await;
    program.asset("=1+1").await;
    program.asset("契約書").await;
    let workbook = program.get("/assets/export").await;
    assert_eq!(workbook.status, StatusCode::OK);
    assert!(workbook.header(header::CONTENT_TYPE).contains("spreadsheetml"));
    assert_eq!(workbook.header(header::CONTENT_DISPOSITION), "attachment; filename=\"register.xlsx\"");
    assert!(workbook.bytes.starts_with(b"PK"));
    let csv = program.get("/assets/export?format=csv&search=1").await;
    assert!(csv.header(header::CONTENT_TYPE).starts_with("text/csv"));
    let text = csv.text();
    assert!(text.starts_with("\u{FEFF}業務分類,情報資産名称,") && text.contains("営業,'=1+1,"), "{text}");
    assert!(!text.contains("契約書"), "the filter holds");
    let log = program.get("/audit-log?event=exported").await.json();
    let labels: Vec<&str> =
        log["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["情報資産台帳（CSV、1件）", "情報資産台帳（Excel、2件）"]);
    assert_eq!(program.get("/register").await.json(), json!({ "extra_columns": [] }));
}
