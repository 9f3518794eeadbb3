//! Assets one by one.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::program::{Program, asset};

#[tokio::test]
async fn an_asset_lives() {
    let program = Program::new().await;
    let created = program.post("/assets", asset("顧客リスト")).await;
    assert_eq!(created.status, StatusCode::CREATED, "{}", created.text());
    let body = created.json();
    let path = format!("/assets/{}", body["id"].as_str().unwrap());
    assert_eq!(created.header(header::LOCATION), format!("/api/v1{path}"));
    assert_eq!(created.etag(), "\"1\"");
    for (key, value) in [
        ("version", json!(1)),
        ("name", json!("顧客リスト")),
        ("medium", json!("internal-server")),
        ("medium_as_written", json!("社内サーバー")),
        ("importance", json!(2)),
        ("importance_reason", json!("機密性が2で最も高いため")),
        ("personal_data", json!(false)),
        ("asset_value", Value::Null),
        ("created_at", json!("2026-11-24T00:00:00Z")),
    ] {
        assert_eq!(body[key], value, "{key}");
    }
    assert!(body["department_id"].is_string());

    let patched = program.patch(&path, "\"1\"", json!({ "personal": true, "review_on": "令和9年4月1日" })).await;
    assert_eq!((patched.status, patched.etag().as_str()), (StatusCode::OK, "\"2\""), "{}", patched.text());
    let body = patched.json();
    assert_eq!((&body["importance"], &body["review_on"]), (&json!(3), &json!("2027-04-01")));
    assert_eq!((&body["business"], &body["importance_reason"]), (&json!("営業"), &json!("個人情報を含むため")));

    // What is not written is empty then.
    let mut whole = asset("得意先リスト");
    whole.as_object_mut().unwrap().remove("business");
    let replaced = program.put(&path, "\"2\"", whole).await;
    let body = replaced.json();
    assert_eq!((&body["business"], &body["personal"], &body["review_on"]), (&json!(""), &json!(false), &Value::Null));
    assert_eq!(program.get(&path).await.json(), body);

    assert_eq!(program.delete(&path, Some("\"3\"")).await.status, StatusCode::NO_CONTENT);
    program.get(&path).await.is_problem(404, "not-found");
    let history = program.get(&format!("{path}/history")).await.json();
    assert_eq!((&history["removed"], &history["name"]), (&json!(true), &json!("得意先リスト")));
    let events: Vec<&str> =
        history["items"].as_array().unwrap().iter().map(|change| change["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["removed", "changed", "changed", "created"]);
    let first = &history["items"][2]["differences"][0];
    assert_eq!(first, &json!({ "field": "personal", "title": "個人情報", "before": "", "after": "有" }));
}

#[tokio::test]
async fn nobody_overwrites_what_they_have_not_seen() {
    let program = Program::new().await;
    let path = format!("/assets/{}", program.asset("顧客リスト").await);
    program.send("PATCH", &path, None, Some(json!({ "remarks": "x" }))).await.is_problem(428, "version-missing");
    program.send("DELETE", &path, None, None).await.is_problem(428, "version-missing");
    for senseless in ["1", "\"x\"", "*", "\"1\", \"2\""] {
        program.patch(&path, senseless, json!({ "remarks": "x" })).await.is_problem(412, "version-unknown");
    }
    assert_eq!(program.patch(&path, "\"1\"", json!({ "remarks": "鍵の棚" })).await.status, StatusCode::OK);
    program.patch(&path, "\"1\"", json!({ "remarks": "x" })).await.is_problem(412, "stale");
    program.put(&path, "\"1\"", asset("x")).await.is_problem(412, "stale");
    program.delete(&path, Some("\"1\"")).await.is_problem(412, "stale");
    let now = program.get(&path).await;
    assert_eq!((now.json()["remarks"].clone(), now.etag().as_str()), (json!("鍵の棚"), "\"2\""));
    // The version that was seen, to be held against it.
    let seen = program.get(&format!("{path}/versions/1")).await.json();
    assert_eq!((&seen["remarks"], &seen["importance_reason"]), (&json!(""), &now.json()["importance_reason"]));
    program.get(&format!("{path}/versions/9")).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn a_patch_takes_values_away() {
    let program = Program::new().await;
    let path = format!("/assets/{}", program.asset("顧客リスト").await);
    let patched = program.patch(&path, "\"1\"", json!({ "department": null, "likelihood": 2 })).await.json();
    assert_eq!((&patched["department"], &patched["department_id"]), (&json!(""), &Value::Null));
    let patched = program.patch(&path, "\"2\"", json!({ "likelihood": null })).await.json();
    assert_eq!(patched["likelihood"], Value::Null);
    let value = json!({ "confidentiality": null, "integrity": null, "availability": null, "asset_value": 3 });
    let patched = program.patch(&path, "\"3\"", value).await.json();
    assert_eq!((&patched["asset_value"], &patched["confidentiality"]), (&json!(3), &Value::Null));
    assert_eq!(program.patch(&path, "\"4\"", json!({ "name": null })).await.fields(), ["name"]);
    // Neither of two values that contradict each other is dropped silently.
    assert_eq!(program.patch(&path, "\"4\"", json!({ "confidentiality": 1 })).await.fields(), ["asset_value"]);
    program.patch(&path, "\"4\"", json!([1])).await.is_problem(422, "invalid");
}

#[tokio::test]
async fn pages_follow_each_other() {
    let program = Program::new().await;
    for number in 1..=5 {
        program.asset(&format!("資産{number}")).await;
    }
    let mut names = Vec::new();
    let mut path = "/assets?limit=2&sort=name&order=desc".to_owned();
    loop {
        let page = program.get(&path).await.json();
        assert_eq!(page["total"], json!({ "count": 5, "is_exact": true }));
        let items = page["items"].as_array().unwrap();
        names.extend(items.iter().map(|item| item["name"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/assets?limit=2&sort=name&order=desc&after={next}");
    }
    assert_eq!(names, ["資産5", "資産4", "資産3", "資産2", "資産1"]);
    let other_order = path.replace("desc", "asc");
    program.get(&other_order).await.is_problem(422, "invalid");
}

#[tokio::test]
async fn filters_narrow() {
    let program = Program::new().await;
    program.asset("顧客リスト").await;
    let mut paper = asset("契約書");
    paper["medium"] = json!("paper");
    paper["personal"] = json!(true);
    paper["department"] = json!("総務部");
    paper["review_on"] = json!("2026-11-01");
    let department = program.post("/assets", paper).await.json()["department_id"].as_str().unwrap().to_owned();
    for filter in [
        "medium=paper".to_owned(),
        "importance=3".to_owned(),
        "personal_data=true".to_owned(),
        "review=due".to_owned(),
        "search=%E5%A5%91%E7%B4%84".to_owned(),
        format!("department={department}"),
        "medium=paper&importance=3&search=".to_owned(),
    ] {
        let page = program.get(&format!("/assets?{filter}")).await.json();
        let names: Vec<&Value> = page["items"].as_array().unwrap().iter().map(|item| &item["name"]).collect();
        assert_eq!(names, ["契約書"], "{filter}");
        assert_eq!(page["next"], Value::Null);
    }
}
