//! 人と役割, 招待, tokens.

use app::Role;
use app::token::TokenScope;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::program::{Program, taro, token};

#[tokio::test]
async fn roles_are_given_and_taken() {
    let program = Program::new().await;
    let taro = taro(&program.company, Role::Auditor).await;
    let people = program.get("/people").await.json();
    let person = &people["items"][1];
    assert_eq!((&person["name"], &person["email"]), (&json!("見本太郎"), &json!("taro@example.jp")));
    assert_eq!(person["roles"][0]["role"], "auditor");
    let path = format!("/people/{}", taro.account().unwrap());
    let department = program.post("/departments", json!({ "name": "営業部" })).await.json();
    let manager = json!({ "role": "department-manager", "department_id": department["id"] });
    let given = program.post(&format!("{path}/roles"), manager.clone()).await;
    assert_eq!(given.status, StatusCode::CREATED, "{}", given.text());
    assert_eq!(given.json()["roles"][1]["department"], department);
    program.post(&format!("{path}/roles"), manager).await.is_problem(422, "refused");
    let without = program.post(&format!("{path}/roles"), json!({ "role": "department-manager" })).await;
    assert_eq!(without.fields(), ["department_id"]);
    let role = given.json()["roles"][0]["id"].as_str().unwrap().to_owned();
    // A role of somebody else is not there.
    let own = program.get("/me").await.json()["account_id"].as_str().unwrap().to_owned();
    program.delete(&format!("/people/{own}/roles/{role}"), None).await.is_problem(404, "not-found");
    assert_eq!(program.delete(&format!("{path}/roles/{role}"), None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(program.get(&path).await.json()["roles"].as_array().unwrap().len(), 1);
    assert_eq!(program.delete(&path, None).await.status, StatusCode::NO_CONTENT);
    program.get(&path).await.is_problem(404, "not-found");
    // Nobody would be in charge.
    program.delete(&format!("/people/{own}"), None).await.is_problem(422, "refused");
}

#[tokio::test]
async fn people_are_invited() {
    let program = Program::new().await;
    let wanted = json!({ "email": "taro@example.jp", "role": "auditor" });
    let issued = program.post("/invitations", wanted.clone()).await;
    assert_eq!(issued.status, StatusCode::CREATED, "{}", issued.text());
    let issued = issued.json();
    let link = issued["link"].as_str().unwrap();
    assert!(link.starts_with("http://localhost:8080/invitations/"), "{link}");
    assert_eq!((&issued["delivery"], &issued["invitation"]["state"]), (&json!("not-configured"), &json!("waiting")));
    assert_eq!(program.post("/invitations", wanted).await.fields(), ["email"]);
    let path = format!("/invitations/{}", issued["invitation"]["id"].as_str().unwrap());
    let renewed = program.send("POST", &format!("{path}/renew"), None, None).await.json();
    assert_ne!(renewed["link"], issued["link"]);
    let list = program.get("/invitations").await;
    assert!(!list.text().contains("/invitations/"), "the link is shown once");
    assert_eq!(list.json()["items"][0], renewed["invitation"]);
    assert_eq!(program.delete(&path, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(program.get("/invitations").await.json()["items"][0]["state"], "revoked");
    program.delete(&path, None).await.is_problem(422, "refused");
}

#[tokio::test]
async fn tokens_are_listed_and_withdrawn() {
    let mut program = Program::new().await;
    let second = token(&program.company.officer, TokenScope::Read).await;
    let tokens = program.get("/tokens").await;
    assert!(!tokens.text().contains("sonae_"), "no secret is shown again");
    let tokens = tokens.json();
    let item = &tokens["items"][0];
    assert_eq!((&item["scope"], &item["usable"], &item["used_at"]), (&json!("read"), &json!(true), &Value::Null));
    assert_eq!(tokens["items"][1]["used_at"], "2026-11-24T00:00:00Z");
    let path = format!("/tokens/{}", item["id"].as_str().unwrap());
    assert_eq!(program.delete(&path, None).await.status, StatusCode::NO_CONTENT);
    assert_eq!(program.get("/tokens").await.json()["items"][0]["usable"], false);
    program.token = second;
    program.get("/me").await.is_problem(401, "unauthorized");
}
