//! リスク対応計画.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::program::Program;
use super::treatment::{accept, decided, reduce};

#[tokio::test]
async fn the_plan_holds_all_tasks() {
    let program = Program::new().await;
    assert_eq!(
        program.get("/treatment-plan").await.json(),
        json!({ "items": [], "next": null, "total": { "count": 0, "is_exact": true } })
    );
    for (number, due) in ["2026-12-31", "2026-11-01", "", "2026-12-01", "2027-01-31"].into_iter().enumerate() {
        let mut wanted = reduce();
        wanted["tasks"][0]["due_on"] = json!(due);
        decided(&program, &format!("資産{}", number + 1), wanted).await;
    }
    decided(&program, "受け入れる", accept()).await;
    let days = ["2026-11-01", "2026-12-01", "2026-12-31", "2027-01-31"].map(Value::from);
    let days = [&days[..], &[Value::Null]].concat();
    assert_eq!(program.walk("/treatment-plan", "due_on").await, days, "the nearest day first");
    let page = program.get("/treatment-plan?limit=1").await.json();
    assert_eq!((&page["next"], &page["total"]["count"]), (&json!("1"), &json!(5)));
    let mut first = page["items"][0].clone();
    let risk = first["risk_id"].take();
    first["id"].take();
    let expected = json!({
        "id": null, "risk_id": null, "risk_version": 2, "name": "資産2", "threat": "車に置いたまま盗まれる",
        "treatment": "reduce", "risk_level": 9, "band": "high", "residual_level": 6, "residual_band": "high",
        "approval": "open", "what": "鍵のかかる棚に入れる", "control": "7.9", "responsible": "総務",
        "due_on": "2026-11-01", "cost": 12_000, "status": "planned", "unconfirmed": false, "done_on": null,
    });
    assert_eq!(first, expected);
    let risk = program.get(&format!("/risks/{}", risk.as_str().unwrap())).await.json();
    for (filter, count) in [
        ("status=planned".to_owned(), 5),
        ("status=done".to_owned(), 0),
        ("overdue=true".to_owned(), 1),
        ("mine=true".to_owned(), 0),
        ("from=2026-12-01&to=2026-12-31".to_owned(), 2),
        (format!("department={}", risk["department_id"].as_str().unwrap()), 5),
        ("department=0199ab6e-0000-7000-8000-000000000000".to_owned(), 0),
    ] {
        let found = program.get(&format!("/treatment-plan?{filter}")).await.json();
        assert_eq!(found["total"]["count"], count, "{filter}");
    }
    let beyond = program.get("/treatment-plan?after=5").await.json();
    assert_eq!((&beyond["items"], &beyond["next"]), (&json!([]), &Value::Null));
    assert_eq!(program.get(&format!("/treatment-plan?after={}", u64::MAX)).await.fields(), ["after"]);
    let wrong = "status=x&department=x&overdue=1&mine=me&from=2026&to=x&limit=0&after=x";
    let wrong = program.get(&format!("/treatment-plan?{wrong}")).await;
    assert_eq!(wrong.fields(), ["status", "department", "overdue", "mine", "from", "to", "limit", "after"]);
}

#[tokio::test]
async fn the_plan_is_a_file() {
    let program = Program::new().await;
    decided(&program, "顧客リスト", reduce()).await;
    for (query, kind, ending) in
        [("", "spreadsheetml", "xlsx"), ("?format=docx", "wordprocessingml", "docx"), ("?format=pdf", "pdf", "pdf")]
    {
        let file = program.get(&format!("/treatment-plan/export{query}")).await;
        assert_eq!(file.status, StatusCode::OK, "{}", file.text());
        assert!(file.header(header::CONTENT_TYPE).contains(kind), "{query}");
        let name = file.header(header::CONTENT_DISPOSITION);
        assert!(name.contains(&format!("filename=\"treatment_plan_2026-11-24.{ending}\"")), "{name}");
        assert!(file.text().contains("鍵のかかる棚に入れる"), "{}", file.text());
    }
    assert_eq!(program.get("/treatment-plan/export?format=x").await.fields(), ["format"]);
}
