//! 組織 and 部署.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::program::Program;

#[tokio::test]
async fn the_organization_is_renamed() {
    let program = Program::new().await;
    let found = program.get("/organization").await;
    assert_eq!((&found.json()["name"], found.etag().as_str()), (&json!("見本商事"), "\"1\""));
    assert_eq!(found.json()["criteria"]["explanation"], "東京都：高 9・6、中 4・3、低 2・1");
    let renamed = program.patch("/organization", "\"1\"", json!({ "name": "見本物産" })).await;
    assert_eq!((&renamed.json()["name"], renamed.etag().as_str()), (&json!("見本物産"), "\"2\""));
    program.patch("/organization", "\"1\"", json!({ "name": "見本" })).await.is_problem(412, "stale");
    assert_eq!(program.patch("/organization", "\"2\"", json!({ "name": " " })).await.fields(), ["name"]);
}

#[tokio::test]
async fn criteria_are_chosen() {
    let program = Program::new().await;
    let path = "/organization/criteria";
    let ipa = program.put(path, "\"1\"", json!({ "choice": "ipa" })).await.json();
    assert_eq!((&ipa["criteria"]["choice"], &ipa["version"]), (&json!("ipa"), &json!(2)));
    let own = json!({ "choice": "own", "high": 6, "medium": 2 });
    let own = program.put(path, "\"2\"", own).await.json();
    assert_eq!((&own["criteria"]["high"], &own["criteria"]["medium"]), (&json!(6), &json!(2)));
    for wrong in [json!({ "choice": "own" }), json!({ "choice": "ipa", "high": 9 })] {
        assert_eq!(program.put(path, "\"3\"", wrong.clone()).await.fields(), ["high"], "{wrong}");
    }
    let upside_down = json!({ "choice": "own", "high": 2, "medium": 6 });
    assert_eq!(program.put(path, "\"3\"", upside_down).await.fields(), ["medium"]);
    assert_eq!(program.put(path, "\"3\"", json!({ "choice": "x" })).await.fields(), ["choice"]);
}

#[tokio::test]
async fn assessments_come_again_after_some_months() {
    let program = Program::new().await;
    assert_eq!(program.get("/organization").await.json()["repeat_months"], 12);
    let path = "/organization/criteria";
    let half = program.put(path, "\"1\"", json!({ "choice": "tokyo", "repeat_months": 6 })).await.json();
    assert_eq!((&half["repeat_months"], &half["version"]), (&json!(6), &json!(2)));
    let ipa = program.put(path, "\"2\"", json!({ "choice": "ipa" })).await.json();
    assert_eq!(ipa["repeat_months"], 6, "what is not said stays");
    let wrong = json!({ "choice": "ipa", "repeat_months": 37 });
    assert_eq!(program.put(path, "\"3\"", wrong).await.fields(), ["repeat_months"]);
}

#[tokio::test]
async fn other_criteria_are_looked_at_first() {
    let program = Program::new().await;
    let path = "/organization/criteria/preview";
    let empty = program.post(path, json!({ "choice": "ipa" })).await.json();
    assert_eq!((&empty["changed"], &empty["moves"], &empty["risks"]), (&json!(0), &json!([]), &json!([])));
    let risk = program.risk("顧客リスト").await;
    program.risk("見積書").await;
    program.patch(&format!("/risks/{risk}"), "\"1\"", json!({ "direct_likelihood": 1 })).await;
    let preview = program.post(path, json!({ "choice": "ipa" })).await.json();
    assert_eq!((&preview["now"]["choice"], &preview["then"]["choice"]), (&json!("tokyo"), &json!("ipa")));
    assert_eq!(preview["bands_now"], json!({ "high": 1, "medium": 1, "low": 0 }));
    assert_eq!(preview["bands_then"], json!({ "high": 1, "medium": 0, "low": 1 }));
    assert_eq!(preview["moves"], json!([{ "before": "medium", "after": "low", "risks": 1 }]));
    let named = &preview["risks"][0];
    assert_eq!((&named["id"], &named["band"], &named["band_then"]), (&json!(risk), &json!("medium"), &json!("low")));
    assert_eq!(program.get("/organization").await.json()["criteria"]["choice"], "tokyo", "nothing is chosen yet");
    let upside_down = json!({ "choice": "own", "high": 2, "medium": 6 });
    assert_eq!(program.post(path, upside_down).await.fields(), ["medium"]);
    assert_eq!(program.post(path, json!({ "choice": "own" })).await.fields(), ["high"]);
}

#[tokio::test]
async fn questions_are_answered() {
    let program = Program::new().await;
    let found = program.get("/organization/profile").await;
    let body = found.json();
    assert_eq!(body["answered"], 0);
    let items = body["items"].as_array().unwrap();
    assert_eq!(body["total"], items.len());
    let of = |kind: &str| {
        let found = items.iter().find(|item| item["kind"] == kind).unwrap_or_else(|| panic!("no {kind}"));
        found["key"].as_str().unwrap().to_owned()
    };
    let (yes_no, number, rating) = (of("yes-no"), of("integer"), of("rating"));
    let role = items.iter().map(|item| item["key"].as_str().unwrap()).find(|key| key.starts_with("roles.")).unwrap();
    let answers = json!({ "answers": { &yes_no: true, &number: 12, &rating: 2, role: "見本花子" } });
    let answered = program.patch("/organization/profile", &found.etag(), answers).await;
    assert_eq!((answered.status, answered.etag().as_str()), (StatusCode::OK, "\"2\""), "{}", answered.text());
    let body = answered.json();
    assert_eq!(body["answered"], 4);
    let answer = |key: &str| {
        let items = body["items"].as_array().unwrap();
        items.iter().find(|item| item["key"] == key).unwrap()["answer"].clone()
    };
    assert_eq!((answer(&yes_no), answer(&number), answer(&rating)), (json!(true), json!(12), json!(2)));
    assert_eq!(answer(role), json!("見本花子"));

    let taken = program.patch("/organization/profile", "\"2\"", json!({ "answers": { &yes_no: null } })).await.json();
    assert_eq!(taken["answered"], 3);
    let wrong = json!({ "answers": { &number: "たくさん", &rating: 7 } });
    let mut fields = program.patch("/organization/profile", "\"3\"", wrong).await.fields();
    fields.sort();
    let mut expected = [format!("answers.{number}"), format!("answers.{rating}")];
    expected.sort();
    assert_eq!(fields, expected);
    let unknown = program.patch("/organization/profile", "\"3\"", json!({ "answers": { "x.y": 1 } })).await;
    assert_eq!(unknown.fields(), ["answers.x.y"]);
    program.patch("/organization/profile", "\"1\"", json!({ "answers": {} })).await.is_problem(412, "stale");
    let shape = program.patch("/organization/profile", "\"3\"", json!({ "answers": { &number: [] } })).await;
    shape.is_problem(422, "invalid");
}

#[tokio::test]
async fn departments_are_kept() {
    let program = Program::new().await;
    let added = program.post("/departments", json!({ "name": "営業部" })).await;
    assert_eq!(added.status, StatusCode::CREATED);
    let path = format!("/departments/{}", added.json()["id"].as_str().unwrap());
    assert_eq!(added.headers["location"], format!("/api/v1{path}").as_str());
    assert_eq!(program.post("/departments", json!({ "name": "営業 部" })).await.fields(), ["name"]);
    let renamed = program.patch(&path, &added.etag(), json!({ "name": "営業本部" })).await;
    assert_eq!((renamed.status, &renamed.json()["name"]), (StatusCode::OK, &json!("営業本部")));
    program.patch(&path, &added.etag(), json!({ "name": "販売部" })).await.is_problem(412, "stale");
    let found = program.get(&path).await;
    assert_eq!((found.json(), found.etag()), (renamed.json(), renamed.etag()));
    let list = program.get("/departments").await.json();
    assert_eq!(list, json!({ "items": [found.json()] }));
    program.asset("顧客リスト").await;
    assert_eq!(program.get("/departments").await.json()["items"][1]["name"], "営業部");
    let used = program.get("/departments").await.json()["items"][1]["id"].as_str().unwrap().to_owned();
    program.delete(&format!("/departments/{used}"), None).await.is_problem(422, "refused");
    assert_eq!(program.delete(&path, None).await.status, StatusCode::NO_CONTENT);
    program.get(&path).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn a_token_says_whose_it_is() {
    let program = Program::new().await;
    let me = program.get("/me").await.json();
    assert_eq!((&me["name"], &me["read_only"]), (&json!("見本花子"), &json!(false)));
    assert_eq!(me["roles"], json!([{ "role": "security-officer", "department_id": Value::Null }]));
    assert_eq!(me["organization_id"], program.get("/organization").await.json()["id"]);
    assert!(me["permissions"].as_array().unwrap().contains(&json!("undo-change")));
}
