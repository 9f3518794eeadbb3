//! Which risks lists hold, and in which order.

use serde_json::{Value, json};

use super::program::Program;

#[tokio::test]
async fn pages_follow_each_other() {
    let program = Program::new().await;
    let mut ids = Vec::new();
    for number in 1..=5 {
        ids.push(json!(program.risk(&format!("資産{number}")).await));
        let path = format!("/risks/{}", ids[number - 1].as_str().unwrap());
        let likelihood = [3, 1, 2, 3, 1][number - 1];
        program.patch(&path, "\"1\"", json!({ "direct_likelihood": likelihood })).await;
    }
    let names = |numbers: [usize; 5]| numbers.map(|number| json!(format!("資産{number}"))).to_vec();
    assert_eq!(program.walk("/risks?sort=name", "name").await, names([1, 2, 3, 4, 5]));
    assert_eq!(program.walk("/risks?sort=name&order=desc", "name").await, names([5, 4, 3, 2, 1]));
    assert_eq!(program.walk("/risks", "risk_level").await, [9, 9, 6, 3, 3].map(Value::from));
    assert_eq!(program.walk("/risks?order=asc", "risk_level").await, [3, 3, 6, 9, 9].map(Value::from));
    for sort in ["updated", "review"] {
        let mut found = program.walk(&format!("/risks?sort={sort}"), "id").await;
        found.sort_by_key(|id| ids.iter().position(|known| known == id));
        assert_eq!(found, ids, "{sort}: each of them once");
    }
    let page = program.get("/risks?limit=2").await.json();
    assert_eq!(page["total"], json!({ "count": 5, "is_exact": true }));
    let next = page["next"].as_str().unwrap();
    program.get(&format!("/risks?limit=2&sort=name&after={next}")).await.is_problem(422, "invalid");
    assert_eq!(program.get("/risks?after=nonsense").await.fields(), ["after"]);
}

#[tokio::test]
async fn a_line_is_what_the_list_shows() {
    let program = Program::new().await;
    let id = program.risk("顧客リスト").await;
    let line = program.get("/risks").await.json()["items"][0].clone();
    let whole = program.get(&format!("/risks/{id}")).await.json();
    let fields = line.as_object().unwrap();
    assert_eq!(fields.len(), 21, "no more than the list shows: {line}");
    for (name, value) in fields {
        assert_eq!(value, &whole[name], "{name}");
    }
}

#[tokio::test]
async fn filters_narrow() {
    let program = Program::new().await;
    let asset = program.risk("顧客リスト").await;
    let asset = program.get(&format!("/risks/{asset}")).await.json();
    let event = json!({ "name": "停電", "confidentiality": 1, "integrity": 1, "availability": 1 });
    program.post("/risks", json!({ "event": event, "threat": "停電", "threat_rating": 1 })).await;
    let text = |name: &str| asset[name].as_str().unwrap().to_owned();
    for (filter, found) in [
        ("search=%E8%BB%8A".to_owned(), "顧客リスト"),
        ("band=high".to_owned(), "顧客リスト"),
        ("band=low".to_owned(), "停電"),
        ("importance=3&likelihood=3".to_owned(), "顧客リスト"),
        ("medium=internal-server".to_owned(), "顧客リスト"),
        (format!("department={}", text("department_id")), "顧客リスト"),
        (format!("asset={}", text("asset_id")), "顧客リスト"),
        ("kind=event&exposed=false".to_owned(), "停電"),
        ("kind=asset&undecided=true".to_owned(), "顧客リスト"),
        ("exposed=true".to_owned(), "顧客リスト"),
        ("mine=true&search=".to_owned(), "顧客リスト"),
    ] {
        let page = program.get(&format!("/risks?{filter}")).await.json();
        let names: Vec<&Value> = page["items"].as_array().unwrap().iter().map(|item| &item["name"]).collect();
        assert_eq!(names, [found], "{filter}");
        assert_eq!(page["next"], Value::Null);
    }
    for nothing in ["treatment=accept", "approval=waiting", "approval=approved", "approval=stale", "medium=paper"] {
        assert_eq!(program.get(&format!("/risks?{nothing}")).await.json()["items"], json!([]), "{nothing}");
    }
}

#[tokio::test]
async fn parameters_are_checked_all_at_once() {
    let program = Program::new().await;
    let wrong = "band=x&importance=0&likelihood=4&medium=stone&department=x&asset=x&kind=x&treatment=x&undecided=1\
                 &exposed=x&approval=x&mine=yes";
    let filters = [
        "band",
        "importance",
        "likelihood",
        "medium",
        "department",
        "asset",
        "kind",
        "treatment",
        "undecided",
        "exposed",
        "approval",
        "mine",
    ];
    let listed = program.get(&format!("/risks?{wrong}&sort=x&order=up&limit=101")).await;
    listed.is_problem(422, "invalid");
    assert_eq!(listed.fields(), [&filters[..], &["sort", "order", "limit"]].concat());
    let exported = program.get(&format!("/risks/export?{wrong}&format=csv")).await;
    assert_eq!(exported.fields(), [&filters[..], &["format"]].concat());
    assert_eq!(program.get("/risks?awaits=true").await.fields(), ["awaits"]);
}
