//! Risks one by one.

use app::Role;
use app::token::TokenScope;
use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::program::{Program, asset, joined, risk, token};

#[tokio::test]
async fn a_risk_lives() {
    let program = Program::new().await;
    let mut wanted = asset("顧客リスト");
    wanted["personal"] = json!(true);
    let asset = program.post("/assets", wanted).await.json()["id"].clone();
    let me = program.get("/me").await.json()["account_id"].clone();
    let created = program.post("/risks", risk(asset.clone(), me.clone())).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.text());
    let body = created.json();
    let path = format!("/risks/{}", body["id"].as_str().unwrap());
    assert_eq!(created.header(header::LOCATION), format!("/api/v1{path}"));
    assert_eq!(created.etag(), "\"1\"");
    for (key, value) in [
        ("version", json!(1)),
        ("kind", json!("asset")),
        ("asset_id", asset.clone()),
        ("name", json!("顧客リスト")),
        ("medium", json!("internal-server")),
        ("threat", json!("車に置いたまま盗まれる")),
        ("threat_line", Value::Null),
        ("threat_origins", json!(["D"])),
        ("importance", json!(3)),
        ("likelihood", json!(3)),
        ("risk_level", json!(9)),
        ("band", json!("high")),
        ("threat_rating", json!(3)),
        ("direct_likelihood", Value::Null),
        ("controls_in_place", json!(0)),
        ("treatment", Value::Null),
        ("approval", json!("none")),
        ("awaits_approval", json!(false)),
        ("residual_level", Value::Null),
        ("owner", json!("見本花子")),
        ("owner_id", me),
        ("created_at", json!("2026-11-24T00:00:00Z")),
        ("event", Value::Null),
        ("decision", Value::Null),
        ("approved", Value::Null),
    ] {
        assert_eq!(body[key], value, "{key}");
    }
    assert_eq!(body["vulnerabilities"][0]["id"], "HW-08");
    assert_eq!(body["vulnerabilities"][1], json!({ "id": null, "title": "車の鍵を預ける" }));

    let controls = json!([{ "id": "8.24", "status": "implemented" }]);
    let patched = program.patch(&path, "\"1\"", json!({ "vulnerability_rating": null, "controls": controls })).await;
    assert_eq!((patched.status, patched.etag().as_str()), (StatusCode::OK, "\"2\""), "{}", patched.text());
    let body = patched.json();
    assert_eq!((&body["risk_level"], &body["band"], &body["threat_rating"]), (&json!(3), &json!("medium"), &json!(3)));
    assert_eq!(body["controls"], json!([{ "id": "8.24", "title": "暗号の使用", "status": "implemented" }]));
    let direct = program.patch(&path, "\"2\"", json!({ "direct_likelihood": 2, "review_on": "令和9年4月1日" })).await;
    let body = direct.json();
    assert_eq!((&body["risk_level"], &body["review_on"]), (&json!(6), &json!("2027-04-01")));
    assert_eq!(body["explanation"]["likelihood"], "直接決めた値のため");
    assert_eq!(program.get(&path).await.json(), body);

    // What is not written is empty then.
    let replaced = program.put(&path, "\"3\"", json!({ "asset_id": asset, "threat": "のぞき見される" })).await;
    let body = replaced.json();
    assert_eq!((&body["threat"], &body["controls"]), (&json!("のぞき見される"), &json!([])), "{body}");
    assert_eq!(
        (&body["owner"], &body["review_on"], &body["direct_likelihood"]),
        (&json!(""), &Value::Null, &Value::Null)
    );
    assert_eq!(body["explanation"]["assumed"], true);

    let history = program.get(&format!("{path}/history")).await.json();
    assert_eq!((&history["name"], &history["more"]), (&json!("顧客リスト：のぞき見される"), &json!(false)));
    let events: Vec<&str> =
        history["items"].as_array().unwrap().iter().map(|change| change["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["changed", "changed", "changed", "created"]);
    let changes = history["items"][1]["changes"].as_array().unwrap();
    assert!(changes.contains(&json!({ "label": "被害発生可能性", "before": "", "after": "2" })), "{history}");

    assert_eq!(program.delete(&path, Some("\"4\"")).await.status, StatusCode::NO_CONTENT);
    program.get(&path).await.is_problem(404, "not-found");
    program.get(&format!("{path}/history")).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn every_number_says_why() {
    let program = Program::new().await;
    let path = format!("/risks/{}", program.risk("顧客リスト").await);
    let why = program.get(&path).await.json()["explanation"].clone();
    let calculation = why["calculation"].as_str().unwrap();
    assert!(calculation.starts_with("重要度3（個人情報を含むため）× 被害発生可能性3（"), "{calculation}");
    assert!(calculation.ends_with("＝ リスクレベル9（高：受容できない）"), "{calculation}");
    assert_eq!(why["importance"], "個人情報を含むため");
    assert_eq!(why["threat"], json!({ "rating": 3, "source": "stated", "reason": "このリスクについて決めた値" }));
    let exposed = json!({
        "case": "exposed", "number": null, "explanation": "未対応：脅威と弱点があるのに、まだ対策がありません。",
    });
    assert_eq!((&why["relation"], &why["residual"], &why["assumed"]), (&exposed, &Value::Null, &json!(false)));
    let control = json!({ "controls": [{ "title": "車に置かない決まり", "status": "partial" }] });
    let now = program.patch(&path, "\"1\"", control).await.json();
    assert_eq!(now["explanation"]["relation"]["case"], "one-control-for-several");
    assert_eq!((&now["explanation"]["relation"]["number"], &now["controls_in_place"]), (&json!(2), &json!(1)));
    assert_eq!(now["suggestion"]["treatment"], "avoid");
    assert!(now["suggestion"]["reason"].as_str().unwrap().contains("リスクレベル9（高）"));
}

#[tokio::test]
async fn nobody_overwrites_what_they_have_not_seen() {
    let program = Program::new().await;
    let path = format!("/risks/{}", program.risk("顧客リスト").await);
    let whole = json!({ "asset_id": program.get(&path).await.json()["asset_id"], "threat": "x" });
    for method in ["PUT", "PATCH"] {
        program.send(method, &path, None, Some(whole.clone())).await.is_problem(428, "version-missing");
        program.send(method, &path, Some("1"), Some(whole.clone())).await.is_problem(412, "version-unknown");
    }
    program.delete(&path, None).await.is_problem(428, "version-missing");
    assert_eq!(program.patch(&path, "\"1\"", json!({ "remarks": "話し合った" })).await.status, StatusCode::OK);
    program.patch(&path, "\"1\"", json!({ "remarks": "x" })).await.is_problem(412, "stale");
    program.put(&path, "\"1\"", whole).await.is_problem(412, "stale");
    program.delete(&path, Some("\"1\"")).await.is_problem(412, "stale");
    let now = program.get(&path).await;
    assert_eq!((&now.json()["remarks"], now.etag().as_str()), (&json!("話し合った"), "\"2\""));
}

#[tokio::test]
async fn an_event_of_the_business_is_a_risk_too() {
    let program = Program::new().await;
    let event = json!({
        "name": "受注のしくみが1日止まる", "confidentiality": 1, "integrity": 2, "availability": 3,
        "asset_ids": [program.asset("受注台帳").await],
    });
    let wanted = json!({ "event": event, "threat": "停電", "threat_origins": ["E"], "threat_rating": 1 });
    let created = program.post("/risks", wanted).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.text());
    let body = created.json();
    let path = format!("/risks/{}", body["id"].as_str().unwrap());
    assert_eq!((&body["kind"], &body["asset_id"], &body["medium"]), (&json!("event"), &Value::Null, &Value::Null));
    assert_eq!((&body["importance"], &body["risk_level"]), (&json!(3), &json!(3)));
    assert_eq!(body["event"]["asset_ids"].as_array().unwrap().len(), 1);
    // A patch reaches inside.
    let patched = program.patch(&path, "\"1\"", json!({ "event": { "availability": 1 } })).await.json();
    assert_eq!((&patched["importance"], &patched["name"]), (&json!(2), &json!("受注のしくみが1日止まる")));
    let back = program.patch(&path, "\"2\"", json!({ "event": { "survival": true, "asset_ids": null } })).await.json();
    assert_eq!((&back["importance"], &back["event"]["asset_ids"]), (&json!(3), &json!([])));
    let asset = program.asset("見積書").await;
    let other = program.patch(&path, "\"3\"", json!({ "event": null, "asset_id": asset })).await;
    assert_eq!(other.fields(), ["asset_id"], "{}", other.text());
}

#[tokio::test]
async fn a_manager_has_the_risks_of_the_department() {
    let mut program = Program::new().await;
    let own = format!("/risks/{}", program.risk("顧客リスト").await);
    let other = format!("/risks/{}", program.risk("給与台帳").await);
    let asset = program.get(&other).await.json()["asset_id"].as_str().unwrap().to_owned();
    program.patch(&format!("/assets/{asset}"), "\"1\"", json!({ "department": "総務部" })).await;
    let department = program.get(&own).await.json()["department_id"].as_str().unwrap().parse().unwrap();
    let manager = joined(&program.company, Role::DepartmentManager, Some(department)).await;
    program.token = token(&manager, TokenScope::Write).await;
    let listed = program.get("/risks").await.json();
    assert_eq!((&listed["items"][0]["name"], &listed["total"]["count"]), (&json!("顧客リスト"), &json!(1)));
    assert_eq!(program.patch(&own, "\"1\"", json!({ "remarks": "見ました" })).await.status, StatusCode::OK);
    program.get(&other).await.is_problem(404, "not-found");
    program.patch(&other, "\"1\"", json!({ "remarks": "x" })).await.is_problem(404, "not-found");
    program.post("/risks", json!({ "asset_id": asset, "threat": "x" })).await.is_problem(404, "not-found");
    let event = json!({ "name": "x", "confidentiality": 1, "integrity": 1, "availability": 1 });
    program.post("/risks", json!({ "event": event, "threat": "x" })).await.is_problem(403, "forbidden");
}
