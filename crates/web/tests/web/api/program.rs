//! A program with a token: sends requests to the API.

use app::invitation::{NewInvitation, NewPerson, accept, invite};
use app::token::{NewToken, TokenScope, create};
use app::{AccountId, Actor, Clock, Context, DepartmentId, Role};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use catalog::Catalog;
use serde_json::{Value, json};
use testkit::company::{Company, PASSWORD, company};
use testkit::database::TemporaryDatabase;
use tower::ServiceExt as _;
use web::{Settings, State, router};

use crate::renderers::PlainWords;

/// The application with a company, and a program of 見本花子 (情報セキュリティ責任者) in front of it.
pub struct Program {
    /// The company in the database.
    pub company: Company,
    /// What the program has; anybody's.
    pub token: String,
    router: Router,
    _database: TemporaryDatabase,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON; null where there is none.
    pub fn json(&self) -> Value {
        if self.bytes.is_empty() { Value::Null } else { serde_json::from_slice(&self.bytes).unwrap() }
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The version to be sent back.
    pub fn etag(&self) -> String {
        self.header(header::ETAG).to_owned()
    }

    /// Field and message of every value that cannot be used.
    pub fn problems(&self) -> Vec<(String, String)> {
        let errors = self.json()["errors"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        errors.iter().map(|error| (text(&error["field"]), text(&error["message"]))).collect()
    }

    /// The fields that cannot be used.
    pub fn fields(&self) -> Vec<String> {
        self.problems().into_iter().map(|(field, _)| field).collect()
    }

    /// Asserts that it is a problem of that status and kind, in Japanese.
    pub fn is_problem(&self, status: u16, kind: &str) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header(header::CONTENT_TYPE), "application/problem+json");
        let body = self.json();
        assert_eq!((&body["type"], &body["status"]), (&json!(kind), &json!(status)), "{body}");
        let title = body["title"].as_str().unwrap();
        assert!(title.ends_with('。') && !title.is_ascii(), "{title}");
        self
    }
}

impl Program {
    pub async fn new() -> Self {
        let database = testkit::database::sqlite().await;
        let company = company(&database.store).await;
        let settings = Settings { public_address: "http://localhost:8080".into(), ..Settings::default() };
        let clock = Clock::clone(&company.clock);
        let state = State::new(database.store.clone(), clock, Catalog::load().unwrap(), settings);
        let router = router(state.with_renderers(std::sync::Arc::new(PlainWords)));
        let token = token(&company.officer, TokenScope::Write).await;
        Self { company, token, router, _database: database }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, None, Some(body)).await
    }

    /// Changes what was seen in that version.
    pub async fn put(&self, path: &str, seen: &str, body: Value) -> Answer {
        self.send("PUT", path, Some(seen), Some(body)).await
    }

    pub async fn patch(&self, path: &str, seen: &str, body: Value) -> Answer {
        self.send("PATCH", path, Some(seen), Some(body)).await
    }

    pub async fn delete(&self, path: &str, seen: Option<&str>) -> Answer {
        self.send("DELETE", path, seen, None).await
    }

    /// Sends what is asked, with the program's token.
    pub async fn send(&self, method: &str, path: &str, seen: Option<&str>, body: Option<Value>) -> Answer {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if !self.token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        }
        if let Some(seen) = seen {
            request = request.header(header::IF_MATCH, seen);
        }
        let request = match body {
            Some(body) => request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        self.exchange(request.unwrap()).await
    }

    /// Sends any request.
    pub async fn exchange(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }

    /// Adds an asset of that name; answers its id.
    pub async fn asset(&self, name: &str) -> String {
        let created = self.post("/assets", asset(name)).await;
        assert_eq!(created.status, StatusCode::CREATED, "{}", created.text());
        created.json()["id"].as_str().unwrap().to_owned()
    }
}

impl Program {
    /// Adds a risk of level 9 that the program's person owns: of a new asset of that name, with nothing done against
    /// it. Answers its id.
    pub async fn risk(&self, name: &str) -> String {
        let mut asset = asset(name);
        asset["personal"] = json!(true);
        let asset = self.post("/assets", asset).await.json()["id"].clone();
        let owner = self.get("/me").await.json()["account_id"].clone();
        let created = self.post("/risks", risk(asset, owner)).await;
        assert_eq!(created.status, StatusCode::CREATED, "{}", created.text());
        created.json()["id"].as_str().unwrap().to_owned()
    }

    /// Everything that pages of a list hold under that name, in their order.
    pub async fn walk(&self, path: &str, name: &str) -> Vec<Value> {
        let mark = if path.contains('?') { '&' } else { '?' };
        let (mut found, mut after) = (Vec::new(), String::new());
        loop {
            let page = self.get(&format!("{path}{mark}limit=2{after}")).await.json();
            let items = page["items"].as_array().unwrap_or_else(|| panic!("{path}: {page}"));
            assert!(items.len() <= 2 && !items.is_empty(), "{path}: {page}");
            found.extend(items.iter().map(|item| item[name].clone()));
            let Some(next) = page["next"].as_str() else { return found };
            after = format!("&after={next}");
        }
    }
}

/// A risk of that asset, with all that it needs.
pub fn risk(asset: Value, owner: Value) -> Value {
    json!({
        "asset_id": asset, "threat": "車に置いたまま盗まれる", "threat_origins": ["D"],
        "vulnerabilities": [{ "id": "HW-08" }, { "title": "車の鍵を預ける" }],
        "threat_rating": 3, "vulnerability_rating": 3, "owner_id": owner,
    })
}

/// An asset with all that it needs.
pub fn asset(name: &str) -> Value {
    json!({
        "name": name, "business": "営業", "medium": "internal-server", "department": "営業部",
        "confidentiality": 2, "integrity": 1, "availability": 1,
    })
}

/// A token of the person who acts.
pub async fn token(context: &Context, scope: TokenScope) -> String {
    let wanted = NewToken { account: context.account().unwrap(), name: "在庫システム".into(), scope, days: 30 };
    create(context, wanted).await.unwrap().1.reveal().to_owned()
}

/// Lets 見本太郎 into the company.
pub async fn taro(company: &Company, role: Role) -> Context {
    joined(company, role, None).await
}

/// The same, for a department.
pub async fn joined(company: &Company, role: Role, department: Option<DepartmentId>) -> Context {
    let wanted = NewInvitation { email: "taro@example.jp".into(), role: Some(role), department };
    let issued = invite(&company.officer, wanted).await.unwrap();
    let person = NewPerson { name: "見本太郎".into(), password: PASSWORD.into() };
    accept(&company.visitor, &issued.secret, person).await.unwrap();
    let people = app::people::list(&company.officer).await.unwrap();
    let account = people.last().unwrap().account;
    acting(company, account, (role, department))
}

fn acting(company: &Company, account: AccountId, role: (Role, Option<DepartmentId>)) -> Context {
    let mut context = company.officer.clone();
    context.actor = Actor::Person { account, name: "見本太郎".into(), roles: vec![role], read_only: false };
    context
}
