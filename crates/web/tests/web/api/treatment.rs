//! リスク対応: decided, approved, sent back, taken back, worked off.

use app::Role;
use app::token::TokenScope;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::program::{Program, taro, token};

/// Reduced by one task.
pub fn reduce() -> Value {
    let task = json!({
        "what": "鍵のかかる棚に入れる", "control": "7.9", "responsible": "総務", "due_on": "2026-12-31", "cost": 12_000,
    });
    json!({ "treatment": "reduce", "expected_rating": 2, "tasks": [task] })
}

/// Accepted as it is.
pub fn accept() -> Value {
    json!({ "treatment": "accept", "reason": "来年の入れ替えまで使う", "review_on": "2027-03-31" })
}

/// A new risk, decided so; answers its address. Its version is 2.
pub async fn decided(program: &Program, name: &str, treatment: Value) -> String {
    let path = format!("/risks/{}", program.risk(name).await);
    let answer = program.put(&format!("{path}/treatment"), "\"1\"", treatment).await;
    assert_eq!((answer.status, answer.etag().as_str()), (StatusCode::OK, "\"2\""), "{}", answer.text());
    path
}

/// Approves the numbers as they are now.
async fn approve(program: &Program, path: &str, seen: &str, mut body: Value) -> super::program::Answer {
    let now = program.get(path).await.json();
    for number in ["importance", "likelihood", "residual_level"] {
        body[number] = now[number].clone();
    }
    approve_unread(program, path, seen, body).await
}

async fn approve_unread(program: &Program, path: &str, seen: &str, body: Value) -> super::program::Answer {
    program.send("POST", &format!("{path}/approval"), Some(seen), Some(body)).await
}

#[tokio::test]
async fn a_treatment_is_decided() {
    let program = Program::new().await;
    let path = decided(&program, "顧客リスト", reduce()).await;
    let body = program.get(&path).await.json();
    for (key, value) in [
        ("treatment", json!("reduce")),
        ("approval", json!("open")),
        ("awaits_approval", json!(true)),
        ("residual_level", json!(6)),
        ("residual_band", json!("high")),
        ("approved", Value::Null),
    ] {
        assert_eq!(body[key], value, "{key}");
    }
    assert_eq!(
        body["explanation"]["residual"],
        "対応が終わると、リスクレベルは 9（高）から 6（高）に下がる見込みです。"
    );
    let decision = &body["decision"];
    assert_eq!((&decision["treatment"], &decision["expected_rating"]), (&json!("reduce"), &json!(2)));
    assert_eq!((&decision["decided_by"], &decision["sent_back"]), (&json!("見本花子"), &json!("")));
    let mut task = decision["tasks"][0].clone();
    let id = task["id"].take();
    let expected = json!({
        "id": null, "what": "鍵のかかる棚に入れる", "control": "7.9", "responsible": "総務", "responsible_id": null,
        "due_on": "2026-12-31", "cost": 12_000, "status": "planned", "done_on": null,
    });
    assert_eq!(task, expected);
    // A task that is named keeps how far it is; another one is new.
    program.patch(&format!("{path}/tasks/{}", id.as_str().unwrap()), "\"2\"", json!({ "status": "doing" })).await;
    let mut again = reduce();
    again["tasks"][0]["id"] = id.clone();
    again["tasks"][0]["due_on"] = Value::Null;
    let me = program.get("/me").await.json()["account_id"].clone();
    again["tasks"].as_array_mut().unwrap().push(json!({ "control": "8.24", "responsible_id": me }));
    let again = program.put(&format!("{path}/treatment"), "\"3\"", again).await.json();
    let tasks = &again["decision"]["tasks"];
    assert_eq!((&tasks[0]["id"], &tasks[0]["status"], &tasks[0]["due_on"]), (&id, &json!("doing"), &Value::Null));
    assert_eq!((&tasks[1]["what"], &tasks[1]["responsible"]), (&json!("暗号の使用"), &json!("見本花子")));
}

#[tokio::test]
async fn every_value_that_cannot_be_used_is_named() {
    let program = Program::new().await;
    let path = format!("/risks/{}/treatment", program.risk("顧客リスト").await);
    let nobody = "0199ab6e-0000-7000-8000-000000000000";
    let tasks = json!([
        { "what": "", "responsible": "総務" },
        {},
        { "control": "9.9", "due_on": "来年", "cost": -1 },
        { "what": "x", "responsible_id": nobody },
        { "what": "x", "responsible": "長".repeat(301) },
    ]);
    let of_tasks = [
        "tasks[0].what",
        "tasks[2].control",
        "tasks[2].what",
        "tasks[2].due_on",
        "tasks[2].cost",
        "tasks[3].responsible_id",
        "tasks[4].responsible",
    ];
    for (body, fields) in [
        (json!({}), vec!["treatment"]),
        (json!({ "treatment": "ignore" }), vec!["treatment"]),
        (json!({ "treatment": "reduce" }), vec!["tasks"]),
        (json!({ "treatment": "transfer" }), vec!["tasks", "means"]),
        (json!({ "treatment": "avoid", "expected_rating": 4 }), vec!["expected_rating", "tasks", "means"]),
        (json!({ "treatment": "accept" }), vec!["reason", "review_on"]),
        (json!({ "treatment": "accept", "reason": "x", "review_on": "来年" }), vec!["review_on"]),
        (json!({ "treatment": "reduce", "tasks": tasks }), of_tasks.to_vec()),
        (json!({ "treatment": "reduce", "tasks": [{ "due_on": 2026 }] }), vec!["tasks[0].due_on"]),
        (json!({ "treatment": "reduce", "tasks": [{ "what": "x", "status": "done" }] }), vec!["tasks[0].status"]),
        (json!({ "treatment": "reduce", "expected": 1 }), vec!["expected"]),
    ] {
        let answer = program.put(&path, "\"1\"", body.clone()).await;
        answer.is_problem(422, "invalid");
        assert_eq!(answer.fields(), fields, "{body}");
        for (field, message) in answer.problems() {
            assert!(!message.is_ascii(), "{field}: {message}");
        }
    }
}

#[tokio::test]
async fn nobody_acts_on_what_they_have_not_seen() {
    let program = Program::new().await;
    let path = decided(&program, "顧客リスト", reduce()).await;
    let task = program.get(&path).await.json()["decision"]["tasks"][0]["id"].as_str().unwrap().to_owned();
    for (method, place, body) in [
        ("PUT", "treatment", Some(accept())),
        ("DELETE", "treatment", None),
        ("POST", "approval", Some(json!({ "importance": 3, "likelihood": 3, "residual_level": 6 }))),
        ("POST", "approval/send-back", Some(json!({ "reason": "x" }))),
        ("PATCH", &format!("tasks/{task}"), Some(json!({ "status": "done" }))),
    ] {
        let address = format!("{path}/{place}");
        program.send(method, &address, None, body.clone()).await.is_problem(428, "version-missing");
        program.send(method, &address, Some("\"1\""), body).await.is_problem(412, "stale");
    }
    assert_eq!(program.get(&path).await.etag(), "\"2\"");
}

#[tokio::test]
async fn an_approval_freezes_the_numbers() {
    let program = Program::new().await;
    let path = decided(&program, "顧客リスト", accept()).await;
    let bare = approve(&program, &path, "\"2\"", json!({})).await;
    assert_eq!(bare.fields(), ["reason", "review_on"], "what is accepted lies above the line: {}", bare.text());
    let acceptance = json!({ "reason": "代わりがない", "review_on": "令和9年3月31日" });
    let approved = approve(&program, &path, "\"2\"", acceptance).await;
    assert_eq!((approved.status, approved.etag().as_str()), (StatusCode::OK, "\"3\""), "{}", approved.text());
    let body = approved.json();
    assert_eq!((&body["approval"], &body["awaits_approval"]), (&json!("approved"), &json!(false)));
    let seen = json!({
        "account_id": program.get("/me").await.json()["account_id"], "name": "見本花子",
        "at": "2026-11-24T00:00:00Z", "reason": "代わりがない", "review_on": "2027-03-31",
        "importance": 3, "likelihood": 3, "risk_level": 9, "residual_level": 9,
    });
    assert_eq!((&body["approved"], &body["review_on"]), (&seen, &json!("2027-03-31")));
    assert_eq!(body["explanation"]["relation"]["case"], "accepted");

    // The asset gets less important: nobody has accepted that.
    let asset = body["asset_id"].as_str().unwrap();
    program.patch(&format!("/assets/{asset}"), "\"1\"", json!({ "personal": false })).await;
    let now = program.get(&path).await;
    assert_eq!(now.etag(), "\"3\"", "the risk itself is as it was");
    let now = now.json();
    assert_eq!(
        (&now["approval"], &now["awaits_approval"], &now["risk_level"]),
        (&json!("stale"), &json!(true), &json!(6))
    );
    assert_eq!(now["approved"], seen, "what was approved stays readable");
    for filter in ["approval=stale", "approval=waiting"] {
        assert_eq!(program.get(&format!("/risks?{filter}")).await.json()["total"]["count"], 1, "{filter}");
    }
    assert_eq!(program.get("/risks/summary").await.json()["awaiting_my_approval"], 1);
    let again = json!({ "reason": "代わりがない", "review_on": "2027-03-31" });
    let mut before = again.clone();
    for number in ["importance", "likelihood", "residual_level"] {
        before[number] = seen[number].clone();
    }
    approve_unread(&program, &path, "\"3\"", before).await.is_problem(412, "stale");
    let again = approve(&program, &path, "\"3\"", again).await.json();
    assert_eq!((&again["approval"], &again["approved"]["risk_level"]), (&json!("approved"), &json!(6)));
    let events = program.get(&format!("{path}/history")).await.json();
    assert_eq!(events["items"][0]["event"], "approved");
}

#[tokio::test]
async fn nobody_approves_numbers_unseen() {
    let program = Program::new().await;
    let path = decided(&program, "顧客リスト", reduce()).await;
    for (numbers, fields) in [
        (json!({}), vec!["importance", "likelihood"]),
        (json!({ "importance": 4, "likelihood": 0 }), vec!["importance", "likelihood"]),
        (json!({ "importance": 3, "likelihood": 3, "residual_level": 5 }), vec!["residual_level"]),
    ] {
        let answer = approve_unread(&program, &path, "\"2\"", numbers.clone()).await;
        answer.is_problem(422, "invalid");
        assert_eq!(answer.fields(), fields, "{numbers}");
    }
    assert_eq!(program.get(&path).await.json()["approval"], "open");
}

#[tokio::test]
async fn below_the_line_nobody_needs_to_approve() {
    let program = Program::new().await;
    let path = format!("/risks/{}", program.risk("顧客リスト").await);
    let low = json!({ "direct_likelihood": 1 });
    let asset = program.get(&path).await.json()["asset_id"].as_str().unwrap().to_owned();
    program.patch(&format!("/assets/{asset}"), "\"1\"", json!({ "personal": false })).await;
    assert_eq!(program.patch(&path, "\"1\"", low).await.json()["band"], "low");
    let accepted = program.put(&format!("{path}/treatment"), "\"2\"", json!({ "treatment": "accept" })).await.json();
    assert_eq!((&accepted["approval"], &accepted["awaits_approval"]), (&json!("open"), &json!(false)));
    let approved = approve(&program, &path, "\"3\"", json!({})).await;
    assert_eq!((approved.status, &approved.json()["approval"]), (StatusCode::OK, &json!("approved")));
}

#[tokio::test]
async fn the_owner_alone_approves_and_sends_back() {
    let mut program = Program::new().await;
    let path = decided(&program, "顧客リスト", reduce()).await;
    let reason = json!({ "reason": "期限を早めてほしい" });
    let back = format!("{path}/approval/send-back");
    assert_eq!(program.send("POST", &back, Some("\"2\""), Some(json!({ "reason": " " }))).await.fields(), ["reason"]);
    let sent = program.send("POST", &back, Some("\"2\""), Some(reason.clone())).await;
    assert_eq!(sent.json()["decision"]["sent_back"], "期限を早めてほしい", "{}", sent.text());
    // Deciding anew answers it.
    let mut earlier = reduce();
    earlier["tasks"][0]["due_on"] = json!("2026-11-30");
    let anew = program.put(&format!("{path}/treatment"), "\"3\"", earlier).await.json();
    assert_eq!(anew["decision"]["sent_back"], "");

    let acceptance = json!({ "reason": "x", "review_on": "2027-03-31" });
    let own = std::mem::take(&mut program.token);
    let other = taro(&program.company, Role::SecurityOfficer).await;
    program.token = token(&other, TokenScope::Write).await;
    approve(&program, &path, "\"4\"", acceptance.clone()).await.is_problem(403, "forbidden");
    program.send("POST", &back, Some("\"4\""), Some(reason)).await.is_problem(403, "forbidden");
    program.token = own;
    let words = json!({ "owner_id": null, "owner": "営業部長" });
    assert_eq!(program.patch(&path, "\"4\"", words).await.status, StatusCode::OK);
    approve(&program, &path, "\"5\"", acceptance.clone()).await.is_problem(422, "refused");
    let undecided = format!("/risks/{}", program.risk("見積書").await);
    approve(&program, &undecided, "\"1\"", acceptance).await.is_problem(422, "refused");
}

#[tokio::test]
async fn a_consultant_decides_and_approves_nothing() {
    let mut program = Program::new().await;
    let path = format!("/risks/{}", program.risk("顧客リスト").await);
    let consultant = taro(&program.company, Role::Consultant).await;
    program.token = token(&consultant, TokenScope::Write).await;
    let decided = program.put(&format!("{path}/treatment"), "\"1\"", accept()).await;
    assert_eq!((decided.status, &decided.json()["decision"]["decided_by"]), (StatusCode::OK, &json!("見本太郎")));
    let acceptance = json!({ "reason": "x", "review_on": "2027-03-31" });
    approve(&program, &path, "\"2\"", acceptance).await.is_problem(403, "forbidden");
    // Nor where they name themselves.
    let own = json!({ "owner_id": consultant.account().unwrap() });
    assert_eq!(program.patch(&path, "\"2\"", own).await.fields(), ["owner_id"]);
}

#[tokio::test]
async fn a_decision_is_taken_back() {
    let program = Program::new().await;
    let path = decided(&program, "顧客リスト", reduce()).await;
    let treatment = format!("{path}/treatment");
    let open = program.delete(&treatment, Some("\"2\"")).await;
    assert_eq!((open.status, open.etag().as_str()), (StatusCode::OK, "\"3\""), "{}", open.text());
    assert_eq!((&open.json()["treatment"], &open.json()["decision"]), (&Value::Null, &Value::Null));
    assert_eq!(program.get("/treatment-plan").await.json()["items"], json!([]));
    program.delete(&treatment, Some("\"3\"")).await.is_problem(422, "refused");
}

#[tokio::test]
async fn a_task_that_is_done_puts_its_control_in_place() {
    let program = Program::new().await;
    let path = decided(&program, "顧客リスト", reduce()).await;
    program.patch(&path, "\"2\"", json!({ "vulnerability_rating": null })).await;
    let task = program.get(&path).await.json()["decision"]["tasks"][0]["id"].as_str().unwrap().to_owned();
    let address = format!("{path}/tasks/{task}");
    let found = program.get(&address).await;
    assert_eq!(found.etag(), "\"3\"", "that of the risk");
    let body = found.json();
    assert_eq!((&body["task"]["id"], &body["task"]["status"]), (&json!(task), &json!("planned")));
    assert!(body["control"].as_str().unwrap().starts_with("7.9 "), "{body}");
    assert_eq!((&body["risk_level"], &body["band"]), (&json!(9), &json!("high")));
    // It is the plan's only task: what the plan expects comes about.
    assert_eq!((&body["risk_level_when_done"], &body["band_when_done"]), (&json!(6), &json!("high")));
    let effect = json!({ "rating": "vulnerability", "now": 3, "expected": 2 });
    assert_eq!((&body["effect"], &body["others_open"]), (&effect, &json!(false)));
    assert_eq!(program.patch(&address, "\"3\"", json!({ "status": "?" })).await.fields(), ["status"]);
    assert_eq!(program.patch(&address, "\"3\"", json!({})).await.fields(), ["status"]);
    let done = program.patch(&address, "\"3\"", json!({ "status": "done", "in_place": true })).await.json();
    assert_eq!((&done["risk_level"], &done["controls"][0]["id"]), (&json!(6), &json!("7.9")));
    let task = &done["decision"]["tasks"][0];
    assert_eq!((&task["status"], &task["done_on"]), (&json!("done"), &json!("2026-11-24")));
    // The control stays where the task is not done after all.
    let back = program.patch(&address, "\"4\"", json!({ "status": "doing" })).await.json();
    assert_eq!(
        (&back["controls"][0]["status"], &back["decision"]["tasks"][0]["done_on"]),
        (&json!("implemented"), &Value::Null)
    );
    let other = format!("{path}/tasks/0199ab6e-0000-7000-8000-000000000000");
    program.get(&other).await.is_problem(404, "not-found");
    program.patch(&other, "\"5\"", json!({ "status": "done" })).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn who_was_asked_moves_their_task_and_nothing_else() {
    let mut program = Program::new().await;
    let taro = taro(&program.company, Role::SystemAdministrator).await;
    let people = program.get("/treatment-plan/people").await.json();
    let asked = people["items"].as_array().unwrap().iter().find(|person| person["name"] == "見本太郎").unwrap();
    assert_eq!(asked["account_id"], json!(taro.account().unwrap()));
    let mut wanted = reduce();
    wanted["tasks"][0]["responsible_id"] = asked["account_id"].clone();
    let path = decided(&program, "顧客リスト", wanted).await;
    let task = program.get(&path).await.json()["decision"]["tasks"][0].clone();
    assert_eq!(task["responsible"], "見本太郎");
    let address = format!("{path}/tasks/{}", task["id"].as_str().unwrap());

    program.token = token(&taro, TokenScope::Read).await;
    program.patch(&address, "\"2\"", json!({ "status": "doing" })).await.is_problem(403, "forbidden");
    program.token = token(&taro, TokenScope::Write).await;
    assert_eq!(program.get("/treatment-plan?mine=true").await.json()["total"]["count"], 1);
    assert_eq!(program.get(&address).await.status, StatusCode::OK);
    let moved = program.patch(&address, "\"2\"", json!({ "status": "doing" })).await;
    assert_eq!((moved.status, moved.etag().as_str()), (StatusCode::OK, "\"3\""), "{}", moved.text());
    program.put(&format!("{path}/treatment"), "\"3\"", accept()).await.is_problem(403, "forbidden");
    program.delete(&format!("{path}/treatment"), Some("\"3\"")).await.is_problem(403, "forbidden");
    program.patch(&path, "\"3\"", json!({ "remarks": "x" })).await.is_problem(403, "forbidden");
    program.get("/treatment-plan/people").await.is_problem(403, "forbidden");
    program.get("/risks/owners").await.is_problem(403, "forbidden");
}
