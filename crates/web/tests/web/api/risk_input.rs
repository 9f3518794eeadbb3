//! What may be said of a risk, and what is said where it may not.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::program::{Program, risk};

const NOBODY: &str = "0199ab6e-0000-7000-8000-000000000000";

#[tokio::test]
async fn every_value_that_cannot_be_used_is_named() {
    let program = Program::new().await;
    let asset = json!(program.asset("顧客リスト").await);
    let of_asset = |key: &str, value: Value| json!({ "asset_id": asset.clone(), key: value });
    let event = |key: &str, value: Value| {
        let mut event = json!({ "name": "x", "confidentiality": 1, "integrity": 1, "availability": 1 });
        event[key] = value;
        json!({ "event": event, "threat": "x" })
    };
    let controls = json!([{ "title": "鍵", "status": "" }, { "id": "9.9", "status": "partial" }, {}]);
    for (body, fields) in [
        (json!({}), vec!["asset_id"]),
        (json!({ "asset_id": asset, "event": { "name": "x" } }), vec!["asset_id"]),
        (json!({ "event": {} }), vec!["event.name", "event.confidentiality", "event.integrity", "event.availability"]),
        (json!({ "event": [] }), vec!["event"]),
        (event("integrity", json!(4)), vec!["event.integrity"]),
        (event("name", json!("")), vec!["event.name"]),
        (event("department_id", json!(NOBODY)), vec!["event.department_id"]),
        (event("importance", json!(3)), vec!["event.importance"]),
        (of_asset("threat_line", json!("paper.nothing")), vec!["threat_line"]),
        (of_asset("threat", json!("長".repeat(301))), vec!["threat"]),
        (of_asset("threat_origins", json!(["X"])), vec!["threat_origins[0]"]),
        (of_asset("threat_rating", json!(9)), vec!["threat_rating"]),
        (of_asset("vulnerability_rating", json!(0)), vec!["vulnerability_rating"]),
        (of_asset("direct_likelihood", json!(4)), vec!["direct_likelihood"]),
        (of_asset("direct_likelihood", json!("高")), vec!["direct_likelihood"]),
        (of_asset("vulnerabilities", json!([{ "title": "x" }, { "id": "HW-99" }])), vec!["vulnerabilities[1].id"]),
        (of_asset("vulnerabilities", json!(["HW-08"])), vec!["vulnerabilities[0]"]),
        (of_asset("controls", controls), vec!["controls[0].status", "controls[1].id"]),
        (of_asset("review_on", json!("らいねん")), vec!["review_on"]),
        (of_asset("owner_id", json!(NOBODY)), vec!["owner_id"]),
        (of_asset("owner", json!("長".repeat(301))), vec!["owner"]),
        (of_asset("likelihood", json!(3)), vec!["likelihood"]),
    ] {
        let answer = program.post("/risks", body.clone()).await;
        answer.is_problem(422, "invalid");
        assert_eq!(answer.fields(), fields, "{body}");
        for (field, message) in answer.problems() {
            assert!(!message.is_ascii(), "{field}: {message}");
        }
    }
    program.post("/risks", json!({ "asset_id": NOBODY, "threat": "x" })).await.is_problem(404, "not-found");
    assert_eq!(program.get("/risks").await.json()["items"], json!([]), "nothing was added");
}

#[tokio::test]
async fn nothing_is_left_out_silently() {
    let program = Program::new().await;
    let asset = json!(program.asset("顧客リスト").await);
    let me = program.get("/me").await.json()["account_id"].clone();
    let mut both = risk(asset.clone(), me.clone());
    both["owner"] = json!("営業部長");
    both["threat_line"] = json!("internal-server.ransomware");
    assert_eq!(program.post("/risks", both).await.fields(), ["threat_origins", "owner"]);

    let path = format!("/risks/{}", program.risk("見積書").await);
    let words = program.patch(&path, "\"1\"", json!({ "owner": "営業部長" })).await;
    assert_eq!(words.fields(), ["owner"], "somebody who can sign in owns it");
    let words = program.patch(&path, "\"1\"", json!({ "owner": "営業部長", "owner_id": null })).await.json();
    assert_eq!((&words["owner"], &words["owner_id"]), (&json!("営業部長"), &Value::Null));
    let owned = program.patch(&path, "\"2\"", json!({ "owner_id": me })).await.json();
    assert_eq!((&owned["owner"], &owned["owner_id"]), (&json!("見本花子"), &me), "an account has its own name");
    let words = program.patch(&path, "\"3\"", json!({ "owner_id": null })).await.json();
    assert_eq!((&words["owner"], &words["owner_id"]), (&json!("見本花子"), &Value::Null), "her name stays");
    let moved = program.patch(&path, "\"4\"", json!({ "asset_id": asset })).await;
    assert_eq!(moved.fields(), ["asset_id"], "a risk stays with its asset");
}

#[tokio::test]
async fn what_follows_from_the_catalog_follows_again() {
    let program = Program::new().await;
    let asset = json!(program.asset("顧客リスト").await);
    let proposals = program.get("/risks/proposals?medium=internal-server").await.json();
    let (one, other) = (&proposals["lines"][0], &proposals["lines"][1]);
    let created = program.post("/risks", json!({ "asset_id": asset, "threat_line": one["threat_line"] })).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.text());
    let path = format!("/risks/{}", created.json()["id"].as_str().unwrap());
    assert_eq!(created.json()["threat"], one["title"]);
    assert!(!created.json()["threat_origins"].as_array().unwrap().is_empty());
    let patched = program.patch(&path, "\"1\"", json!({ "threat_line": other["threat_line"] })).await.json();
    assert_eq!(patched["threat"], other["title"]);
    let named = program.patch(&path, "\"2\"", json!({ "threat": "倉庫のサーバーが止まる" })).await.json();
    let again = program.patch(&path, "\"3\"", json!({ "threat_line": one["threat_line"] })).await.json();
    assert_eq!(
        (&named["threat"], &again["threat"]),
        (&json!("倉庫のサーバーが止まる"), &json!("倉庫のサーバーが止まる"))
    );
    assert_eq!(program.patch(&path, "\"4\"", json!({ "threat_origins": ["D"] })).await.fields(), ["threat_origins"]);
    let own = json!({ "threat_line": null, "threat_origins": ["D"] });
    let own = program.patch(&path, "\"4\"", own).await.json();
    assert_eq!((&own["threat_line"], &own["threat_origins"]), (&Value::Null, &json!(["D"])));
    program.patch(&path, "\"5\"", json!([1])).await.is_problem(422, "invalid");
    let line = json!({ "threat": null, "threat_origins": null, "threat_line": one["threat_line"] });
    let catalogs = program.patch(&path, "\"5\"", line).await.json();
    assert_eq!(catalogs["threat"], one["title"]);
    let words = program.patch(&path, "\"6\"", json!({ "threat_line": null })).await.json();
    assert_eq!(
        (&words["threat"], &words["threat_origins"]),
        (&one["title"], &catalogs["threat_origins"]),
        "its words stay"
    );
    let unknown = program.patch(&path, "\"7\"", json!({ "threat": null, "threat_origins": null })).await.json();
    assert_eq!(unknown["explanation"]["threat"]["source"], "no-threat");
}
