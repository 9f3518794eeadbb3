//! 台帳の取り込み by a program: sent, looked at, brought in; a long one by a job.

use std::sync::Arc;

use app::Clock;
use app::job::Runner;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use catalog::Catalog;
use serde_json::{Value, json};

use super::program::{Answer, Program};

const HEADINGS: &str = "業務分類,情報資産名称,管理部署,媒体・保存先,機密性,完全性,可用性,棚番号\n";

/// Sends bytes of that kind.
async fn send(program: &Program, query: &str, kind: &str, body: &str) -> Answer {
    let request = Request::post(format!("/api/v1/imports{query}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", program.token))
        .header(header::CONTENT_TYPE, kind)
        .body(Body::from(body.to_owned()));
    program.exchange(request.unwrap()).await
}

/// Sends lines below the headings; answers the address and the mark of the preview.
async fn sent(program: &Program, lines: &str) -> (String, String, Value) {
    let answer = send(program, "?name=register.csv", "application/octet-stream", &format!("{HEADINGS}{lines}")).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    let place = answer.header(header::LOCATION).strip_prefix("/api/v1").unwrap().to_owned();
    (place, answer.etag(), answer.json())
}

async fn apply(program: &Program, place: &str, seen: &str, body: Value) -> Answer {
    program.send("POST", &format!("{place}/apply"), Some(seen), Some(body)).await
}

#[tokio::test]
async fn a_register_is_looked_at_and_brought_in() {
    let program = Program::new().await;
    let lines =
        "営業,顧客リスト,営業部,クラウド,3,3,2,A-1\n経理,請求書,経理部,書類,2,2,9,\n営業,名刺,営業部,書類,1,1,1,\n";
    let (place, _, seen) = sent(&program, lines).await;
    assert_eq!(seen["state"], "ready");
    assert_eq!(
        seen["preview"]["counts"],
        json!({ "new": 2, "changed": 0, "unchanged": 0, "unusable": 1, "missing": 0 })
    );
    assert_eq!(seen["preview"]["kept_columns"], json!(["棚番号"]));
    assert_eq!(program.get("/imports").await.json()["items"][0]["name"], "register.csv");
    assert_eq!(program.get("/assets").await.json()["items"], json!([]), "nothing is written yet");

    let first = program.get(&format!("{place}/lines?limit=1")).await.json();
    assert_eq!((&first["items"][0]["row"], &first["items"][0]["kind"]), (&json!(2), &json!("new")));
    assert_eq!(first["items"][0]["asset"]["extra"], json!({ "棚番号": "A-1" }));
    let next = first["next"].as_str().unwrap();
    let second = program.get(&format!("{place}/lines?limit=1&after={next}")).await.json();
    assert_eq!((&second["items"][0]["name"], &second["next"]), (&json!("名刺"), &Value::Null));
    let problems = program.get(&format!("{place}/problems")).await.json();
    assert_eq!(problems["items"][0]["cell"], "G3");
    assert_eq!(problems["items"][0]["value"], "9");

    let mark = program.get(&place).await.etag();
    assert_eq!(apply(&program, &place, &mark, json!({ "rows": [4] })).await.json()["report"]["added"], 1);
    apply(&program, &place, &mark, json!({ "all": true })).await.is_problem(412, "stale");
    let mark = program.get(&place).await.etag();
    let report = apply(&program, &place, &mark, json!({ "all": true })).await.json()["report"].clone();
    assert_eq!(report, json!({ "added": 1, "changed": 0, "left": 0, "unusable": 1 }));
    assert_eq!(program.get("/assets").await.json()["total"]["count"], 2);

    let (place, mark, seen) = sent(&program, "営業,顧客リスト,営業部,クラウド,3,3,3,A-1\n").await;
    assert_eq!((&seen["preview"]["counts"]["changed"], &seen["preview"]["counts"]["missing"]), (&json!(1), &json!(1)));
    let changed = program.get(&format!("{place}/lines?kind=changed")).await.json();
    let differences = &changed["items"][0]["differences"];
    assert_eq!((&differences[0]["field"], &differences[0]["before"]), (&json!("availability"), &json!("2")));
    assert_eq!(program.get(&format!("{place}/missing")).await.json()["items"][0]["name"], "名刺");
    assert_eq!(apply(&program, &place, &mark, json!({ "all": true })).await.json()["report"]["changed"], 1);
    program.get(&format!("{place}/lines")).await.is_problem(422, "refused");
    assert_eq!(program.get(&place).await.json()["state"], "applied");
    let log = program.get("/audit-log?entity=import").await.json();
    assert_eq!(log["items"][0]["channel"], "api");
}

#[tokio::test]
async fn it_is_read_in_another_way() {
    let program = Program::new().await;
    let (place, _, seen) = sent(&program, "営業,顧客リスト,営業部,謎の箱,2,0,1,\n営業,名刺,営業部,書類,0,0,1,\n").await;
    assert_eq!(seen["state"], "hindered", "{seen}");
    assert!(seen["hindrance"].as_str().unwrap().contains("\"0-2\""), "{seen}");
    program.get(&format!("{place}/lines")).await.is_problem(422, "refused");
    let address = format!("{place}/options");
    let options = |body: Value| program.send("PUT", &address, None, Some(body));
    let read = options(json!({ "scale": "0-2" })).await.json();
    assert_eq!(read["preview"]["unknown_media"][0]["words"], "謎の箱", "{read}");
    let wrong = options(json!({ "scale": "0-2", "media": { "謎の箱": "stone" } })).await;
    assert_eq!(wrong.fields(), ["media.謎の箱"]);
    let read = options(json!({ "scale": "0-2", "media": { "謎の箱": "office-pc" } })).await;
    assert_eq!(read.json()["preview"]["counts"]["new"], 2, "{}", read.text());
    assert_eq!(apply(&program, &place, &read.etag(), json!({ "all": true })).await.json()["report"]["added"], 2);
    let ratings = &program.get("/assets").await.json()["items"][0];
    assert_eq!((&ratings["confidentiality"], &ratings["medium"]), (&json!(3), &json!("office-pc")));
}

#[tokio::test]
async fn cells_are_sent_and_thrown_away() {
    let program = Program::new().await;
    let cells = format!("{HEADINGS}営業,顧客リスト,営業部,クラウド,3,3,2,A-1\n").replace(',', "\t");
    let answer = send(&program, "", "text/tab-separated-values; charset=utf-8", &cells).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
    assert_eq!(answer.json()["import"]["pasted"], true);
    let place = answer.header(header::LOCATION).strip_prefix("/api/v1").unwrap().to_owned();
    assert_eq!(program.delete(&place, None).await.status, StatusCode::NO_CONTENT);
    program.get(&place).await.is_problem(404, "not-found");
}

#[tokio::test]
async fn what_cannot_be_brought_in_says_so() {
    let program = Program::new().await;
    let file = "application/octet-stream";
    send(&program, "?name=a.csv", "application/json", "{}").await.is_problem(415, "not-a-register");
    assert_eq!(send(&program, "", file, HEADINGS).await.fields(), ["name"]);
    assert_eq!(send(&program, "?name=a/b.csv", file, HEADINGS).await.fields(), ["name"]);
    assert_eq!(send(&program, "?name=a.csv&scale=5", file, HEADINGS).await.fields(), ["scale"]);
    assert_eq!(send(&program, "?name=a.csv", file, "").await.fields(), ["file"]);
    assert_eq!(send(&program, "?name=a.xlsx", file, "PK broken").await.fields(), ["file"]);
    assert_eq!(send(&program, "", "text/tab-separated-values", " ").await.fields(), ["cells"]);
    let large = "x".repeat(21 << 20);
    assert_eq!(send(&program, "?name=a.csv", file, &large).await.fields(), ["file"]);
    send(&program, "?name=a.csv", file, &"x".repeat(25 << 20)).await.is_problem(413, "too-large");
    let (place, mark, _) = sent(&program, "営業,名刺,営業部,書類,1,1,1,\n").await;
    for body in [json!({}), json!({ "all": true, "rows": [2] }), json!({ "rows": [] }), json!({ "rows": [9] })] {
        assert_eq!(apply(&program, &place, &mark, body.clone()).await.fields(), ["rows"], "{body}");
    }
    program.post(&format!("{place}/apply"), json!({ "all": true })).await.is_problem(428, "version-missing");
    assert_eq!(
        program.get(&format!("{place}/lines?kind=x&after=x&limit=0")).await.fields(),
        ["kind", "limit", "after"]
    );
    assert_eq!(program.get("/assets").await.json()["items"], json!([]));
}

#[tokio::test]
async fn a_long_one_is_brought_in_by_a_job() {
    let program = Program::new().await;
    let lines: String = (0..3_100).map(|number| format!("営業,資産{number},営業部,書類,1,1,1,\n")).collect();
    let (place, mark, _) = sent(&program, &lines).await;
    let applied = apply(&program, &place, &mark, json!({ "all": true })).await.json();
    assert_eq!(applied["report"], Value::Null);
    let job = format!("/jobs/{}", applied["job_id"].as_str().unwrap());
    assert_eq!(program.get(&job).await.json()["state"], "waiting");
    assert_eq!(program.get(&place).await.json()["state"], "applying");
    let catalog = Arc::new(Catalog::load().unwrap());
    let runner = Runner::new(program.company.visitor.store().clone(), Clock::clone(&program.company.clock), &catalog);
    assert!(runner.run_one().await.unwrap().is_some());
    let done = program.get(&job).await.json();
    assert_eq!((&done["state"], &done["done"]), (&json!("done"), &json!(3_100)), "{done}");
    assert_eq!(done["report"]["added"], 3_100);
    assert_eq!(program.get(&place).await.json()["state"], "applied");
}
