//! Many risks at once: identified, counted, written out, removed.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::program::Program;

#[tokio::test]
async fn risks_are_identified_for_many_assets() {
    let program = Program::new().await;
    let (one, other) = (program.asset("顧客リスト").await, program.asset("見積書").await);
    let counts =
        |assets: u64, without: u64| json!({ "medium": "internal-server", "assets": assets, "without_risks": without });
    let unidentified = program.get("/risks/unidentified").await.json();
    let items = unidentified["items"].as_array().unwrap();
    assert!(items.len() == 6 && items.contains(&counts(2, 2)), "{unidentified}");

    let proposal = program.get("/risks/proposals?medium=internal-server").await.json();
    assert_eq!((&proposal["medium"], &proposal["more"]), (&json!("internal-server"), &json!(false)));
    assert_eq!(proposal["assets"][0], json!({ "id": one, "name": "顧客リスト", "importance": 2, "risks": 0 }));
    let lines = proposal["lines"].as_array().unwrap();
    assert!(lines.len() > 2 && lines.iter().any(|line| line["suggested"] == true));
    for key in ["threat_line", "title", "explanation", "consequence"] {
        assert!(!lines[0][key].as_str().unwrap().is_empty(), "{key}: {}", lines[0]);
    }
    assert!(lines[0]["vulnerabilities"][0]["title"].is_string(), "{}", lines[0]);

    let chosen = json!([lines[0]["threat_line"], lines[1]["threat_line"]]);
    let wanted = json!({ "lines": chosen, "asset_ids": [one] });
    let added = program.post("/risks/identify", wanted.clone()).await;
    assert_eq!((added.status, added.json()), (StatusCode::OK, json!({ "added": 2 })), "{}", added.text());
    assert_eq!(program.post("/risks/identify", wanted).await.json(), json!({ "added": 0 }), "not twice");
    let rest = json!({ "lines": chosen, "all_without_risks": true });
    assert_eq!(program.post("/risks/identify", rest).await.json(), json!({ "added": 2 }));
    let of_other = program.get(&format!("/risks?asset={other}")).await.json();
    assert_eq!(of_other["total"]["count"], 2);
    let unidentified = program.get("/risks/unidentified").await.json();
    assert!(unidentified["items"].as_array().unwrap().contains(&counts(2, 0)), "{unidentified}");

    assert_eq!(program.get("/risks/proposals").await.fields(), ["medium"]);
    assert_eq!(program.get("/risks/proposals?medium=stone").await.fields(), ["medium"]);
    for (body, fields) in [
        (json!({}), &["lines", "asset_ids"][..]),
        (json!({ "lines": ["x.y"], "all_without_risks": true }), &["lines"]),
        (json!({ "lines": chosen }), &["asset_ids"]),
        (json!({ "lines": chosen, "asset_ids": ["x"] }), &["asset_ids[0]"]),
        (json!({ "lines": chosen, "assets": [] }), &["assets"]),
    ] {
        assert_eq!(program.post("/risks/identify", body.clone()).await.fields(), fields, "{body}");
    }
}

#[tokio::test]
async fn risks_are_counted() {
    let program = Program::new().await;
    let empty = program.get("/risks/summary").await.json();
    assert_eq!((&empty["total"], &empty["bands"]), (&json!(0), &json!({ "high": 0, "medium": 0, "low": 0 })));
    program.risk("顧客リスト").await;
    let path = format!("/risks/{}", program.risk("見積書").await);
    program.patch(&path, "\"1\"", json!({ "review_on": "2026-11-01", "direct_likelihood": 1 })).await;
    let summary = program.get("/risks/summary").await.json();
    assert_eq!(summary["bands"], json!({ "high": 1, "medium": 1, "low": 0 }));
    let cells = summary["heat_map"].as_array().unwrap();
    assert_eq!(cells.len(), 9);
    let first = json!({ "importance": 3, "likelihood": 3, "risk_level": 9, "band": "high", "risks": 1 });
    assert_eq!(cells[0], first);
    let counted: u64 = cells.iter().map(|cell| cell["risks"].as_u64().unwrap()).sum();
    assert_eq!(json!(counted), summary["total"]);
    assert_eq!(summary["criteria"]["choice"], "tokyo");
    for (key, count) in
        [("exposed", 2), ("undecided", 2), ("awaiting_approval", 0), ("awaiting_my_approval", 0), ("review_due", 1)]
    {
        assert_eq!(summary[key], count, "{key}");
    }
}

#[tokio::test]
async fn risks_are_files() {
    let program = Program::new().await;
    program.risk("顧客リスト").await;
    for (query, kind, ending) in [
        ("", "spreadsheetml", "xlsx"),
        ("?format=docx", "wordprocessingml", "docx"),
        ("?format=pdf&band=high", "application/pdf", "pdf"),
    ] {
        let file = program.get(&format!("/risks/export{query}")).await;
        assert_eq!(file.status, StatusCode::OK, "{}", file.text());
        assert!(file.header(header::CONTENT_TYPE).contains(kind), "{query}");
        let name = file.header(header::CONTENT_DISPOSITION).to_owned();
        assert!(name.contains(&format!("filename=\"risks_2026-11-24.{ending}\"")), "{name}");
        assert!(file.text().starts_with(ending) && file.text().contains("車に置いたまま盗まれる"), "{}", file.text());
    }
    assert!(!program.get("/risks/export?band=low").await.text().contains("車に置いたまま盗まれる"), "the filter holds");
    assert_eq!(program.get("/audit-log?event=exported").await.json()["items"].as_array().unwrap().len(), 4);
    program.risk("🦄のリスト").await;
    let refused = program.get("/risks/export?format=pdf").await;
    assert!(refused.is_problem(422, "refused").text().contains("🦄"));
}

#[tokio::test]
async fn risks_are_removed_at_once() {
    let program = Program::new().await;
    let (one, other) = (program.risk("顧客リスト").await, program.risk("見積書").await);
    let gone = "0199ab6e-0000-7000-8000-000000000000";
    let removed = program.post("/risks/remove", json!({ "ids": [one, gone] })).await;
    assert_eq!(removed.json(), json!({ "removed": 1 }), "{}", removed.text());
    let left = program.get("/risks").await.json();
    assert_eq!((&left["items"][0]["id"], &left["next"]), (&json!(other), &Value::Null));
    assert_eq!(program.post("/risks/remove", json!({})).await.fields(), ["ids"]);
    assert_eq!(program.post("/risks/remove", json!({ "ids": ["x"] })).await.fields(), ["ids[0]"]);
    assert_eq!(program.post("/risks/remove", json!({ "filter": {} })).await.fields(), ["filter"]);
}

#[tokio::test]
async fn risks_are_given_one_owner() {
    let program = Program::new().await;
    let (one, other) = (program.risk("顧客リスト").await, program.risk("見積書").await);
    let me = program.get("/me").await.json()["account_id"].clone();
    for id in [&one, &other] {
        program.patch(&format!("/risks/{id}"), "\"1\"", json!({ "owner_id": null, "owner": "営業部長" })).await;
    }
    let gone = "0199ab6e-0000-7000-8000-000000000000";
    let assigned = program.post("/risks/owner", json!({ "ids": [one, other, gone], "owner_id": me })).await;
    assert_eq!(assigned.json(), json!({ "changed": 2 }), "{}", assigned.text());
    let now = program.get(&format!("/risks/{other}")).await.json();
    assert_eq!((&now["owner_id"], &now["owner"]), (&me, &json!("見本花子")));
    for (body, field) in [
        (json!({ "ids": [one], "owner_id": gone }), "owner_id"),
        (json!({ "ids": [one] }), "owner_id"),
        (json!({ "owner_id": me }), "ids"),
    ] {
        assert_eq!(program.post("/risks/owner", body.clone()).await.fields(), [field], "{body}");
    }
}

#[tokio::test]
async fn owners_can_be_chosen() {
    let program = Program::new().await;
    let me = program.get("/me").await.json();
    let expected = json!({ "account_id": me["account_id"], "name": "見本花子", "department_ids": null });
    assert_eq!(program.get("/risks/owners").await.json(), json!({ "items": [expected] }));
}
