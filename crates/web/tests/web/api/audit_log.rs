//! 監査ログ.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::program::Program;
use super::treatment::{decided, reduce};

#[tokio::test]
async fn the_log_is_read_and_changes_are_undone() {
    let program = Program::new().await;
    let id = program.asset("顧客リスト").await;
    let path = format!("/assets/{id}");
    program.patch(&path, "\"1\"", json!({ "remarks": "棚" })).await;
    let log = program.get(&format!("/audit-log?entity=asset&thing={id}")).await.json();
    let items = log["items"].as_array().unwrap();
    assert_eq!(items.len(), 2, "{log}");
    let (changed, created) = (&items[0], &items[1]);
    assert_eq!((&changed["event"], &created["event"]), (&json!("changed"), &json!("created")));
    assert_eq!((&changed["channel"], &changed["actor"]), (&json!("api"), &json!("見本花子")));
    let of = |record: &Value| format!("/audit-log/{}", record["sequence"]);
    let record = program.get(&of(changed)).await.json();
    assert_eq!(record["changes"], json!([{ "label": "備考", "before": "", "after": "棚" }]));
    assert_eq!((&record["before"]["remarks"], &record["after"]["remarks"]), (&json!(""), &json!("棚")));
    assert_eq!(record["undoing"], json!({ "state": "possible", "effect": "set-back", "without_approval": false }));
    let overtaken = program.get(&of(created)).await.json();
    assert_eq!(
        (&overtaken["undoing"]["state"], &overtaken["undoing"]["later"]),
        (&json!("overtaken"), &json!([changed["sequence"]]))
    );
    let undo = |record: &Value| format!("{}/undo", of(record));
    program.send("POST", &undo(created), None, None).await.is_problem(422, "refused");
    assert_eq!(program.send("POST", &undo(changed), None, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(program.get(&path).await.json()["remarks"], "");
    let undone = program.get(&of(changed)).await.json();
    assert_eq!(undone["undoing"], json!({ "state": "done", "by": undone["undone_by"] }));
    let first = program.get("/audit-log/1").await.json();
    assert_eq!(first["undoing"]["state"], "never");
}

#[tokio::test]
async fn changes_of_a_risk_are_told_apart() {
    let program = Program::new().await;
    decided(&program, "顧客リスト", reduce()).await;
    let of = async |event: &str| {
        let log = program.get(&format!("/audit-log?entity=risk&event={event}")).await.json();
        log["items"].as_array().unwrap().len()
    };
    for (event, count) in [("decided", 1), ("changed", 0), ("sent-back", 0), ("withdrawn", 0), ("progressed", 0)] {
        assert_eq!(of(event).await, count, "{event}");
    }
}

#[tokio::test]
async fn the_log_has_pages() {
    let program = Program::new().await;
    for number in 1..=3 {
        program.asset(&format!("資産{number}")).await;
    }
    let mut labels = Vec::new();
    let mut path = "/audit-log?entity=asset&limit=2".to_owned();
    loop {
        let page = program.get(&path).await.json();
        let items = page["items"].as_array().unwrap();
        labels.extend(items.iter().map(|item| item["label"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/audit-log?entity=asset&limit=2&after={next}");
    }
    assert_eq!(labels, ["資産3", "資産2", "資産1"]);
    let people = program.get("/audit-log/people").await.json();
    let own = people["items"][0]["account_id"].as_str().unwrap();
    assert_eq!(
        program.get(&format!("/audit-log?who={own}&entity=asset")).await.json()["items"].as_array().unwrap().len(),
        3
    );
    assert_eq!(program.get("/audit-log?who=operator&entity=asset").await.json()["items"], json!([]));
    assert_eq!(program.get("/audit-log?from=2026-11-25").await.json()["items"], json!([]));
}

#[tokio::test]
async fn the_log_is_verified_and_written_out() {
    let program = Program::new().await;
    program.asset("顧客リスト").await;
    let verified = program.get("/audit-log/verify").await.json();
    assert_eq!((&verified["is_whole"], &verified["faults"]), (&json!(true), &json!([])));
    assert_eq!(verified["end"]["sequence"], verified["records"]);
    let workbook = program.get("/audit-log/export?entity=asset").await;
    assert!(workbook.header(header::CONTENT_TYPE).contains("spreadsheetml") && workbook.bytes.starts_with(b"PK"));
}

#[tokio::test]
async fn what_one_operation_did_is_undone_together() {
    let program = Program::new().await;
    program.asset("顧客リスト").await;
    program.asset("見積書").await;
    let wanted = json!({ "lines": ["internal-server.ransomware"], "all_without_risks": true });
    assert_eq!(program.post("/risks/identify", wanted).await.json()["added"], 2);
    let log = program.get("/audit-log?entity=risk").await.json();
    let record = format!("/audit-log/{}", log["items"][0]["sequence"]);
    assert_eq!(program.get(&record).await.json()["together"], 2);
    let path = format!("{record}/undo-together");
    assert_eq!(program.send("POST", &path, None, None).await.json(), json!({ "undone": 2 }));
    assert_eq!(program.get("/risks").await.json()["items"], json!([]));
    assert_eq!(program.get(&record).await.json()["together"], Value::Null);
    program.send("POST", &path, None, None).await.is_problem(422, "refused");
    program.send("POST", "/audit-log/1/undo-together", None, None).await.is_problem(422, "refused");
}
