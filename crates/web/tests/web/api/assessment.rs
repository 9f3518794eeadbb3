//! リスクアセスメント: taken, read, compared, written out, removed.

use app::Role;
use app::token::TokenScope;
use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::program::{Program, joined, token};

/// Takes a snapshot of that name; answers its id.
async fn taken(program: &Program, name: &str) -> String {
    let taken = program.post("/assessments", json!({ "name": name })).await;
    assert_eq!(taken.status, StatusCode::CREATED, "{}", taken.text());
    let id = taken.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(taken.header(header::LOCATION), format!("/api/v1/assessments/{id}"));
    id
}

#[tokio::test]
async fn a_snapshot_is_taken_and_read() {
    let program = Program::new().await;
    program.post("/assessments", json!({})).await.is_problem(422, "refused");
    for number in 1..=3 {
        let path = format!("/risks/{}", program.risk(&format!("資産{number}")).await);
        program.patch(&path, "\"1\"", json!({ "direct_likelihood": number })).await;
    }
    let id = taken(&program, "定期").await;
    let path = format!("/assessments/{id}");
    let found = program.get(&path).await.json();
    for (key, value) in [
        ("name", json!("定期")),
        ("made_on", json!("2026-11-24")),
        ("scope", json!("全社")),
        ("department_id", Value::Null),
        ("total", json!(3)),
        ("bands", json!({ "high": 2, "medium": 1, "low": 0 })),
        ("made_by", json!("見本花子")),
    ] {
        assert_eq!(found[key], value, "{key}");
    }
    assert_eq!((found["heat_map"].as_array().unwrap().len(), &found["criteria"]["choice"]), (9, &json!("tokyo")));
    assert_eq!(program.get("/assessments").await.json(), json!({ "items": [found] }));
    // What changes later is not in it.
    program.put("/organization/criteria", "\"1\"", json!({ "choice": "own", "high": 9, "medium": 6 })).await;
    let risks = format!("{path}/risks");
    assert_eq!(program.walk(&risks, "risk_level").await, [9, 6, 3].map(Value::from));
    let first = program.get(&risks).await.json()["items"][1].clone();
    let expected = json!({ "importance": 3, "likelihood": 2, "risk_level": 6, "band": "high" });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&first[key], value, "{key}");
    }
    assert_eq!(
        (&first["name"], &first["treatment"], &first["owner"]),
        (&json!("資産2"), &Value::Null, &json!("見本花子"))
    );
    assert!(first["explanation"].as_str().unwrap().contains("リスクレベル6（高"));
    let day = program.post("/assessments", json!({})).await.json();
    assert_eq!(day["name"], "2026年11月24日のリスクアセスメント");

    assert_eq!(program.delete(&path, None).await.status, StatusCode::NO_CONTENT);
    for gone in [path.clone(), risks, format!("{path}/report")] {
        program.get(&gone).await.is_problem(404, "not-found");
    }
    program.delete(&path, None).await.is_problem(404, "not-found");
    assert_eq!(program.get("/assessments").await.json()["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn values_that_cannot_be_used_are_named() {
    let program = Program::new().await;
    program.risk("顧客リスト").await;
    for (body, field) in [
        (json!({ "name": "長".repeat(201) }), "name"),
        (json!({ "department_id": "0199ab6e-0000-7000-8000-000000000000" }), "department_id"),
        (json!({ "department_id": "x" }), "department_id"),
        (json!({ "department": "営業部" }), "department"),
    ] {
        assert_eq!(program.post("/assessments", body.clone()).await.fields(), [field], "{body}");
    }
    let path = format!("/assessments/{}", taken(&program, "定期").await);
    assert_eq!(program.get(&format!("{path}/risks?limit=101&after=x")).await.fields(), ["limit", "after"]);
    assert_eq!(program.get(&format!("{path}/report?format=csv&with=x")).await.fields(), ["with", "format"]);
    assert_eq!(program.get(&format!("{path}/comparison")).await.fields(), ["with"]);
    assert_eq!(program.get(&format!("{path}/comparison?with=x&limit=0")).await.fields(), ["limit", "with"]);
}

#[tokio::test]
async fn two_are_compared() {
    let program = Program::new().await;
    let mut paths = Vec::new();
    for number in 1..=4 {
        paths.push(format!("/risks/{}", program.risk(&format!("資産{number}")).await));
        program.patch(&paths[number - 1], "\"1\"", json!({ "direct_likelihood": 2 })).await;
    }
    let before = taken(&program, "前回").await;
    program.patch(&paths[0], "\"2\"", json!({ "direct_likelihood": 3 })).await;
    program.patch(&paths[1], "\"2\"", json!({ "direct_likelihood": 1 })).await;
    program.delete(&paths[2], Some("\"2\"")).await;
    program.risk("資産5").await;
    program.company.clock.advance(std::time::Duration::from_secs(60));
    let after = taken(&program, "今回").await;
    let path = format!("/assessments/{after}/comparison?with={before}");
    let compared = program.get(&path).await.json();
    assert_eq!((&compared["before"]["name"], &compared["after"]["name"]), (&json!("前回"), &json!("今回")));
    for (key, count) in [("risen", 1), ("fallen", 1), ("come", 1), ("gone", 1), ("unchanged", 1)] {
        assert_eq!(compared[key], count, "{key}");
    }
    let names = ["資産1", "資産2", "資産5", "資産3"].map(Value::from);
    assert_eq!(program.walk(&path, "name").await, names);
    assert_eq!(program.walk(&path, "change").await, ["risen", "fallen", "come", "gone"].map(Value::from));
    let items = &compared["items"];
    let numbers = |likelihood: u8, band: &str| json!({ "importance": 3, "likelihood": likelihood, "risk_level": 3 * likelihood, "band": band });
    assert_eq!((&items[0]["before"], &items[0]["after"]), (&numbers(2, "high"), &numbers(3, "high")));
    assert_eq!((&items[1]["before"], &items[1]["after"]), (&numbers(2, "high"), &numbers(1, "medium")));
    assert_eq!((&items[2]["before"], &items[3]["after"]), (&Value::Null, &Value::Null));
    let turned = program.get(&format!("/assessments/{before}/comparison?with={after}")).await.json();
    assert_eq!(turned, compared, "whichever is named first");

    for (query, ending) in [(format!("?with={before}"), "xlsx"), (format!("?format=pdf&with={before}"), "pdf")] {
        let report = program.get(&format!("/assessments/{after}/report{query}")).await;
        assert_eq!(report.status, StatusCode::OK, "{}", report.text());
        assert!(report.text().starts_with(ending) && report.text().contains("資産5"), "{}", report.text());
        let name = report.header(header::CONTENT_DISPOSITION);
        assert!(name.contains(&format!("filename=\"assessment_2026-11-24.{ending}\"")), "{name}");
    }
    let missing = "0199ab6e-0000-7000-8000-000000000000";
    program.get(&format!("/assessments/{after}/comparison?with={missing}")).await.is_problem(404, "not-found");
    program.get(&format!("/assessments/{after}/report?with={missing}")).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn a_manager_takes_those_of_the_department() {
    let mut program = Program::new().await;
    let risk = program.risk("顧客リスト").await;
    let whole = taken(&program, "全社の回").await;
    let department = program.get(&format!("/risks/{risk}")).await.json()["department_id"].clone();
    let own = department.as_str().unwrap().parse().unwrap();
    let manager = joined(&program.company, Role::DepartmentManager, Some(own)).await;
    program.token = token(&manager, TokenScope::Write).await;
    assert_eq!(program.post("/assessments", json!({})).await.fields(), ["department_id"]);
    let taken = program.post("/assessments", json!({ "department_id": department })).await;
    assert_eq!((taken.status, &taken.json()["scope"]), (StatusCode::CREATED, &json!("営業部")), "{}", taken.text());
    assert_eq!(program.get("/assessments").await.json()["items"].as_array().unwrap().len(), 1);
    program.get(&format!("/assessments/{whole}")).await.is_problem(404, "not-found");
    program.delete(&format!("/assessments/{whole}"), None).await.is_problem(404, "not-found");
}
