//! What is said where something cannot be done.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;

use super::program::{Program, asset};

#[tokio::test]
async fn every_value_that_cannot_be_used_is_named() {
    let program = Program::new().await;
    let wrong = json!({
        "name": "", "medium": "stone", "confidentiality": 9, "integrity": 1, "availability": 1,
        "review_on": "いつか", "extra": { "ない列": "x" },
    });
    let answer = program.post("/assets", wrong).await;
    answer.is_problem(422, "invalid");
    assert_eq!(answer.fields(), ["name", "medium", "confidentiality", "review_on", "extra.ない列"]);
    assert!(answer.problems()[0].1.contains("『情報資産名称』"));
    assert!(program.get("/assets").await.json()["items"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn bodies_that_cannot_be_read_say_so_in_japanese() {
    let program = Program::new().await;
    let mut unknown = asset("x");
    unknown["importance"] = json!(3);
    for (body, field, words) in [
        (unknown, "importance", "『importance』という項目はありません。"),
        (json!({ "name": 3 }), "name", "数「3」は使えません。"),
        (json!({ "name": null }), "name", "空の値（null）は使えません。"),
        (json!({ "personal": "はい" }), "personal", "文字「はい」は使えません。true か false"),
        (json!({ "confidentiality": "高" }), "confidentiality", "0以上の整数"),
        (json!({ "confidentiality": -1 }), "confidentiality", "数「-1」は使えません。"),
        (json!({ "confidentiality": 1.5 }), "confidentiality", "数「1.5」は使えません。"),
        (json!({ "extra": { "列": [] } }), "extra.列", "[ ] で並べた値は使えません。"),
        (json!([]), "", "[ ] で並べた値は使えません。{ } でまとめた値を"),
    ] {
        let answer = program.post("/assets", body.clone()).await;
        answer.is_problem(422, "invalid");
        let [(found, message)] = &answer.problems()[..] else { panic!("{body}: {}", answer.text()) };
        assert_eq!(found, field, "{body}");
        assert!(message.contains(words), "{body}: {message}");
    }
    let missing = program.post("/departments", json!({})).await;
    assert_eq!(missing.problems(), [("name".to_owned(), "『name』がありません。".to_owned())]);
    let role = program.post("/invitations", json!({ "email": "a@example.jp", "role": "king" })).await;
    assert!(
        role.problems()[0].1.starts_with("「king」は使えません。top-management、security-officer"),
        "{}",
        role.text()
    );
}

#[tokio::test]
async fn bodies_of_other_kinds_are_refused() {
    let program = Program::new().await;
    let request = |content_type: &str, body: &str| {
        Request::post("/api/v1/assets")
            .header(header::AUTHORIZATION, format!("Bearer {}", program.token))
            .header(header::CONTENT_TYPE, content_type)
            .body(Body::from(body.to_owned()))
            .unwrap()
    };
    let form = program.exchange(request("application/x-www-form-urlencoded", "name=x")).await;
    form.is_problem(415, "not-json");
    program.exchange(request("application/jsonp", "{}")).await.is_problem(415, "not-json");
    for broken in ["{\"name\":", "", "{} {}", "{\"name\": \"x\",}"] {
        let answer = program.exchange(request("application/json", broken)).await;
        answer.is_problem(400, "not-json");
    }
    let twice = program.exchange(request("application/json", "{\"name\":\"x\",\"name\":\"y\"}")).await;
    assert_eq!(twice.fields(), ["name"]);
    let good = program.exchange(request("Application/JSON; charset=utf-8", &asset("x").to_string())).await;
    assert_eq!(good.status, StatusCode::CREATED);
    let large = format!("{{\"name\":\"{}\"}}", "x".repeat(30 << 20));
    program.exchange(request("application/json", &large)).await.is_problem(413, "too-large");
}

#[tokio::test]
async fn parameters_are_checked_all_at_once() {
    let program = Program::new().await;
    let answer =
        program.get("/assets?limit=1000&medium=stone&importance=4&department=x&review=later&sort=size&order=up").await;
    answer.is_problem(422, "invalid");
    let fields = ["department", "medium", "importance", "review", "sort", "order", "limit"];
    assert_eq!(answer.fields(), fields);
    assert_eq!(answer.problems()[6].1, "『limit』に「1000」は使えません。1〜100の数にしてください。");
    assert_eq!(program.get("/assets?serch=x&page=2").await.fields(), ["page", "serch"]);
    assert_eq!(program.get("/assets?limit=1&limit=2").await.fields(), ["limit"]);
    assert_eq!(program.get("/assets?after=nonsense").await.fields(), ["after"]);
    assert_eq!(program.get("/assets/export?format=pdf").await.fields(), ["format"]);
    let log = program.get("/audit-log?who=x&entity=x&event=x&from=x&to=2026-02-30&request=x&thing=x&after=x").await;
    assert_eq!(log.fields(), ["who", "entity", "thing", "event", "from", "to", "request", "after"]);
}

#[tokio::test]
async fn addresses_that_lead_nowhere_are_problems_too() {
    let program = Program::new().await;
    program.get("/nowhere").await.is_problem(404, "not-found");
    program.get("/assets/not-an-id").await.is_problem(404, "not-found");
    program.get("/assets/0199ab6e-0000-7000-8000-000000000000").await.is_problem(404, "not-found");
    program.get("/audit-log/x").await.is_problem(404, "not-found");
    program.send("DELETE", "/assets", None, None).await.is_problem(405, "method-not-allowed");
    program.get("").await.is_problem(404, "not-found");
}
