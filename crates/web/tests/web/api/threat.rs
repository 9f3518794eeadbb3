//! 脅威の起こりやすさ.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::program::Program;

#[tokio::test]
async fn ratings_are_said_and_risks_follow() {
    let program = Program::new().await;
    let path = "/threat-ratings";
    let found = program.get(path).await;
    assert_eq!((found.status, found.etag().as_str()), (StatusCode::OK, "\"1\""));
    let line = "internal-server.ransomware";
    let of = |body: &Value| {
        let items = body["items"].as_array().unwrap();
        items.iter().find(|item| item["threat_line"] == line).unwrap_or_else(|| panic!("{body}")).clone()
    };
    let before = of(&found.json());
    assert_eq!((&before["medium"], &before["stated"]), (&json!("internal-server"), &Value::Null));
    assert_eq!(before["rating"], before["usual"]);
    for key in ["title", "explanation", "usual_reason"] {
        assert!(!before[key].as_str().unwrap().is_empty(), "{key}");
    }
    let asset = program.asset("顧客リスト").await;
    let risk = program.post("/risks", json!({ "asset_id": asset, "threat_line": line })).await.json();
    assert_eq!(risk["explanation"]["threat"]["rating"], before["usual"]);

    let rated = program.patch(path, "\"1\"", json!({ "ratings": { line: 1 } })).await;
    assert_eq!((rated.status, rated.etag().as_str()), (StatusCode::OK, "\"2\""), "{}", rated.text());
    assert_eq!((&of(&rated.json())["stated"], &of(&rated.json())["rating"]), (&json!(1), &json!(1)));
    let now = program.get(&format!("/risks/{}", risk["id"].as_str().unwrap())).await.json();
    let answered = json!({ "rating": 1, "source": "answered", "reason": "会社の状況への回答から" });
    assert_eq!((&now["explanation"]["threat"], &now["version"]), (&answered, &json!(1)));
    assert_eq!(now["threat_rating"], Value::Null, "it was not said of this risk");

    let nothing = program.patch(path, "\"2\"", json!({ "ratings": {} })).await;
    assert_eq!(of(&nothing.json())["stated"], 1, "what is not named stays");
    let open = program.patch(path, "\"2\"", json!({ "ratings": { line: null } })).await.json();
    assert_eq!((&of(&open)["stated"], &of(&open)["rating"]), (&Value::Null, &before["usual"]));
}

#[tokio::test]
async fn what_cannot_be_used_is_named() {
    let program = Program::new().await;
    let path = "/threat-ratings";
    program.send("PATCH", path, None, Some(json!({ "ratings": {} }))).await.is_problem(428, "version-missing");
    program.patch(path, "\"7\"", json!({ "ratings": { "paper.outside-loss": 1 } })).await.is_problem(412, "stale");
    for (ratings, field) in [
        (json!({ "paper.outside-loss": 9 }), "ratings.paper.outside-loss"),
        (json!({ "paper.nothing": 1 }), "ratings.paper.nothing"),
        (json!({ "paper.outside-loss": "高" }), "ratings.paper.outside-loss"),
        (json!([]), "ratings"),
    ] {
        let answer = program.patch(path, "\"1\"", json!({ "ratings": ratings })).await;
        answer.is_problem(422, "invalid");
        assert_eq!(answer.fields(), [field], "{ratings}");
    }
    assert_eq!(program.patch(path, "\"1\"", json!({})).await.fields(), ["ratings"]);
    assert_eq!(program.get(path).await.etag(), "\"1\"");
}
